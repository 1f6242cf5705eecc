import { isAnswered, questionsOf, workingDaysAfter } from '#engine';
import type { Answers, Case, Form, Task, Version } from '#engine';
import { makeCoherent } from './coherent.ts';
import type { Chance } from './random.ts';
import type { Plan, Weighted } from './plan.ts';
import caseload from './caseload.json' with { type: 'json' };

interface Deciding {
  form: Form;
  task: Task;
  chance: Chance;
  /** how often each question was asked of each child so far */
  asked: Map<string, number>;
  plan: Plan;
  day: string;
  version: Version;
  /** what is known of the case so far */
  kase: Case;
}

/** Answers the questions that decide the way, and dates to come: steered where the plan says so, else by published shares. */
export function decide(deciding: Deciding): Answers {
  const answers: Answers = { answers: {}, perChild: {} };
  for (const question of questionsOf(deciding.form).filter(isAnswered)) {
    const key = question.term && sharesOf(deciding.plan, question.term) ? question.term : question.id;
    const ahead = (caseload.ahead as unknown as Record<string, [number, number]>)[question.id];
    if (ahead && question.type === 'date') {
      const on = workingDaysAfter(deciding.version.calendar, deciding.day, deciding.chance.whole(...ahead));
      answers.answers[question.id] = question.time ? `${on}T09:30:00.000Z` : on;
    }
    const carried = question.policy === 'carry-forward' && isKnown(deciding, question.term ?? '');
    if (!carried && (question.type === 'radios' || question.type === 'yes-no' || steered(deciding.plan, key)))
      decideOne(deciding, question.id, key, question.per, answers);
  }
  makeCoherent(deciding.form, deciding.kase, answers, deciding.task.children);
  return answers;
}

function isKnown({ kase, task }: Deciding, term: string): boolean {
  return ['', ...task.children].some((owner) => kase.known[owner]?.[term]?.value !== undefined);
}

const decisions = caseload.decisions as unknown as Record<string, Weighted>;

function sharesOf(plan: Plan, key: string): Weighted | undefined {
  return plan.shares?.[key] ?? decisions[key];
}

function decideOne(
  deciding: Deciding,
  id: string,
  key: string,
  per: 'family' | 'child' | 'shared',
  answers: Answers,
): void {
  const { task, plan, chance } = deciding;
  const weights = sharesOf(plan, key);
  if (!weights && !steered(plan, key)) return;
  const together = weights ? chance.weighted(weights) : undefined;
  if (per !== 'child') {
    answers.answers[id] = steer(deciding, key, '') ?? together;
    return;
  }
  task.children.forEach((child) => {
    const own = weights && chance.next() > caseload.siblingsAlike ? chance.weighted(weights) : together;
    (answers.perChild[child] ??= {})[id] = steer(deciding, key, child) ?? own;
  });
}

function steered(plan: Plan, key: string): boolean {
  return key in plan.steer || Object.values(plan.perChild ?? {}).some((own) => key in own);
}

function steer({ asked, plan }: Deciding, key: string, child: string): unknown {
  const number = plan.family.children.findIndex((one) => one.id === child) + 1;
  const values = plan.perChild?.[String(number)]?.[key] ?? plan.steer[key];
  if (!values) return undefined;
  const count = asked.get(`${key} ${child}`) ?? 0;
  asked.set(`${key} ${child}`, count + 1);
  return values[Math.min(count, values.length - 1)];
}
