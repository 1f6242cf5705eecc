import type { FormQuestion } from '../../contracts/index.ts';
import type { FormWords, Pair } from './change.ts';

export const quoted = (text: string): string => `“${text.trim()}”`;

/** How a sentence names a question: by its label as it reads now. */
export const asked = ({ label, id }: Pick<FormQuestion, 'label' | 'id'>): string => quoted(label || id);

export const named = ({ after }: Pair): string => asked(after);

/** “A”, “B” and “C”. */
export function listed(names: string[]): string {
  if (names.length < 2) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** What a text was and is, where either may be missing: “… now reads “B” (before: “A”).” */
export function textChange(what: string, before: string | undefined, after: string | undefined): string[] {
  const [was, is] = [before?.trim() ?? '', after?.trim() ?? ''];
  if (was === is) return [];
  if (was === '') return [`${what} is new: ${quoted(is)}.`];
  if (is === '') return [`${what} is gone (before: ${quoted(was)}).`];
  return [`${what} now reads ${quoted(is)} (before: ${quoted(was)}).`];
}

export const termName = (words: FormWords, id: string | undefined): string =>
  id === undefined ? 'no term' : quoted(words.dictionary.terms.find((term) => term.id === id)?.name ?? id);

export const factName = (words: FormWords, id: string): string =>
  quoted(words.facts.find((fact) => fact.id === id)?.name ?? id);

export const roleName = (words: FormWords, id: string): string =>
  words.roles.find((role) => role.id === id)?.name.toLowerCase() ?? id;

export const outputName = (words: FormWords, id: string): string =>
  quoted(words.outputs.find((output) => output.id === id)?.title ?? id);

export const formName = (words: FormWords, id: string): string => quoted(words.forms[id]?.title ?? id);

/** Deep equality of plain data, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same(one[key], other[key]));
}
