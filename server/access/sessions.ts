import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Moment } from '#engine';
import { secondsAfter, secondsBetween } from '../clock.ts';
import type { Services } from '../services.ts';
import { accountOf, isOpen, type Account } from './accounts.ts';
import { givenTo } from './given-to.ts';
import type { Person } from './person.ts';
import { roleName } from './rights.ts';
import { allTeams } from './teams.ts';

/** How somebody showed who they are. */
export interface Proof {
  /** with more than one factor, as the authority's provider says */
  strong: boolean;
  /** when they last showed it: the sign-in here, or as long ago as the provider says */
  at: Moment;
}

/** Kept in the store under a hash of the token, so that reading the store lets nobody in. */
export interface Session {
  account: string;
  opened: Moment;
  seen: Moment;
  strong?: boolean;
  confirmed?: Moment;
  /** where it was opened, in words by which its owner knows it again */
  browser?: string;
}

const idleSeconds = 30 * 60;
const absoluteSeconds = 12 * 60 * 60;
/** how long `seen` may lag behind, so that not every request writes */
const seenSeconds = 60;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

function idOf(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** The token that every change carries in a header; only a page of ours can have read it. */
export function csrfOf(token: string): string {
  return createHmac('sha256', token).update('x-csrf-token').digest('base64url');
}

export function csrfFits(token: string, sent: unknown): boolean {
  const right = Buffer.from(csrfOf(token));
  const given = Buffer.from(typeof sent === 'string' ? sent : '');
  return right.length === given.length && timingSafeEqual(right, given);
}

/** Idle too long, or too old, at this moment. */
export function isOver(session: Session, now: Moment): boolean {
  return now >= expiryOf(session);
}

function expiryOf(session: Session): Moment {
  const idle = secondsAfter(session.seen, idleSeconds);
  const absolute = secondsAfter(session.opened, absoluteSeconds);
  return idle < absolute ? idle : absolute;
}

/** what ends by itself, and lies in the store until it is swept */
const passing = [
  ...(['session', 'throttle', 'one-time', 'rehearsal', 'sign-in-attempt'] as const),
  ...(['notice', 'cover', 'break-glass'] as const),
];

/** Opens a session and gives its token, which is told to nobody but the browser. Lets go of what is long over. */
export async function openSession(
  { store, clock }: Services,
  account: string,
  proof: Proof = { strong: false, at: clock.now() },
  browser?: string,
): Promise<string> {
  const now = clock.now();
  for (const kind of passing) await store.sweep(kind, now);
  const token = newToken();
  const { strong, at: confirmed } = proof;
  const where = browser === undefined ? {} : { browser };
  const session: Session = { account, opened: now, seen: now, strong, confirmed, ...where };
  const put = await store.put({
    ...{ kind: 'session', id: idOf(token), owner: account, body: session, expecting: 0 },
    expires: expiryOf(session),
  });
  if (!put.ok) throw new Error(`A session could not be stored: ${put.reason}.`);
  return token;
}

/**
 * Who a token stands for now; nobody once it is idle for 30 minutes, 12 hours old, closed, or its account
 * disabled or past its end. `look` reads without counting as use: live pages ask by themselves.
 */
export async function personOf(
  { store, clock }: Services,
  token: string,
  look: 'use' | 'look' = 'use',
): Promise<Person | undefined> {
  const found = await store.document<Session>('session', idOf(token));
  const now = clock.now();
  if (!found || isOver(found.body, now)) return undefined;
  const account = (await accountOf(store, found.body.account))?.body;
  if (!account || !isOpen(account, now)) return undefined;
  if (look === 'use' && secondsBetween(found.body.seen, now) >= seenSeconds) {
    const session = { ...found.body, seen: now };
    // a second request at the same moment may have been quicker: either way it was seen
    await store.put({
      ...{ kind: 'session', id: found.id, owner: account.id, body: session, expecting: found.revision },
      expires: expiryOf(session),
    });
  }
  const { strong = false, confirmed } = found.body;
  const person = await personFrom({ store, clock }, account);
  return { ...person, strong, ...(confirmed === undefined ? {} : { stepUp: confirmed }) };
}

export async function personFrom({ store, clock }: Services, account: Account): Promise<Person> {
  const [teams, given] = await Promise.all([allTeams(store), givenTo(store, account, clock.now())]);
  const team = teams.find((one) => one.id === account.team);
  const inService = teams.filter((one) => team !== undefined && one.service === team.service);
  return {
    id: account.id,
    name: account.displayName,
    roles: account.roles.map((id) => ({ id, name: roleName(id) })),
    ...(team ? { team: { id: team.id, name: team.name } } : {}),
    serviceTeams: inService.map((one) => one.id),
    ...given,
  };
}

/** Notes that whoever holds the session has just shown again who they are; false when it is over. */
export async function confirmSession(
  { store, clock }: Services,
  session: string,
  proof: Proof,
): Promise<boolean> {
  const found = await store.document<Session>('session', session);
  if (!found || isOver(found.body, clock.now())) return false;
  const body = { ...found.body, confirmed: proof.at, strong: proof.strong || found.body.strong === true };
  const put = await store.put({
    ...{ kind: 'session', id: found.id, owner: body.account, body, expecting: found.revision },
    expires: expiryOf(body),
  });
  // another request noted at the same moment that the session is in use: once more on what it wrote
  return put.ok || (put.reason === 'conflict' && confirmSession({ store, clock }, session, proof));
}

/** What a session is called where its token must not be known: its place in the store. */
export const sessionId = idOf;

export function closeSession(services: Services, token: string): Promise<void> {
  return closeSessionAt(services, idOf(token));
}

/** Ends the session that is kept there; the token need not be known. */
export async function closeSessionAt({ store }: Services, session: string): Promise<void> {
  await store.remove('session', session);
}

/** Ends every session of an account: its password changed, or whoever it is has left. */
export async function closeSessionsOf({ store }: Services, account: string): Promise<void> {
  let rows;
  do {
    ({ rows } = await store.list('documents', { kind: 'session', owner: account }, { limit: 500 }));
    for (const row of rows) await store.remove('session', row.id);
  } while (rows.length === 500);
}
