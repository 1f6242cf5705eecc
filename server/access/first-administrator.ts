import { hash } from 'node:crypto';
import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import { createAccount } from './accounts.ts';
import { hashPassword } from './passwords.ts';
import { newToken } from './sessions.ts';

interface OneTime {
  expires: Moment;
}

const validSeconds = 24 * 60 * 60;
const purpose = 'first-administrator';

function idOf(token: string): string {
  return hash('sha256', `${purpose}:${token}`, 'base64url');
}

/** A token for the link that makes the first account. Only its hash is kept; it works once, for a day. */
export async function offerFirstAdministrator({ store, clock }: Services): Promise<string> {
  const token = newToken();
  const expires = secondsAfter(clock.now(), validSeconds);
  const put = await store.put({
    kind: 'one-time',
    id: idOf(token),
    expecting: 0,
    body: { expires },
    expires,
  });
  if (!put.ok) throw new Error(`The link could not be stored: ${put.reason}.`);
  return token;
}

export type Made = { ok: true; id: string } | { ok: false; reason: 'token' | 'name' };

/** Uses the token up, whatever then happens to the name: a link that was seen by two makes one account at most. */
export async function makeFirstAdministrator(
  { store, clock }: Services,
  ask: { token: string; name: string; displayName: string; password: string },
): Promise<Made> {
  const found = await store.document<OneTime>('one-time', idOf(ask.token));
  if (!found || found.body.expires <= clock.now()) return { ok: false, reason: 'token' };
  const password = await hashPassword(ask.password);
  const used = await store.remove('one-time', found.id, found.revision);
  if (!used.ok) return { ok: false, reason: 'token' };
  const { name, displayName } = ask;
  const made = await createAccount(store, { name, displayName, roles: ['administrator'], password });
  return made.ok ? { ok: true, id: made.id } : { ok: false, reason: 'name' };
}
