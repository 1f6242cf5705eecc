import type { FormQuestion } from '../../contracts/index.ts';
import type { Comparison, Pair } from './change.ts';
import { named } from './words.ts';

const types: Record<FormQuestion['type'], string> = {
  'short-text': 'in a few words',
  'long-text': 'in free text',
  'yes-no': 'with yes, no or not known',
  radios: 'by choosing one',
  checkboxes: 'by choosing any number',
  date: 'with a date',
  number: 'with a number',
  scale: 'on a scale from 0 to 10',
  person: 'by choosing a person',
  address: 'with an address',
  file: 'with a file',
  table: 'in a table',
  echo: 'by nobody: it shows an earlier answer',
  guidance: 'by nobody: it is guidance',
};

const asks: Record<FormQuestion['per'], string> = {
  family: 'once for the family',
  child: 'for each child',
  shared: 'once for all children, with what is different for each',
};

/** How a question is answered, for whom, and within which limits. */
export const type: Comparison = (pair) => {
  const { before, after } = pair;
  const name = named(pair);
  return [
    ...(before.type === after.type
      ? []
      : [`${name} is now answered ${types[after.type]} (before: ${types[before.type]}).`]),
    ...(before.per === after.per
      ? []
      : [`${name} is now asked ${asks[after.per]} (before: ${asks[before.per]}).`]),
    ...time(pair, name),
    ...limits(pair, name),
    ...person(pair, name),
  ];
};

function time({ before, after }: Pair, name: string): string[] {
  if ((before.time ?? false) === (after.time ?? false)) return [];
  return [
    after.time ? `${name} now also asks for the time of day.` : `${name} no longer asks for the time of day.`,
  ];
}

function limits({ before, after }: Pair, name: string): string[] {
  const limit = (what: string, was?: number, is?: number): string[] => {
    if (was === is) return [];
    return [
      `${what} ${name} is now ${is === undefined ? 'open' : String(is)} (before: ${was === undefined ? 'open' : String(was)}).`,
    ];
  };
  const whole =
    (before.whole ?? false) === (after.whole ?? false)
      ? []
      : [after.whole ? `${name} now takes whole numbers only.` : `${name} now also takes parts of a number.`];
  return [
    ...limit('The least for', before.least, after.least),
    ...limit('The most for', before.most, after.most),
    ...whole,
    ...limit('The advised length, in characters, of', before.advised, after.advised),
  ];
}

function person({ before, after }: Pair, name: string): string[] {
  if (before.person === after.person) return [];
  return after.person === undefined
    ? [`The answer to ${name} is no longer kept with the person (before: as “${before.person ?? ''}”).`]
    : [`The answer to ${name} is now also kept with the person, as “${after.person}”.`];
}
