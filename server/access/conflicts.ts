import { refuse } from '../errors.ts';
import type { Store } from '../store/port.ts';

/**
 * Refuses to hide a family that is not there: a number that was mistyped would hide nothing, and nobody would notice.
 * That says to an administrator whether a family has the number; the numbers are random, so only who was given one can
 * ask, and a restricted family is answered as any other. What stands on the account already is not asked again.
 */
export async function refuseUnknownFamilies(store: Store, asked: string[], before: string[]): Promise<void> {
  const added = asked.filter((one) => !before.includes(one));
  const found = await Promise.all(added.map((one) => store.family(one)));
  if (found.every((family) => family !== undefined)) return;
  refuse(
    422,
    'unknown-family',
    'No family has this reference number. Check it with whoever asked for it to be hidden.',
  );
}
