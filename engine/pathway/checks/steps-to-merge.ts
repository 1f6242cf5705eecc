import type { Element, Finding, Form } from '../../contracts/index.ts';
import { called, elementOf } from '../graph.ts';
import { termsAsked } from './asked.ts';
import type { Drawing } from './drawing.ts';
import { finding } from './finding.ts';

/** From this share of the smaller form's terms on, two forms say much the same. */
const shared = 0.5;

/** Two steps of one role, one directly after the other, whose forms ask for much the same, may be one. */
export function stepsToMerge(drawing: Drawing): Finding[] {
  return adjacentSteps(drawing)
    .filter(([first, second]) => first.role === second.role && first.form !== second.form)
    .filter(
      ([first, second]) =>
        sharedTerms(drawing.forms[first.form ?? ''], drawing.forms[second.form ?? '']).share > shared,
    )
    .map(([first, second]) =>
      finding(
        'steps-to-merge',
        'advice',
        second,
        `${called(first)} and ${called(second)} are done one after the other by the same role and ask for much the same. ` +
          'Could they be one step?',
      ),
    );
}

/** Steps joined by one line, with nothing between them. */
export function adjacentSteps({ pathway }: Pick<Drawing, 'pathway'>): [Element, Element][] {
  return pathway.processes.flatMap((process) =>
    process.flows.flatMap((flow): [Element, Element][] => {
      const from = elementOf(process, flow.from);
      const to = elementOf(process, flow.to);
      return from?.kind === 'step' && to?.kind === 'step' ? [[from, to]] : [];
    }),
  );
}

/** What two forms both ask for, and its share of what the smaller one asks for. */
export function sharedTerms(
  first: Form | undefined,
  second: Form | undefined,
): { share: number; terms: string[] } {
  const one = new Set(termsAsked(first));
  const other = new Set(termsAsked(second));
  const terms = [...one].filter((term) => other.has(term));
  const smaller = Math.min(one.size, other.size);
  return { share: smaller === 0 ? 0 : terms.length / smaller, terms };
}
