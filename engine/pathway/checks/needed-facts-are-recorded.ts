import type { Finding, Form } from '../../contracts/index.ts';
import { steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/**
 * Every fact that a timescale, a measure or a return reads is recorded by a form of some step, or by one that may be
 * added at any time. Of the facts that end a timescale, one is enough.
 */
export function neededFactsAreRecorded(drawing: Drawing): Finding[] {
  const recorded = new Set(formsInUse(drawing).flatMap((form) => form.facts.map(({ fact }) => fact)));
  return needed(drawing)
    .filter(({ facts }) => !facts.some((fact) => recorded.has(fact)))
    .map(({ facts, by }) =>
      finding(
        'needed-facts-are-recorded',
        'error',
        null,
        `${by} needs “${facts.join('” or “')}”, which no form on the drawing records. Record it in the form of a step.`,
      ),
    );
}

/** The forms of this drawing: those its steps open, and those that may be added at any time. */
export function formsInUse({ pathway, forms }: Drawing): Form[] {
  const opened = new Set(steps(pathway).map(({ element }) => element.form));
  return Object.values(forms).filter((form) => form.anytime !== undefined || opened.has(form.id));
}

function needed({ timescales, neededFacts }: Drawing): { facts: string[]; by: string }[] {
  return [
    ...timescales.flatMap((timescale) => [
      { facts: [timescale.from], by: `The start of the timescale “${timescale.name}”` },
      { facts: timescale.until, by: `The end of the timescale “${timescale.name}”` },
    ]),
    ...(neededFacts ?? []).map(({ fact, by }) => ({ facts: [fact], by })),
  ];
}
