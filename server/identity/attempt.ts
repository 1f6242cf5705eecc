import { hash } from 'node:crypto';
import type { Moment } from '#engine';
import { newToken } from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';

/** A sign-in on its way through the provider: kept until the browser comes back, used once, for ten minutes. */
export interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
  /** address of ours to go on at */
  then: string;
  /** place of the session the browser had when it left */
  session?: string;
  /** account that only shows once more who it is: no new session */
  confirms?: string;
  expires: Moment;
}

const lastsSeconds = 10 * 60;

const idOf = (token: string): string => hash('sha256', `attempt:${token}`, 'base64url');

/** Keeps an attempt; the token goes into a cookie of its own, so that only this browser can come back with it. */
export async function beginAttempt(
  { store, clock }: Services,
  attempt: Omit<Attempt, 'expires'>,
): Promise<string | undefined> {
  const now = clock.now();
  await store.sweep('sign-in-attempt', now);
  const token = newToken();
  const expires = secondsAfter(now, lastsSeconds);
  const put = await store.put({
    ...{ kind: 'sign-in-attempt', id: idOf(token), expecting: 0, expires },
    body: { ...attempt, expires },
  });
  return put.ok ? token : undefined;
}

/** Uses an attempt up: the second one who comes with it gets nothing. */
export async function takeAttempt(
  { store, clock }: Services,
  token: string | undefined,
): Promise<Attempt | undefined> {
  if (token === undefined) return undefined;
  const found = await store.document<Attempt>('sign-in-attempt', idOf(token));
  if (!found || found.body.expires <= clock.now()) return undefined;
  const taken = await store.remove('sign-in-attempt', found.id, found.revision);
  return taken.ok ? found.body : undefined;
}
