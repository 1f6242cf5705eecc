import type { Finding } from '../../contracts/index.ts';
import { formsInUse } from './asked.ts';
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

function needed({ timescales, neededFacts }: Drawing): { facts: string[]; by: string }[] {
  return [
    ...timescales.flatMap((timescale) => [
      { facts: [timescale.from], by: `The start of the timescale “${timescale.name}”` },
      { facts: timescale.until, by: `The end of the timescale “${timescale.name}”` },
    ]),
    ...(neededFacts ?? []).map(({ fact, by }) => ({ facts: [fact], by })),
  ];
}
