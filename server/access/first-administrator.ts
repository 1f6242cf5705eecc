import { hash, randomUUID } from 'node:crypto';
import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import { logged } from './account-log.ts';
import { createAccount, hasAdministrator } from './accounts.ts';
import { hashPassword } from './passwords.ts';
import { newToken } from './sessions.ts';

interface OneTime {
  /** of the token: whoever reads the store cannot use it */
  hash: string;
  expires: Moment;
}

const validSeconds = 24 * 60 * 60;
const purpose = 'first-administrator';

function hashOf(token: string): string {
  return hash('sha256', `${purpose}:${token}`, 'base64url');
}

/**
 * A token for the link that makes the first account. Only its hash is kept; it works once, for a day. There is one at a
 * time, whoever of several servers offered it last: what stands in an older log opens nothing.
 */
export async function offerFirstAdministrator({ store, clock }: Services): Promise<string> {
  const token = newToken();
  const expires = secondsAfter(clock.now(), validSeconds);
  const body: OneTime = { hash: hashOf(token), expires };
  const before = await store.document<OneTime>('one-time', purpose);
  const put = await store.put({
    ...{ kind: 'one-time', id: purpose, expecting: before?.revision ?? 0, body, expires },
  });
  if (put.ok) return token;
  // another server offered one at the same moment: the last one stands
  if (put.reason === 'conflict') return offerFirstAdministrator({ store, clock });
  throw new Error(`The link could not be stored: ${put.reason}.`);
}

export type Made = { ok: true; id: string } | { ok: false; reason: 'token' | 'name' };

/**
 * Uses the token up, whatever then happens to the name: a link that was seen by two makes one account at most, and
 * none where somebody looks after the accounts already.
 */
export async function makeFirstAdministrator(
  { store, clock }: Services,
  ask: { token: string; name: string; displayName: string; password: string },
): Promise<Made> {
  const found = await store.document<OneTime>('one-time', purpose);
  if (!found || found.body.hash !== hashOf(ask.token) || found.body.expires <= clock.now()) {
    return { ok: false, reason: 'token' };
  }
  if (await hasAdministrator(store)) return { ok: false, reason: 'token' };
  const password = await hashPassword(ask.password);
  const used = await store.remove('one-time', found.id, found.revision);
  if (!used.ok) return { ok: false, reason: 'token' };
  const { name, displayName } = ask;
  const account = { id: randomUUID(), name, displayName, roles: ['administrator'], password };
  const by = account.id;
  const made = await createAccount(store, logged(undefined, account, { by, at: clock.now(), alone: true }));
  return made.ok ? { ok: true, id: made.id } : { ok: false, reason: 'name' };
}
