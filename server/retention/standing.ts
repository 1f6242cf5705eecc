import { dayOf } from '#engine';
import type { Day } from '#engine';
import type { Host } from '../host.ts';
import type { StoredCase } from '../store/port.ts';
import { childFacts } from './child-facts.ts';
import { standingHolds, type LegalHold } from './holds.ts';
import { isDue, keptUntil, type KeptUntil } from './kept-until.ts';
import type { RetentionRule } from './rules.ts';

/** How long a family's record is kept: by child, and what holds it. */
export interface Standing {
  children: KeptUntil[];
  holds: LegalHold[];
  /** children whose own time is over; with a hold there are none */
  due: string[];
  /** the day on which the last child's time is over: then the whole family falls due */
  until: Day;
}

export async function standingOf(
  { store, clock }: Pick<Host, 'store' | 'clock'>,
  { case: kase }: StoredCase,
  rules: RetentionRule[],
): Promise<Standing> {
  const children = childFacts(kase).map((facts) => keptUntil(facts, rules));
  const holds = await standingHolds(store, kase.id);
  const today = dayOf(clock.now());
  const due = holds.length > 0 ? [] : children.filter((one) => isDue(one, today)).map((one) => one.child);
  return {
    children,
    holds,
    due,
    until:
      children
        .map((one) => one.until)
        .sort()
        .at(-1) ?? '9999-12-31',
  };
}
