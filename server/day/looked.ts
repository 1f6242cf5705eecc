import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import { refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import { daysChanged } from './definitions.ts';

interface Looked {
  at: Moment;
}

const idOf = (account: string): string => `day-looked-${account}`;
const tries = 5;

/** The moment up to which somebody has put away what changed; after some days it is no news any more. */
export async function lookedAt({ store, clock }: Services, account: string): Promise<Moment> {
  const kept = await store.document<Looked>('setting', idOf(account));
  const first = secondsAfter(clock.now(), -daysChanged * 24 * 60 * 60);
  return kept && kept.body.at > first ? kept.body.at : first;
}

/** Puts away what changed up to a moment that is not to come; an earlier one than before changes nothing. */
export async function putChangesAway(services: Services, account: string, until: Moment): Promise<void> {
  const { store, clock } = services;
  const now = clock.now();
  for (let tried = 1; ; tried += 1) {
    const kept = await store.document<Looked>('setting', idOf(account));
    const at = until < now ? until : now;
    if (kept && kept.body.at >= at) return;
    const expecting = kept?.revision ?? 0;
    const put = await store.put({ kind: 'setting', id: idOf(account), body: { at }, expecting });
    if (put.ok) return;
    if (put.reason !== 'conflict' || tried === tries) return refuseWrite(put);
  }
}
