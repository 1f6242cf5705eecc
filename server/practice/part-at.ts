import type { Moment } from '#engine';
import type { LivingPart, Store } from '../store/port.ts';

/** A living document as it stood at a moment: revisions follow each other in time, so few of them are looked at. */
export async function partAt(
  store: Store,
  place: { case: string; part: string; latest: number },
  on: Moment,
): Promise<LivingPart | undefined> {
  let [first, last] = [1, place.latest];
  let found: LivingPart | undefined;
  while (first <= last) {
    const middle = Math.floor((first + last) / 2);
    const part = await store.part(place.case, place.part, middle);
    if (part && part.at <= on) {
      found = part;
      first = middle + 1;
    } else last = middle - 1;
  }
  return found;
}
