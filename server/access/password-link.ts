import { hash } from 'node:crypto';
import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import { logged } from './account-log.ts';
import { accountOf, changeAccount, isOpen } from './accounts.ts';
import { hashPassword, passwordFault } from './passwords.ts';
import { closeSessionsOf, newToken } from './sessions.ts';

interface OneTime {
  account: string;
  expires: Moment;
}

const validSeconds = 24 * 60 * 60;

function idOf(token: string): string {
  return hash('sha256', `new-password:${token}`, 'base64url');
}

/**
 * A token for the link with which somebody chooses a password: for a day, once, and only its hash is kept. A new
 * link makes the earlier ones of the account worthless. Whoever makes it never learns the password.
 */
export async function offerPasswordLink(
  { store, clock }: Services,
  account: string,
): Promise<{ token: string; expires: Moment } | undefined> {
  const { rows } = await store.list('documents', { kind: 'one-time', owner: account }, { limit: 100 });
  for (const row of rows) await store.remove('one-time', row.id);
  const token = newToken();
  const expires = secondsAfter(clock.now(), validSeconds);
  const body: OneTime = { account, expires };
  const put = await store.put({
    ...{ kind: 'one-time', id: idOf(token), owner: account, expecting: 0, body, expires },
  });
  return put.ok ? { token, expires } : undefined;
}

export type PasswordSet = { ok: true } | { ok: false; reason: 'token' | 'password'; message: string };

const over = 'This link was used already, or is more than a day old. Ask for a new one.';

/** Sets the password the link is for and ends every session there is. A password that is refused leaves the link. */
export async function setPassword(
  services: Services,
  ask: { token: string; password: string },
): Promise<PasswordSet> {
  const { store, clock } = services;
  const found = await store.document<OneTime>('one-time', idOf(ask.token));
  const valid = found?.body.account !== undefined && found.body.expires > clock.now();
  const account = valid ? await accountOf(store, found.body.account) : undefined;
  if (!found || !account || !isOpen(account.body, clock.now())) {
    return { ok: false, reason: 'token', message: over };
  }
  const fault = passwordFault(ask.password, account.body.name);
  if (fault !== undefined) return { ok: false, reason: 'password', message: fault };
  const password = await hashPassword(ask.password);
  const used = await store.remove('one-time', found.id, found.revision);
  if (!used.ok) return { ok: false, reason: 'token', message: over };
  const put = await changeAccount(
    store,
    logged(account.body, { ...account.body, password }, { by: account.id, at: clock.now() }),
    account.revision,
  );
  if (!put.ok) {
    return { ok: false, reason: 'token', message: 'Your account was changed meanwhile. Ask for a new link.' };
  }
  await closeSessionsOf(services, account.body.id);
  return { ok: true };
}
