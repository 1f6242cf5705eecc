import type { Moment } from '#engine';
import type { Services } from '../services.ts';
import { allDocuments, type StoredDocument } from '../store/port.ts';
import { isOver, type Session } from './sessions.ts';

/** One place where somebody is signed in. */
export interface SignedInPlace {
  id: string;
  since: Moment;
  used: Moment;
  /** 'Firefox on Windows' */
  browser: string;
  /** the session that asks */
  here: boolean;
}

/** Where an account is signed in now, what was used last first. */
export async function placesOf(services: Services, account: string, here: string): Promise<SignedInPlace[]> {
  const own = (await sessionsOf(services, account)).map(({ id, body }) => {
    const { opened, seen, browser = 'Another browser' } = body;
    return { id, since: opened, used: seen, browser, here: id === here };
  });
  return own.sort((one, other) => other.used.localeCompare(one.used));
}

/** Ends one session of an account; false when it is not theirs, or over already. */
export async function endPlace(services: Services, account: string, id: string): Promise<boolean> {
  const own = await sessionsOf(services, account);
  if (!own.some((one) => one.id === id)) return false;
  await services.store.remove('session', id);
  return true;
}

/** Ends every session of an account but one, and says how many. */
export async function endOtherPlaces(services: Services, account: string, but: string): Promise<number> {
  const others = (await sessionsOf(services, account)).filter(({ id }) => id !== but);
  for (const { id } of others) await services.store.remove('session', id);
  return others.length;
}

async function sessionsOf({ store, clock }: Services, account: string): Promise<StoredDocument<Session>[]> {
  const now = clock.now();
  const found = await allDocuments<Session>(store, { kind: 'session', owner: account });
  return found.filter(({ body }) => !isOver(body, now));
}
