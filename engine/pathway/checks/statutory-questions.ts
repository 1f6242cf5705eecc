import type { Finding } from '../../contracts/index.ts';
import { formsInUse, termsAsked } from './asked.ts';
import { byLaw } from './by-law.ts';
import type { Drawing } from './drawing.ts';

/** What the law asks to be recorded is asked by some form on the drawing. */
export function statutoryQuestions(drawing: Drawing): Finding[] {
  const asked = new Set(formsInUse(drawing).flatMap(termsAsked));
  return (drawing.statutory?.questions ?? [])
    .filter(({ term }) => !asked.has(term))
    .map((law) =>
      byLaw(
        'statutory-questions',
        law,
        null,
        `No form on the drawing asks “${law.name}” (term “${law.term}”).`,
      ),
    );
}
