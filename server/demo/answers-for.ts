import { dayOf, formOf, lateFor, questionsOf } from '#engine';
import type { Answers, Case, Form, Task } from '#engine';
import { decide } from './decide.ts';
import { fillForm } from '../filling/index.ts';
import type { MadeFamily } from './made.ts';
import { networkOf } from './network-of.ts';
import type { Plan } from './plan.ts';
import type { Walker } from './walker.ts';
import { stepsInTime } from './steps-in-time.ts';
import { wordsFor } from './words.ts';

export interface Answering {
  kase: Case;
  task: Task;
  /** moment of the writing */
  at: string;
  asked: Map<string, number>;
}

/** What a practitioner might answer: the way decided by plan and shares, the rest filled in and in step with it. */
export function answersFor(walker: Walker, plan: Plan, { kase, task, at, asked }: Answering): Answers {
  const { version, chance } = walker;
  const form = formOf(version, task.form);
  const day = dayOf(at);
  const given = decide({ form, task, chance, asked, plan, day, version, kase });
  const name = (id?: string): string =>
    plan.family.children.find((child) => child.id === (id ?? task.children[0]))?.firstNames || 'the baby';
  const fill = (late: Answers): Answers =>
    fillForm({
      ...{ version, form, given, day, moment: at, optional: 0.3 },
      children: task.children.map((id) => {
        const child = kase.children.find((one) => one.id === id);
        const unborn = !child?.born && child?.expected !== undefined;
        return { id, unborn, late: lateFor(version, kase, form, id, late, at) };
      }),
      people: plan.family.adults.map((adult) => adult.id),
      words: wordsFor(chance, name),
      chance: () => chance.next(),
      known: (term, child) => knownNow(kase, term, child),
    });
  // what is late depends on the day the form itself names, which the first filling writes
  const answers = numberRows(form, aroundThem(form, fill(fill(given)), plan.family), plan.family);
  return stepsInTime(answers, { name: task.id, day, until: walker.until });
}

/** How many worries and goals a family has been given a number for. */
const numbered = new WeakMap<MadeFamily, Map<string, number>>();

/** A worry and what safe looks like go together by their number: each family counts its own. */
function numberRows(form: Form, answers: Answers, family: MadeFamily): Answers {
  const counts = numbered.get(family) ?? new Map<string, number>();
  numbered.set(family, counts);
  for (const { id, block } of questionsOf(form)) {
    const rows = block === undefined ? undefined : answers.answers[id];
    if (block === undefined || !Array.isArray(rows)) continue;
    for (const row of rows as Record<string, unknown>[]) {
      if (row['number'] === undefined) continue;
      row['number'] = (counts.get(block) ?? 0) + 1;
      counts.set(block, row['number'] as number);
    }
  }
  return answers;
}

/** Who is around the children is what the family is, in whichever form somebody is asked: never made up anew. */
function aroundThem(form: Form, answers: Answers, family: MadeFamily): Answers {
  for (const { id, block } of questionsOf(form)) {
    if (block === 'network' && answers.answers[id] !== undefined) answers.answers[id] = networkOf(family);
  }
  return answers;
}

/** What is known of a term; a day that belongs to earlier work with the child says nothing about this one. */
function knownNow(kase: Case, term: string, child: string | undefined): unknown {
  const answer = (child ? kase.known[child]?.[term] : undefined) ?? kase.known['']?.[term];
  const about = kase.children.find((one) => one.id === (child ?? kase.children[0]?.id));
  const began = about?.episodes.at(-1)?.opened ?? '';
  const isDay = typeof answer?.value === 'string' && /^\d{4}-\d\d-\d\d/.test(answer.value);
  return isDay && dayOf(answer.at) < began ? undefined : answer?.value;
}
