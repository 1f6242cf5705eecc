import type { Dictionary, Fact } from '../contracts/index.ts';
import { readCondition } from './read-condition.ts';
import type { Read } from './read-condition.ts';

/** What a condition's words are taken from. */
export interface ConditionNames {
  dictionary: Dictionary;
  facts: Fact[];
}

/**
 * A condition of the drawing for people: “Outcome of the referral” is “Assessment”. Nobody is shown the expression
 * itself; of one that can't be told, only what it reads is named.
 */
export function conditionInWords(condition: string, names: ConditionNames): string {
  const read = readCondition(condition);
  if (read) return says(read, names);
  const terms = [...new Set(condition.replace(/"[^"]*"/g, '').match(/[A-Za-z_]\w*/g) ?? [])]
    .filter((word) => names.dictionary.terms.some(({ id }) => id === word))
    .map((word) => nameOf(word, names));
  return terms.length > 0 ? `something holds of ${terms.join(' and ')}` : 'something else holds';
}

function says(read: Read, names: ConditionNames): string {
  switch (read.kind) {
    case 'and':
    case 'or':
      return read.parts.map((part) => within(read.kind, part, names)).join(` ${read.kind} `);
    case 'not':
      return read.of.kind === 'holds'
        ? holds(read.of.name, false, names)
        : `it is not so that ${says(read.of, names)}`;
    case 'holds':
      return holds(read.name, true, names);
    case 'compare':
      return `${nameOf(read.name, names)} ${relations[read.relation]} ${valueOf(read.name, read.value, names)}`;
    case 'in':
      return `${nameOf(read.name, names)} is ${read.values.map((value) => valueOf(read.name, value, names)).join(' or ')}`;
  }
}

const relations = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};

/** What hangs together inside is said so that it is heard: “either … or …”, “both … and …”. */
function within(outer: Read['kind'], part: Read, names: ConditionNames): string {
  if (part.kind === 'or' && outer === 'and') return `either ${says(part, names)}`;
  if (part.kind === 'and' && outer === 'or') return `both ${says(part, names)}`;
  return says(part, names);
}

function holds(name: string, yes: boolean, names: ConditionNames): string {
  if (name === 'unborn') return yes ? 'the child is not yet born' : 'the child is born';
  if (name === 'episodeOpen')
    return yes ? 'our work with the child is open' : 'our work with the child has ended';
  const fact = names.facts.find(({ open }) => open?.as === name);
  if (fact) return `“${fact.name}” ${yes ? 'stands' : 'does not stand'}`;
  return `${nameOf(name, names)} ${yes ? 'holds' : 'does not hold'}`;
}

function nameOf(id: string, { dictionary, facts }: ConditionNames): string {
  const name = dictionary.terms.find((term) => term.id === id)?.name;
  return `“${name ?? facts.find(({ open }) => open?.as === id)?.name ?? id}”`;
}

function valueOf(term: string, value: unknown, { dictionary }: ConditionNames): string {
  if (value === null) return 'not answered';
  const { codes, type } = dictionary.terms.find(({ id }) => id === term) ?? {};
  const list = dictionary.codeLists.find(({ id }) => id === codes)?.codes ?? [];
  const label = list.find((code) => code.value === value)?.label;
  const yesNo =
    type === 'yes-no' ? { yes: 'Yes', no: 'No', 'not-known': 'Not known' }[String(value)] : undefined;
  return typeof value === 'number' ? String(value) : `“${label ?? yesNo ?? String(value)}”`;
}
