import { randomUUID } from 'node:crypto';
import {
  accountNamed,
  accountOf,
  allAccounts,
  anotherLooksAfter,
  changeAccount,
  closeSessionsOf,
  createAccount,
  isOpen,
  logged,
  looksAfter,
  looksAfterOthers,
  renameAccount,
  rightsHere,
  type Account,
} from '../access/index.ts';
import { refuseWrite } from '../errors.ts';
import { directoryRoles, identityRules } from '../identity/index.ts';
import type { Services } from '../services.ts';
import type { StoredDocument } from '../store/port.ts';
import { refuseScim } from './scim-error.ts';
import type { UserSaid } from './scim-user.ts';

/** Makes an account for somebody the directory brings. */
export async function createUser(services: Services, said: UserSaid): Promise<Account> {
  const { store } = services;
  const { userName, externalId, active = true } = said;
  if (userName === undefined) refuseScim(400, 'userName is missing.', 'invalidValue');
  await refuseTaken(services, said, undefined);
  const roles = await rolesAfter(services, [], said.roles);
  const account: Account = {
    ...{ id: randomUUID(), name: userName, displayName: said.displayName ?? userName, roles, source: 'scim' },
    ...(externalId === undefined ? {} : { externalId }),
    ...(active ? {} : { disabled: true }),
  };
  const act = { by: 'scim', at: services.clock.now() };
  const made = await createAccount(store, logged(undefined, account, act));
  if (!made.ok && made.reason === 'conflict') taken();
  if (!made.ok) refuseWrite(made);
  return (await userDocument(services, made.id)).body;
}

/**
 * Changes an account to what the directory says. `whole`: what it does not name is as if never said. Whoever is not
 * active any more is out of every session at once.
 */
export async function changeUser(
  services: Services,
  id: string,
  said: UserSaid,
  whole: boolean,
): Promise<Account> {
  const { store, clock } = services;
  const found = await userDocument(services, id);
  await refuseTaken(services, said, id);
  const before = found.body;
  const roles = await rolesAfter(services, before.roles, said.roles);
  const after = await keptApart(services, before, changed(before, { ...said, roles }, whole));
  const next = logged(before, after, { by: 'scim', at: clock.now() });
  const now = clock.now();
  const last = looksAfter(before, now) && !looksAfter(next, now);
  if (last && !(await anotherLooksAfter(store, id, now))) {
    refuseScim(409, 'This is the last account that looks after the others: it stays.', 'mutability');
  }
  const renamed = next.name !== before.name;
  const put = renamed
    ? await renameAccount(store, next, before.name, found.revision)
    : await changeAccount(store, next, found.revision);
  if (!put.ok && renamed && put.reason === 'conflict') taken();
  if (!put.ok) refuseWrite(put);
  if (!isOpen(next, now)) await closeSessionsOf(services, id);
  return next;
}

function changed(before: Account, said: UserSaid, whole: boolean): Account {
  const { disabled: _disabled, externalId: _externalId, ...rest } = before;
  const active = said.active ?? (whole ? true : !before.disabled);
  const externalId = said.externalId ?? (whole ? undefined : before.externalId);
  return {
    ...rest,
    ...{ name: said.userName ?? before.name, displayName: said.displayName ?? before.displayName },
    ...{ roles: said.roles ?? before.roles, source: 'scim' },
    ...(externalId === undefined ? {} : { externalId }),
    ...(active ? {} : { disabled: true }),
  };
}

/** Roles that the rules say a directory gives follow what it says; what was given here by a person stays. */
async function rolesAfter(
  { store }: Services,
  before: string[],
  said: string[] | undefined,
): Promise<string[]> {
  if (said === undefined) return before;
  const given = await directoryRoles(store, (await identityRules(store)).body);
  if (said.some((role) => !given.has(role) && !before.includes(role))) {
    refuseScim(
      400,
      'This role is given here: the rules name no such role for the directory to give.',
      'invalidValue',
    );
  }
  return [...new Set([...before.filter((role) => !given.has(role)), ...said])];
}

/** An account that looks after others is not led to somebody else: a directory can end it, and that is all. */
async function keptApart({ store }: Services, before: Account, next: Account): Promise<Account> {
  if (!looksAfterOthers(await rightsHere(store), before.roles)) return next;
  const { externalId: _externalId, source: _source, ...rest } = next;
  const renamed = before.source !== 'scim' && next.name !== before.name;
  if (renamed || (next.externalId !== undefined && next.externalId !== before.externalId)) {
    refuseScim(409, 'This account looks after others: who it belongs to is changed here.', 'mutability');
  }
  return {
    ...rest,
    ...(before.externalId === undefined ? {} : { externalId: before.externalId }),
    ...(before.source === undefined ? {} : { source: before.source }),
  };
}

/** The account of this id; a directory is told when there is none. */
export async function userDocument({ store }: Services, id: string): Promise<StoredDocument<Account>> {
  return (await accountOf(store, id)) ?? refuseScim(404, 'There is no such user here.');
}

async function refuseTaken({ store }: Services, said: UserSaid, id: string | undefined): Promise<void> {
  const named = said.userName === undefined ? undefined : await accountNamed(store, said.userName);
  if (named && named.id !== id) taken();
  if (said.externalId === undefined) return;
  const others = (await allAccounts(store)).filter((one) => one.id !== id);
  if (others.some((one) => one.externalId === said.externalId)) taken();
}

function taken(): never {
  refuseScim(409, 'Another user has this userName or externalId.', 'uniqueness');
}
