import type { Element, Form, FormQuestion, Pathway, Version } from '../../contracts/index.ts';
import { isAnswered, questionsOf } from '../../forms/index.ts';
import type { PathTotals } from '../shapes.ts';

/** What one child's way asks: the steps that are done on it, in order, each as often as it is done. */
export type Walk = readonly string[];

/** Steps by id. */
export function stepsById(pathway: Pathway): Map<string, Element> {
  const steps = pathway.processes.flatMap(({ elements }) => elements).filter(({ kind }) => kind === 'step');
  return new Map(steps.map((step) => [step.id, step]));
}

/** Questions of a form that somebody answers. */
export const answeredOf = (form: Form | undefined): FormQuestion[] =>
  form ? questionsOf(form).filter(isAnswered) : [];

/** Counts a walk: what is asked, what of it again, how often the work goes to another role. */
export function totalsOf(version: Pick<Version, 'pathway' | 'forms'>, walk: Walk): PathTotals {
  const steps = stepsById(version.pathway);
  const totals: PathTotals = { questions: 0, askedAgain: 0, asNew: 0, steps: 0, handOvers: 0, forms: 0 };
  const said = new Set<string>();
  const forms = new Set<string>();
  let role: string | undefined;
  for (const id of walk) {
    const step = steps.get(id);
    const questions = answeredOf(version.forms[step?.form ?? '']);
    const again = questions.filter(({ term }) => term !== undefined && said.has(term));
    totals.steps += 1;
    totals.questions += questions.length;
    totals.askedAgain += again.length;
    totals.asNew += again.filter(({ policy }) => policy === 'ask').length;
    if (role !== undefined && step?.role !== role) totals.handOvers += 1;
    role = step?.role;
    if (step?.form) forms.add(step.form);
    for (const { term } of questions) if (term !== undefined) said.add(term);
  }
  return { ...totals, forms: forms.size };
}

/** How often a walk asks for each term. */
export function timesAsked(version: Pick<Version, 'pathway' | 'forms'>, walk: Walk): Map<string, number> {
  const steps = stepsById(version.pathway);
  const times = new Map<string, number>();
  for (const id of walk) {
    for (const { term } of answeredOf(version.forms[steps.get(id)?.form ?? ''])) {
      if (term !== undefined) times.set(term, (times.get(term) ?? 0) + 1);
    }
  }
  return times;
}
