import type { Pathway } from '#engine/browser';
import type { Duplicated } from '../forms/sayings.ts';

/** How many things each step asks that a child's path asks elsewhere too, by the step's id; steps without any are left out. */
export function askedAgain(pathway: Pathway, duplicated: Duplicated | undefined): Map<string, number> {
  const terms = new Map<string, Set<string>>();
  for (const { term, asked } of duplicated?.askedTwice ?? [])
    for (const { form } of asked) terms.set(form, (terms.get(form) ?? new Set()).add(term));
  return new Map(
    pathway.processes.flatMap(({ elements }) =>
      elements.flatMap(({ id, kind, form = '' }) => {
        const count = terms.get(form)?.size ?? 0;
        return kind === 'step' && count > 0 ? [[id, count] as const] : [];
      }),
    ),
  );
}
