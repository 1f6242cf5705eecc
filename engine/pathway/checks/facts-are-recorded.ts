import type { Finding, Form } from '../../contracts/index.ts';
import { steps } from '../graph.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/**
 * Every fact that a timescale, a measure or a return reads is known, and recorded by a form of some step, or by one
 * that may be added at any time.
 */
export function factsAreRecorded(drawing: Drawing): Finding[] {
  const known = new Set(drawing.facts.map((fact) => fact.id));
  const recorded = recordedFacts(drawing);
  const found = needed(drawing).flatMap(({ facts, by }) => {
    const unknown = facts.filter((fact) => !known.has(fact));
    if (unknown.length > 0) {
      return unknown.map((fact) =>
        finding(
          'facts-are-recorded',
          'error',
          null,
          `${by} reads “${fact}”, which is no fact of this pathway. Add it to the facts, or correct its spelling.`,
        ),
      );
    }
    if (facts.some((fact) => recorded.has(fact))) return [];
    return [
      finding(
        'facts-are-recorded',
        'error',
        null,
        `${by} needs “${facts.join('” or “')}”, which no form on the drawing records. Record it in the form of a step.`,
      ),
    ];
  });
  return [...found, ...strangers(drawing, known)];
}

/** The forms of this drawing: those its steps open, and those that may be added at any time. */
export function formsInUse({ pathway, forms }: Drawing): Form[] {
  const opened = new Set(steps(pathway).map(({ element }) => element.form));
  return Object.values(forms).filter((form) => form.anytime !== undefined || opened.has(form.id));
}

export const recordedFacts = (drawing: Drawing): Set<string> =>
  new Set(formsInUse(drawing).flatMap((form) => form.facts.map(({ fact }) => fact)));

function needed({ timescales, neededFacts }: Drawing): { facts: string[]; by: string }[] {
  return [
    ...timescales.flatMap((timescale) => [
      { facts: [timescale.from], by: `The start of the timescale “${timescale.name}”` },
      { facts: timescale.until, by: `The end of the timescale “${timescale.name}”` },
    ]),
    ...(neededFacts ?? []).map(({ fact, by }) => ({ facts: [fact], by })),
  ];
}

const strangers = (drawing: Drawing, known: Set<string>): Finding[] =>
  formsInUse(drawing).flatMap((form) =>
    form.facts
      .filter(({ fact }) => !known.has(fact))
      .map(({ fact }) =>
        finding(
          'facts-are-recorded',
          'error',
          null,
          `The form “${form.title}” records “${fact}”, which is no fact of this pathway. Add it to the facts, or correct its spelling.`,
        ),
      ),
  );
