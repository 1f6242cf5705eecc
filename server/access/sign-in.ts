import { hash } from 'node:crypto';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import { accountNamed, isOpen, sameName, type Account } from './accounts.ts';
import { passwordFits } from './passwords.ts';
import { countTry, forget } from './tries.ts';

export type SignIn = { ok: true; account: Account } | { ok: false; waitSeconds?: number };

/** an address somebody signed in from is theirs for as long */
const knownSeconds = 30 * 24 * 60 * 60;

const idOf = (...parts: string[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

/**
 * Checks name and password. After five failures for a name each further one makes the next try wait, twice as
 * long each time, whether or not the name exists; what is counted is in the store, so another server knows it. Where
 * somebody signed in before, only what is tried from there is counted: a stranger elsewhere keeps nobody out.
 */
export async function signIn(
  services: Services,
  name: string,
  password: string,
  address: string,
): Promise<SignIn> {
  const { store, clock } = services;
  const here = idOf('sign-in', sameName(name), address);
  const everywhere = idOf('sign-in', sameName(name));
  const known = idOf('known', sameName(name), address);
  const isKnown = (await store.document('throttle', known)) !== undefined;
  const checked = await check(services, isKnown ? here : everywhere, name, password);
  if (!checked.ok) return checked;
  await forget(services, here, everywhere);
  const revision = (await store.document('throttle', known))?.revision ?? 0;
  const expires = secondsAfter(clock.now(), knownSeconds);
  await store.put({ kind: 'throttle', id: known, expecting: revision, body: {}, expires });
  return checked;
}

/** The password once more, of somebody who is signed in: counted apart, so that nobody outside can use it up. */
export function confirmPassword(services: Services, account: Account, password: string): Promise<SignIn> {
  return check(services, idOf('confirm', account.id), account.name, password, true);
}

async function check(
  services: Services,
  counter: string,
  name: string,
  password: string,
  clear = false,
): Promise<SignIn> {
  const { store, clock } = services;
  const counted = await countTry(services, counter);
  if (!counted.ok) return { ok: false, waitSeconds: counted.waitSeconds };
  const account = await accountNamed(store, name);
  const fits = await passwordFits(password, account?.password);
  if (account && fits && isOpen(account, clock.now())) {
    if (clear) await forget(services, counter);
    return { ok: true, account };
  }
  return counted.wait > 0 ? { ok: false, waitSeconds: counted.wait } : { ok: false };
}
