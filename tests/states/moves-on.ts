import { checkPlan, dryRun, moveCase, proposePlan, signPlan } from '#engine';
import type { Case, MovePlan, Outcome, Version } from '#engine';

const act = { by: 'eve', now: '2026-09-01T09:00:00.000Z', commandId: 'moves-on' };

/**
 * Moves cases from one version to another by a plan in which a person took what was suggested: the step of the same id
 * or with the same form, the first place that is offered; what nothing follows counts as done.
 */
export function moveOn(from: Version, to: Version, frozen: Case[]): { plan: MovePlan; outcomes: Outcome[] } {
  // a version's id is a hash of all of it, so a folder whose forms grew since is another version, and no case moves from a
  // version that it is not on. A store keeps each version as it was published and moves its cases from that one; here no
  // other edition than the folder is at hand. That the frozen cases open on it, place by place, is the first test of
  // opens.slow.test.ts
  const cases = frozen.map((kase) => ({ ...kase, version: from.id }));
  const { plan, decide } = proposePlan(from, to);
  const steps = decide
    .filter(({ kind }) => kind !== 'strand')
    .map(({ id, suggestions: [first] }) => {
      const follows = first && /same id|same form/.test(first.because) ? first.to : null;
      return { from: id, to: follows };
    });
  const strands = decide.filter(({ kind }) => kind === 'strand').map(({ id }) => ({ from: id, to: null }));
  const decided = {
    ...{ ...plan, steps: [...plan.steps, ...steps], strands: [...plan.strands, ...strands] },
    note: 'The pathway is simpler now.',
  };
  const whole = chosen(decided, from, to, cases);
  const signed = signPlan(whole, act);
  return { plan: whole, outcomes: cases.map((kase) => moveCase(signed, from, to, kase, act)) };
}

/** Which findings of the checks stand against the plan. */
export const against = (plan: MovePlan, from: Version, to: Version): string[] =>
  checkPlan(plan, from, to)
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message);

function chosen(plan: MovePlan, from: Version, to: Version, cases: Case[]): MovePlan {
  const known = new Set(plan.places.map((one) => JSON.stringify([one.process, one.open, one.done])));
  const places = dryRun(plan, from, to, cases)
    .needAPerson.flatMap(({ troubles }) => troubles.flatMap(({ nearest: [first] }) => first?.choice ?? []))
    .filter((one) => !known.has(JSON.stringify([one.process, one.open, one.done])));
  if (places.length === 0) return plan;
  const unique = new Map(places.map((one) => [JSON.stringify([one.process, one.open, one.done]), one]));
  return chosen({ ...plan, places: [...plan.places, ...unique.values()] }, from, to, cases);
}
