import { carryForward, earlierAnswers, formOf, keyOf, lateFor, questionsOf } from '#engine';
import type { Act, Answers, Case, Version } from '#engine';
import { fillForm } from '../filling/index.ts';
import type { Example, ExampleStep } from './example.ts';
import type { Standing } from './standing.ts';

/** A form to answer in an example: what the step gives stands, what is known is carried forward, the rest is made up. */
export interface Asked {
  version: Version;
  example: Example;
  was: Standing;
  kase: Case;
  step: ExampleStep;
  act: Act;
  form: string;
  /** the children it is answered for */
  only: string[];
}

export function answersOf(asked: Asked): Answers {
  const { version, example, step, act, only } = asked;
  const form = formOf(version, asked.form);
  const given = givenFor(step, only);
  const offered = offeredTo(asked);
  const idOf = (term: string): string => questionsOf(form).find((one) => one.term === term)?.id ?? '';
  const filled = fillForm({
    ...{ version, form, given, chance: () => 0, optional: 0 },
    people: (example.adults ?? []).map((adult) => adult.id),
    children: only.map((id) => childFacts(asked, id, given)),
    known: (term, child) => offered[keyOf(idOf(term), child)],
    day: step.at.slice(0, 10),
    moment: act.now,
    words: () => 'As told on the day.',
  });
  Object.assign(filled.answers, given.answers);
  for (const child of only) filled.perChild[child] = { ...filled.perChild[child], ...given.perChild[child] };
  for (const question of step.without ?? []) {
    delete filled.answers[question];
    for (const child of only) delete filled.perChild[child]?.[question];
  }
  return step.reasons ? { ...filled, reasons: step.reasons } : filled;
}

/** What the step says itself: `*` stands for every child the form is answered for. */
function givenFor(step: ExampleStep, only: string[]): Answers {
  const { '*': all, ...own } = step.perChild ?? {};
  const perChild = only.map((child) => [child, { ...all, ...own[child] }] as const);
  return structuredClone({ answers: step.answers ?? {}, perChild: Object.fromEntries(perChild) });
}

/** What the page would have filled in already, by the question's key. */
function offeredTo({ version, was, form, only }: Asked): Record<string, unknown> {
  const earlier = earlierAnswers(was.records, version.forms);
  const offers = carryForward({ form: formOf(version, form), children: only, earlier });
  const filled = Object.entries(offers).map(([key, offer]) => [key, offer.filled?.value] as const);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

function childFacts({ version, kase, form, act }: Asked, id: string, given: Answers) {
  const child = kase.children.find((one) => one.id === id);
  const unborn = child !== undefined && !child.born && child.expected !== undefined;
  return { id, unborn, late: lateFor(version, kase, formOf(version, form), id, given, act.now) };
}
