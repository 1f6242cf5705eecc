import type { Read, Value } from './read-condition.ts';

/** A condition as it is kept in a drawing, from its parts: what `readCondition` reads, it reads back the same. */
export function writeCondition(read: Read): string {
  switch (read.kind) {
    case 'and':
    case 'or':
      return read.parts.map((part) => within(read.kind, part)).join(` ${read.kind} `);
    case 'not':
      return `not(${writeCondition(read.of)})`;
    case 'holds':
      return read.name;
    case 'compare':
      return `${read.name} ${read.relation} ${value(read.value)}`;
    case 'in':
      return `${read.name} in (${read.values.map(value).join(', ')})`;
  }
}

function within(outer: 'and' | 'or', part: Read): string {
  const text = writeCondition(part);
  return part.kind === 'and' || (part.kind === 'or' && outer === 'and') || part.kind === outer
    ? `(${text})`
    : text;
}

/** Quotes can't be told apart inside a text: they are left out. */
const value = (of: Value): string => (typeof of === 'string' ? `"${of.replaceAll('"', '')}"` : String(of));
