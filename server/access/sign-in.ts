import { hash } from 'node:crypto';
import type { Moment } from '#engine';
import { secondsAfter, secondsBetween } from '../clock.ts';
import type { Services } from '../services.ts';
import { accountNamed, isOpen, sameName, type Account } from './accounts.ts';
import { passwordFits } from './passwords.ts';

interface Tries {
  failures: number;
  until: Moment;
}

export type SignIn = { ok: true; account: Account } | { ok: false; waitSeconds?: number };

const freeTries = 5;
const firstWait = 30;
const longestWait = 15 * 60;
const forgetAfter = 24 * 60 * 60;

/**
 * Checks name and password. After five failures for a name each further one makes the next try wait, twice as
 * long each time, whether or not the name exists; what is counted is in the store, so another server knows it.
 */
export async function signIn(services: Services, name: string, password: string): Promise<SignIn> {
  const { store, clock } = services;
  const id = hash('sha256', `sign-in:${sameName(name)}`, 'base64url');
  const found = await store.document<Tries>('throttle', id);
  const now = clock.now();
  const failures = found?.body.failures ?? 0;
  if (found && found.body.until > now) {
    return { ok: false, waitSeconds: Math.ceil(secondsBetween(now, found.body.until)) };
  }
  // counted before it is looked at: tries sent at once are not cheaper than tries sent one after another
  const wait =
    failures + 1 < freeTries ? 0 : Math.min(longestWait, firstWait * 2 ** (failures + 1 - freeTries));
  const counted = await store.put({
    ...{ kind: 'throttle', id, expecting: found?.revision ?? 0 },
    body: { failures: failures + 1, until: secondsAfter(now, wait) },
    expires: secondsAfter(now, forgetAfter),
  });
  if (!counted.ok) return { ok: false, waitSeconds: 1 };
  const account = await accountNamed(store, name);
  const fits = await passwordFits(password, account?.password);
  if (account && fits && isOpen(account, now)) {
    await store.remove('throttle', id);
    return { ok: true, account };
  }
  return wait > 0 ? { ok: false, waitSeconds: wait } : { ok: false };
}
