import type { Beside, Process, ReadCondition, Relation, ConditionValue } from '#engine/browser';
import type { Option } from '../operations/index.ts';
import { condition as words } from '../words.ts';

/** How something may be, as a person chooses it. */
export type How =
  'is' | 'is-not' | 'one-of' | 'more' | 'less' | 'least' | 'most' | 'so' | 'not-so' | 'answered';

/** One line of a condition: what, how, which answers. */
export interface Line {
  name: string;
  how: How;
  values: string[];
}

const relations: Partial<Record<Relation, How>> = {
  '=': 'is',
  '!=': 'is-not',
  '<': 'less',
  '<=': 'most',
  '>': 'more',
  '>=': 'least',
};

/** A part of a condition as a line; undefined when it is a group of lines, or more than a line can say. */
export function lineOf(read: ReadCondition): Line | undefined {
  switch (read.kind) {
    case 'holds':
      return { name: read.name, how: 'so', values: [] };
    case 'not':
      return read.of.kind === 'holds' ? { name: read.of.name, how: 'not-so', values: [] } : undefined;
    case 'in':
      return { name: read.name, how: 'one-of', values: read.values.map(String) };
    case 'compare':
      if (read.relation === '!=' && read.value === null)
        return { name: read.name, how: 'answered', values: [] };
      return { name: read.name, how: relations[read.relation] ?? 'is', values: [String(read.value)] };
    default:
      return undefined;
  }
}

/** A line as part of a condition. */
export function partOf({ name, how, values }: Line, beside: Beside): ReadCondition {
  const typed = (text: string): ConditionValue => (typeOf(name, beside) === 'number' ? Number(text) : text);
  const [first = ''] = values;
  switch (how) {
    case 'so':
      return { kind: 'holds', name };
    case 'not-so':
      return { kind: 'not', of: { kind: 'holds', name } };
    case 'one-of':
      return { kind: 'in', name, values: values.map(typed) };
    case 'answered':
      return { kind: 'compare', name, relation: '!=', value: null };
    default:
      return { kind: 'compare', name, relation: signs[how], value: typed(first) };
  }
}

const signs = { is: '=', 'is-not': '!=', more: '>', less: '<', least: '>=', most: '<=' } as const;

const typeOf = (name: string, { dictionary }: Beside): string | undefined =>
  dictionary.terms.find(({ id }) => id === name)?.type;

/** What a condition may be about: terms with few answers, and what stands of a child. */
export function aboutOptions(beside: Beside, _process?: Process): Option[] {
  const asked = new Set(
    Object.values(beside.forms).flatMap(({ layout }) =>
      layout.flatMap(({ questions }) => questions.map(({ term }) => term)),
    ),
  );
  const terms = beside.dictionary.terms
    .filter(({ id, type }) => asked.has(id) && ['code', 'yes-no', 'number'].includes(type))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const states = beside.facts.flatMap(({ name, open }) => (open ? [{ value: open.as, label: name }] : []));
  return [
    ...terms,
    ...states,
    { value: 'unborn', label: 'The child is not yet born' },
    { value: 'episodeOpen', label: 'Our work with the child is open' },
  ];
}

/** How it may be: depends on what it is about. */
export function howOptions(name: string, beside: Beside): { value: How; label: string }[] {
  const type = typeOf(name, beside);
  if (type === undefined)
    return [
      { value: 'so', label: words.stands },
      { value: 'not-so', label: words.standsNot },
    ];
  const number: { value: How; label: string }[] = [
    { value: 'least', label: words.least },
    { value: 'most', label: words.most },
    { value: 'more', label: words.more },
    { value: 'less', label: words.less },
  ];
  return [
    { value: 'is', label: words.is },
    { value: 'is-not', label: words.isNot },
    ...(type === 'number' ? number : [{ value: 'one-of' as const, label: words.oneOf }]),
    { value: 'answered', label: words.answered },
  ];
}

/** The answers a term may have; none for a number. */
export function valueOptions(name: string, { dictionary }: Beside): Option[] {
  const term = dictionary.terms.find(({ id }) => id === name);
  if (term?.type === 'yes-no')
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not-known', label: 'Not known' },
    ];
  return (dictionary.codeLists.find(({ id }) => id === term?.codes)?.codes ?? []).map(({ value, label }) => ({
    value,
    label,
  }));
}
