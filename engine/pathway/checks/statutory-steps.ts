import type { Element, Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import { reachedAround } from '../around.ts';
import { questionsOf, termsAsked } from './asked.ts';
import { byLaw } from './by-law.ts';
import { readsOf } from './conditions.ts';
import type { Drawing, StatutoryStep } from './drawing.ts';

/** Steps the law asks for are on the drawing, and no way leads around them to what they must come before. */
export function statutorySteps(drawing: Drawing): Finding[] {
  return (drawing.statutory?.steps ?? []).flatMap((entry) => {
    const own = recording(drawing, [entry.fact]);
    if (own.length === 0) {
      return [byLaw('statutory-steps', entry, null, `No step of the drawing is “${entry.name}”.`)];
    }
    return bypassed(drawing, entry, own).map((element) =>
      byLaw('statutory-steps', entry, element, `${called(element)} can be reached without “${entry.name}”.`),
    );
  });
}

function recording({ pathway, forms }: Drawing, facts: string[]): Element[] {
  return steps(pathway)
    .map(({ element }) => element)
    .filter((element) => forms[element.form ?? '']?.facts.some(({ fact }) => facts.includes(fact)));
}

function bypassed(drawing: Drawing, entry: StatutoryStep, own: Element[]): Element[] {
  const without = new Set(own.map((element) => element.id));
  const guarded = new Set(recording(drawing, entry.before ?? []).map((element) => element.id));
  const unanswered = onlyAskedBy(drawing, without);
  const found = reachedAround(drawing.pathway, {
    without,
    gives: (element) => gives(drawing, element),
    takes: ({ condition }) => !readsOf(condition).some((term) => unanswered.has(term)),
  });
  const around = found.filter((element) => guarded.has(element.id) && !without.has(element.id));
  return [...new Map(around.map((element) => [element.id, element])).values()];
}

/** Terms that nobody has answered while these steps are not done: a way that needs one of them is not taken. */
function onlyAskedBy({ pathway, forms }: Drawing, without: ReadonlySet<string>): Set<string> {
  const asked = (own: boolean): string[] =>
    steps(pathway)
      .filter(({ element }) => without.has(element.id) === own)
      .flatMap(({ element }) => termsAsked(forms[element.form ?? '']));
  const elsewhere = new Set(asked(false));
  return new Set(asked(true).filter((term) => !elsewhere.has(term)));
}

function gives({ forms }: Drawing, element: Element): string[] {
  const opened = questionsOf(forms[element.form ?? '']).flatMap((question) =>
    Object.values(question.opens ?? {}),
  );
  return element.sends === undefined ? opened : [element.sends, ...opened];
}
