import type { PlanAction, PlanRow } from '../../api-office/plans.ts';

/** What was said of an action before it was settled on this page, by its id; and the order it stood in then. */
export interface SettledHere {
  before: ReadonlyMap<string, PlanRow>;
  order: readonly string[];
}

/** Nothing was settled yet since the page was opened. */
export const noneSettled: SettledHere = { before: new Map(), order: [] };

/** What is left to do; what was settled here stays among it, in its place, until the page is opened again. */
export function leftAndSettled(actions: readonly PlanAction[], { before, order }: SettledHere): PlanAction[] {
  const placeOf = ({ id }: PlanAction): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return actions
    .filter(({ id, settled }) => !settled || before.has(id))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** An action that was settled here keeps its place, with what takes it back; one that was taken back has none. */
export function settledHere(
  here: SettledHere,
  before: readonly PlanAction[],
  now: readonly PlanAction[],
  id: string,
): SettledHere {
  const [was, is] = [before, now].map((actions) => actions.find((one) => one.id === id));
  const kept = new Map(here.before);
  if (is?.settled !== true) kept.delete(id);
  else if (was && !was.settled) kept.set(id, { id, done: was.status, whatHappened: was.whatHappened ?? '' });
  return { before: kept, order: leftAndSettled(before, here).map((one) => one.id) };
}
