import type { Moment } from '#engine';
import { secondsAfter, secondsBetween } from '../clock.ts';
import type { Services } from '../services.ts';

interface Tries {
  failures: number;
  until: Moment;
}

const freeTries = 5;
const firstWait = 30;
const longestWait = 15 * 60;
const forgetAfter = 24 * 60 * 60;

/**
 * Counts a try before it is looked at, so that tries sent at once are not cheaper than tries sent one after another.
 * `wait`: how long the next one waits should this one fail. Refused: it is too soon for this one.
 */
export async function countTry(
  { store, clock }: Services,
  id: string,
): Promise<{ ok: true; wait: number } | { ok: false; waitSeconds: number }> {
  const found = await store.document<Tries>('throttle', id);
  const now = clock.now();
  const failures = found?.body.failures ?? 0;
  if (found && found.body.until > now) {
    return { ok: false, waitSeconds: Math.ceil(secondsBetween(now, found.body.until)) };
  }
  const wait =
    failures + 1 < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (failures + 1 - freeTries));
  const counted = await store.put({
    ...{ kind: 'throttle', id, expecting: found?.revision ?? 0 },
    body: { failures: failures + 1, until: secondsAfter(now, wait) },
    expires: secondsAfter(now, forgetAfter),
  });
  return counted.ok ? { ok: true, wait } : { ok: false, waitSeconds: 1 };
}

/** The right password came: what failed before it is forgotten. */
export async function forget({ store }: Services, ...ids: string[]): Promise<void> {
  await Promise.all(ids.map((id) => store.remove('throttle', id)));
}
