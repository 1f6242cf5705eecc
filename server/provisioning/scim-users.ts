import {
  accountNamed,
  accountOf,
  allAccounts,
  anotherLooksAfter,
  changeAccount,
  closeSessionsOf,
  createAccount,
  isOpen,
  looksAfter,
  renameAccount,
  type Account,
} from '../access/index.ts';
import { refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import type { StoredDocument } from '../store/port.ts';
import { refuseScim } from './scim-error.ts';
import type { UserSaid } from './scim-user.ts';

/** Makes an account for somebody the directory brings. */
export async function createUser(services: Services, said: UserSaid): Promise<Account> {
  const { store } = services;
  const { userName, externalId, active = true, roles = [] } = said;
  if (userName === undefined) refuseScim(400, 'userName is missing.', 'invalidValue');
  await refuseTaken(services, said, undefined);
  const made = await createAccount(store, {
    ...{ name: userName, displayName: said.displayName ?? userName, roles, source: 'scim' },
    ...(externalId === undefined ? {} : { externalId }),
    ...(active ? {} : { disabled: true }),
  });
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
  const next = changed(before, said, whole);
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
