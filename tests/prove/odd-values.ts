import type { Random } from './random.ts';

/** A schema of the description of the interface, as far as values are made from it. */
export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  pattern?: string;
  additionalProperties?: boolean | Schema;
}

const operators = [
  ...[{ $gt: '' }, { $ne: null }, { $where: 'sleep(1000)' }, { $regex: '.*' }, { $in: [''] }],
  ...[{ 'a.$[]': 1 }, { $or: [{}, { a: 1 }] }, { $function: { body: 'function(){}', args: [], lang: 'js' } }],
];

const oddities: unknown[] = [
  ...[
    null,
    true,
    false,
    -1,
    0,
    1.5,
    1e308,
    '',
    ' ',
    '0',
    '..',
    '../../etc/passwd',
    "'; DROP TABLE cases; --",
  ],
  ...[
    '%',
    '*',
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '𝕏',
    '2026-02-30',
    '9999-99-99',
    'x'.repeat(5000),
  ],
  ...['<script>alert(1)</script>', '${7*7}', '{{7*7}}', '$gt', 'a.b', 'a/b', '-0', 'NaN', 'toString'],
  ...[[], {}, { toString: 'x' }, [[[]]], ['x', 1, null], { __proto__: null, length: 1e9 }],
];

/** What no handler asks for: wrong types, odd texts, what looks like an operator or a path. */
export function oddValue(random: Random): unknown {
  return random.below(4) === 0 ? random.pick(operators) : random.pick(oddities);
}

/** Gives a text for a field of this name: a real id, mostly. */
export type Known = (field: string) => string | undefined;

/** A value that mostly fits the schema; one in `oddness` of its parts is odd. */
export function valueFor(
  schema: Schema | undefined,
  random: Random,
  known: Known,
  oddness: number,
  field = '',
): unknown {
  if (!schema || random.below(oddness) === 0) return oddValue(random);
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice && choice.length > 0) return valueFor(random.pick(choice), random, known, oddness, field);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  const inner = (one: Schema | undefined, name: string): unknown =>
    valueFor(one, random, known, oddness, name);
  switch (type) {
    case 'object':
      return objectFor(schema, random, inner);
    case 'array':
      return Array.from({ length: random.below(4) }, () => inner(schema.items, field));
    case 'integer':
      return random.below(4);
    case 'number':
      return random.below(1000) / 10;
    case 'boolean':
      return random.below(2) === 0;
    case 'null':
      return null;
    default:
      return textFor(schema, random, known, field);
  }
}

function objectFor(
  { properties = {}, required = [] }: Schema,
  random: Random,
  inner: (schema: Schema | undefined, name: string) => unknown,
): Record<string, unknown> {
  const names = Object.keys(properties).filter((name) => required.includes(name) || random.below(2) === 0);
  return Object.fromEntries(names.map((name) => [name, inner(properties[name], name)]));
}

const days = ['2019-04-01', '2026-09-01', '2026-03-29', '2024-02-29'];

function textFor({ format, pattern }: Schema, random: Random, known: Known, field: string): string {
  if (format === 'date') return random.pick(days);
  if (format === 'date-time') return `${random.pick(days)}T10:00:00.000Z`;
  if (pattern?.includes('[0-9]')) return String(1 + random.below(90));
  const real = known(field);
  if (real !== undefined && random.below(4) > 0) return real;
  return random.pick(['Something was said', 'why', 'Hartley', `${field}-${String(random.below(50))}`]);
}
