import type { Element, Finding } from '../../contracts/index.ts';
import { called, steps } from '../graph.ts';
import { reachedWithout } from '../around.ts';
import type { Drawing, StatutoryStep } from './drawing.ts';
import { finding } from './finding.ts';

/** Steps the law asks for are on the drawing, and no way leads around them to what they must come before. */
export function statutorySteps(drawing: Drawing): Finding[] {
  return (drawing.statutory?.steps ?? []).flatMap((entry) => {
    const level = entry.setAside ? 'warning' : 'error';
    const because = entry.setAside
      ? `It was set aside by ${entry.setAside.by} on ${entry.setAside.on}: ${entry.setAside.reason}`
      : `The law asks for it (${entry.source}): put it back, or have a named authoriser set it aside.`;
    const own = recording(drawing, [entry.fact]);
    if (own.length === 0) {
      return [
        finding('statutory-steps', level, null, `No step of the drawing is “${entry.name}”. ${because}`),
      ];
    }
    return bypassed(drawing, entry, own).map((element) =>
      finding(
        'statutory-steps',
        level,
        element,
        `${called(element)} can be reached without “${entry.name}”. ${because}`,
      ),
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
  const found = reachedWithout(drawing.pathway, without, (element) => gives(drawing, element)).filter(
    (element) => guarded.has(element.id) && !without.has(element.id),
  );
  return [...new Map(found.map((element) => [element.id, element])).values()];
}

function gives({ forms }: Drawing, element: Element): string[] {
  const questions = forms[element.form ?? '']?.layout.flatMap((section) => section.questions) ?? [];
  const opened = questions.flatMap((question) => Object.values(question.opens ?? {}));
  return element.sends === undefined ? opened : [element.sends, ...opened];
}
