import { hash } from 'node:crypto';
import { jwtVerify, type JWTPayload } from 'jose';
import { closeSessionsOf } from '../access/index.ts';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import { accountOfSubject } from './enter.ts';
import type { Provider } from './provider.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** a token is as old as this at most, and its number is remembered for longer */
const oldestSeconds = 5 * 60;
const rememberedSeconds = 60 * 60;
const longestSession = 12 * 60 * 60;

const idOf = (...parts: string[]): string => hash('sha256', JSON.stringify(parts), 'base64url');

/** Notes whose session at the provider this is: a provider may say later only that it is over. */
export async function rememberProviderSession(
  { store, clock }: Services,
  session: { issuer: string; sid: unknown; account: string },
): Promise<void> {
  if (typeof session.sid !== 'string') return;
  const expires = secondsAfter(clock.now(), longestSession);
  const id = idOf('sid', session.issuer, session.sid);
  const revision = (await store.document('identity', id))?.revision ?? 0;
  await store.put({ kind: 'identity', id, body: { account: session.account }, expecting: revision, expires });
}

/**
 * Ends every session of somebody who has signed out, or was signed out, at the provider, by its logout token
 * (OpenID Connect Back-Channel Logout 1.0, 2.6). False: the token does not hold, or was here before.
 */
export async function logOut(services: Services, provider: Provider, token: string): Promise<boolean> {
  const { store, clock } = services;
  const issuer = await provider.issuer();
  const said = await verified(provider, issuer, token);
  if (said?.jti === undefined) return false;
  const once = idOf('logout', issuer, said.jti);
  if (await store.document('one-time', once)) return false;
  const account = await whose(services, issuer, said);
  if (account !== undefined) await closeSessionsOf(services, account);
  // remembered only when it is done: a provider that sends it again after a fault is heard
  const expires = secondsAfter(clock.now(), rememberedSeconds);
  await store.put({ kind: 'one-time', id: once, expecting: 0, body: { expires }, expires });
  return true;
}

async function verified(provider: Provider, issuer: string, token: string): Promise<JWTPayload | undefined> {
  const read = await jwtVerify(token, await provider.keys(), {
    ...{ issuer, audience: provider.settings.clientId, clockTolerance: 30 },
    ...{ maxTokenAge: oldestSeconds, requiredClaims: ['jti', 'iat', 'events'] },
  }).catch(() => undefined);
  const events = read?.payload['events'];
  const says = typeof events === 'object' && events !== null && Object.hasOwn(events, event);
  // a statement of sign-in must not pass for one of signing out
  return says && read?.payload['nonce'] === undefined ? read?.payload : undefined;
}

async function whose(
  services: Services,
  issuer: string,
  { sub, sid }: JWTPayload,
): Promise<string | undefined> {
  if (sub !== undefined) return accountOfSubject(services, issuer, sub);
  if (typeof sid !== 'string') return undefined;
  const found = await services.store.document<{ account: string }>('identity', idOf('sid', issuer, sid));
  return found?.body.account;
}
