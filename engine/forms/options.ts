import type { Column, Dictionary, FormQuestion } from '../contracts/index.ts';

export interface Option {
  value: string;
  label: string;
  hint?: string;
}

const YES_NO: Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'not-known', label: 'Not known' },
];

/** What a question or column offers to choose from, in order; empty where it offers nothing. */
export function optionsOf(asked: FormQuestion | Column, dictionary: Pick<Dictionary, 'codeLists'>): Option[] {
  if (asked.type === 'yes-no') return YES_NO;
  if (asked.options) return asked.options;
  const codes = dictionary.codeLists.find(({ id }) => id === asked.codes)?.codes ?? [];
  const only = 'only' in asked ? asked.only : undefined;
  return only ? codes.filter(({ value }) => only.includes(value)) : codes;
}
