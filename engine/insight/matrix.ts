import type { Version } from '../contracts/index.ts';
import { processesInOrder } from '../pathway/index.ts';
import type { Matrix } from './shapes.ts';
import { answeredOf } from './walks/index.ts';

/** Which form asks for which term: forms along the pathway, then those added at any time; terms asked most often first. */
export function matrixOf(version: Version): Matrix {
  const cells: Matrix['cells'] = {};
  const forms = formsInOrder(version);
  for (const form of forms) {
    for (const { id, term } of answeredOf(form)) {
      if (term === undefined) continue;
      const row = (cells[term] ??= {});
      (row[form.id] ??= []).push(id);
    }
  }
  const names = new Map(version.dictionary.terms.map(({ id, name }) => [id, name]));
  const count = (term: string): number => Object.keys(cells[term] ?? {}).length;
  const terms = Object.keys(cells)
    .map((id) => ({ id, name: names.get(id) ?? id }))
    .toSorted((a, b) => count(b.id) - count(a.id) || (a.name < b.name ? -1 : 1));
  return { terms, forms: forms.map(({ id, title }) => ({ id, title })), cells };
}

function formsInOrder({ pathway, forms }: Version) {
  const drawn = processesInOrder(pathway).flatMap(({ elements }) =>
    elements.flatMap(({ form }) => form ?? []),
  );
  const added = Object.values(forms).filter(({ anytime }) => anytime !== undefined);
  return [...new Set([...drawn, ...added.map(({ id }) => id)])].flatMap((id) => forms[id] ?? []);
}
