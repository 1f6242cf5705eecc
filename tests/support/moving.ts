import { completeTask, moveCase, openCase, proposePlan, signPlan } from '#engine';
import type { Case, CaseChange, Element, MovePlan, Version } from '#engine';
import { done, smallVersion } from './small-version.ts';

type Small = Parameters<typeof smallVersion>[0];

const day = 24 * 60 * 60 * 1000;

/** Who acts, on the nth day of a small case: the first is a Monday. */
export const act = (n: number, by = 'eve') => ({
  ...{ by, commandId: `c${String(n)}` },
  now: new Date(Date.parse('2026-09-07T09:00:00.000Z') + n * day).toISOString(),
});

/** A version before and one after it. A drawing alone stands for a version with nothing beside it. */
export async function redrawn(
  before: Small | Small['drawing'],
  after: Small | Small['drawing'],
): Promise<{ from: Version; to: Version }> {
  const whole = (given: Small | Small['drawing']): Small =>
    typeof given['drawing'] === 'object' ? (given as Small) : { drawing: given as Small['drawing'] };
  const from = await smallVersion(whole(before));
  return { from, to: { ...(await smallVersion(whole(after))), id: 'v2' } };
}

/** Says something else of an element of a version's drawing. */
export function redraw(version: Version, id: string, more: Partial<Element>): void {
  const elements = version.pathway.processes.flatMap((process) => process.elements);
  const element = elements.find((one) => one.id === id);
  if (!element) throw new Error(`nothing is called ${id}`);
  Object.assign(element, more);
}

/** What a child of the family gave as an answer while a step was completed. */
export type Done = string | { step: string; for?: string[]; answers?: Record<string, unknown> };

/** A family that has come through these steps of a version, a day each. */
export function familyAfter(version: Version, steps: Done[], children = ['ada']): Case {
  const given = { id: 'f', name: 'Family', children: children.map((id) => ({ id })) };
  const opened = done(openCase(version, given, act(0))).case;
  return steps.reduce((kase, step, at) => stepDone(version, kase, step, at + 1).case, opened);
}

/** A step completed, with the same answers for each child it is completed for. */
export function stepDone(version: Version, kase: Case, given: Done, n: number, by?: string): CaseChange {
  const { step, answers = {}, for: only } = typeof given === 'string' ? { step: given } : given;
  const task = kase.tasks.find(
    (one) => one.step === step && (only ?? []).every((child) => one.children.includes(child)),
  );
  if (!task) throw new Error(`${step} is not open, but ${kase.tasks.map((one) => one.step).join(', ')}`);
  const perChild = Object.fromEntries((only ?? task.children).map((child) => [child, answers]));
  const command = { ...act(n, by), task: task.id, answers: { answers: {}, perChild } };
  return done(completeTask(version, kase, only ? { ...command, only } : command));
}

/** The proposed plan, with what a person said beside it. */
export function planFor(from: Version, to: Version, said: Partial<MovePlan> = {}): MovePlan {
  const { plan } = proposePlan(from, to);
  const own = new Set((said.steps ?? []).map((map) => map.from));
  const steps = [...plan.steps.filter((map) => !own.has(map.from)), ...(said.steps ?? [])];
  return { ...plan, note: 'We tried it and it is better.', ...said, steps };
}

/** The case moved by the proposed plan and what a person said. */
export function moved(from: Version, to: Version, kase: Case, said: Partial<MovePlan> = {}): CaseChange {
  const plan = signPlan(planFor(from, to, said), act(19));
  return done(moveCase(plan, from, to, frozen(kase), act(20)));
}

/** The same, and whoever tries to change it fails: a move leaves the case it was given as it was. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Open tasks as words: 'write (ada, ben)'. */
export const tasksOf = (kase: Case): string[] =>
  kase.tasks.map((task) => `${task.path} (${task.children.join(', ')})`).sort();
