import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { openActions } from '../plans/index.ts';
import type { FamilyAtHand } from './families.ts';
import { whenOf, type DayLine } from './line.ts';

/** What is left to do for them in the plans of their families. */
export async function actionLines(
  { clock }: Host,
  person: Person,
  families: readonly FamilyAtHand[],
): Promise<DayLine[]> {
  const found = await Promise.all(
    families.map(({ reading, stored }) => openActions(reading, stored, person)),
  );
  return found.flat().map(({ id, case: of, caseName, what, byWhen, says, late }) => ({
    ...{ id: `action ${of} ${id}`, kind: 'action', case: of, caseName, children: [], what, late },
    when: whenOf(byWhen, late, clock.now()),
    ...(byWhen ? { on: byWhen } : {}),
    ...(says ? { says } : {}),
  }));
}
