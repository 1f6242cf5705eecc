import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import type { Services } from '../services.ts';
import { logged } from './account-log.ts';
import { accountOf, changeAccount } from './accounts.ts';
import { documentsOf } from './grants.ts';

/** Roles that somebody gave an account, which are not held until a second person says so too. */
export interface RoleRequest {
  account: string;
  roles: string[];
  by: string;
  at: Moment;
}

const owner = 'roles';
const keptSeconds = 30 * 24 * 60 * 60;

/** One for each account: who asks again, asks in their own name for what they see. */
const idOf = (account: string): string => `roles-${account}`;

/** Keeps what waits for a second person; false when somebody else asked at the same moment. */
export async function askForRoles(
  { store, clock }: Services,
  ask: { account: string; roles: string[]; by: string },
): Promise<boolean> {
  const at = clock.now();
  const id = idOf(ask.account);
  const revision = (await store.document('provisioning', id))?.revision ?? 0;
  const body: RoleRequest = { ...ask, at };
  const put = await store.put({
    ...{ kind: 'provisioning', id, owner, expecting: revision, body, expires: secondsAfter(at, keptSeconds) },
  });
  return put.ok;
}

/** Everything that waits, the oldest first. */
export async function roleRequests({ store }: Services): Promise<RoleRequest[]> {
  const found = await documentsOf<RoleRequest>(store, 'provisioning', owner);
  return found.map(({ body }) => body).sort((a, b) => (a.at < b.at ? -1 : 1));
}

export type Answered =
  { ok: true; request: RoleRequest } | { ok: false; reason: 'absent' | 'not-yours' | 'meanwhile' };

/** A second person says yes: neither whoever gave the roles nor whoever gets them. */
export async function confirmRoles(services: Services, account: string, by: string): Promise<Answered> {
  const { store, clock } = services;
  const found = await requestOf(services, account);
  if (!found) return { ok: false, reason: 'absent' };
  const request = found.body;
  if (by === request.by || by === account) return { ok: false, reason: 'not-yours' };
  const before = await accountOf(store, account);
  if (!before) return { ok: false, reason: 'absent' };
  // taken away first: it is said once, and a fault in between leaves somebody with less, not with more
  const taken = await store.remove('provisioning', found.id, found.revision);
  if (!taken.ok) return { ok: false, reason: 'meanwhile' };
  const roles = [...new Set([...before.body.roles, ...request.roles])];
  const act = { by: request.by, at: clock.now(), confirmedBy: by };
  const put = await changeAccount(
    store,
    logged(before.body, { ...before.body, roles }, act),
    before.revision,
  );
  if (put.ok) return { ok: true, request };
  await askForRoles(services, request);
  return { ok: false, reason: 'meanwhile' };
}

/** The second person says no, or whoever asked thinks better of it. */
export async function refuseRoles(services: Services, account: string, by: string): Promise<Answered> {
  const found = await requestOf(services, account);
  if (!found) return { ok: false, reason: 'absent' };
  if (by === account) return { ok: false, reason: 'not-yours' };
  const taken = await services.store.remove('provisioning', found.id, found.revision);
  return taken.ok ? { ok: true, request: found.body } : { ok: false, reason: 'meanwhile' };
}

function requestOf({ store }: Services, account: string) {
  return store.document<RoleRequest>('provisioning', idOf(account));
}
