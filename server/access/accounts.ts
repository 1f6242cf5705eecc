import { hash, randomUUID } from 'node:crypto';
import { dayOf, type Day, type Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import { allDocuments, type PutResult, type Store, type StoredDocument } from '../store/port.ts';
import type { PasswordHash } from './passwords.ts';

/** A member of staff who can sign in. `says` introduces an invented person in a demonstration. */
export interface Account {
  id: string;
  /** what is typed to sign in */
  name: string;
  displayName: string;
  roles: string[];
  team?: string;
  password?: PasswordHash;
  disabled?: boolean;
  /** the account ends then by itself */
  until?: Moment;
  /** ids of families that are hidden from this person */
  conflicts?: string[];
  /** who hid and showed them, the latest first */
  conflictLog?: HiddenFamily[];
  /** who changed what of it, the latest first */
  log?: AccountChange[];
  /** what it is called where it comes from */
  externalId?: string;
  /** who made it; absent: somebody here */
  source?: AccountSource;
  says?: string;
}

/** Who changed what of an account and when: only what became another, as it was and as it is. */
export interface AccountChange {
  at: Moment;
  /** an account, or what brings accounts from elsewhere */
  by: string;
  /** the second person, where one was asked */
  confirmedBy?: string;
  /** true: there was nobody else who could have confirmed it */
  alone?: true;
  from: AccountFacts;
  to: AccountFacts;
}

/** A family that was hidden from an account, or shown to it again. */
export interface HiddenFamily {
  case: string;
  hidden: boolean;
  by: string;
  at: Moment;
  /** why it is shown again */
  reason?: string;
}

/** What a log says of an account. `password`: another one was chosen. */
export type AccountFacts = Partial<
  Record<
    'name' | 'displayName' | 'roles' | 'team' | 'until' | 'disabled' | 'externalId' | 'source' | 'password',
    string | string[] | boolean
  >
>;

/** Made by hand, from a table, by a directory, or at the first sign-in through the authority's provider. */
export type AccountSource = 'local' | 'csv' | 'scim' | 'oidc';

/** Whether somebody can be signed in with it at this moment. */
export function isOpen(account: Pick<Account, 'disabled' | 'until'>, now: Moment): boolean {
  return !account.disabled && (account.until === undefined || now < account.until);
}

/** The day an account that ends is last open. */
export function lastDayOf(until: Moment): Day {
  return dayOf(secondsAfter(until, -1));
}

/** Whether this account can look after accounts now. */
export function looksAfter(account: Account, now: Moment): boolean {
  return account.roles.includes('administrator') && isOpen(account, now);
}

/** Whether anybody but these can look after accounts: the last one is not locked out by mistake. */
export async function anotherLooksAfter(store: Store, but: string | string[], now: Moment): Promise<boolean> {
  const left = [but].flat();
  return (await allAccounts(store)).some((one) => looksAfter(one, now) && !left.includes(one.id));
}

/** How names are compared wherever they are: two that look alike to a reader are one. */
export function sameName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Names are unique, whatever the case of their letters: the name is a document of its own. */
function nameId(name: string): string {
  return hash('sha256', sameName(name), 'base64url');
}

/** Makes an account. A refusal 'conflict' means that the name is taken. */
export async function createAccount(
  store: Store,
  account: Omit<Account, 'id'> & { id?: string },
): Promise<PutResult & { id: string }> {
  const id = account.id ?? randomUUID();
  const name = await store.put({
    ...{ kind: 'sign-in-name', id: nameId(account.name), expecting: 0 },
    body: { account: id },
  });
  // a repeat after a fault finds the name already its own
  const ours = !name.ok && (await namedBy(store, account.name)) === id;
  if (!name.ok && !ours) return { ...name, id };
  return { ...(await store.put({ kind: 'account', id, body: { ...account, id }, expecting: 0 })), id };
}

export function accountOf(store: Store, id: string): Promise<StoredDocument<Account> | undefined> {
  return store.document<Account>('account', id);
}

async function namedBy(store: Store, name: string): Promise<string | undefined> {
  return (await store.document<{ account: string }>('sign-in-name', nameId(name)))?.body.account;
}

export async function accountNamed(store: Store, name: string): Promise<Account | undefined> {
  const id = await namedBy(store, name);
  return id === undefined ? undefined : (await accountOf(store, id))?.body;
}

export function changeAccount(store: Store, account: Account, expecting: number): Promise<PutResult> {
  return store.put({ kind: 'account', id: account.id, body: account, expecting });
}

/**
 * Changes an account and the name it signs in with. The new name is taken first and the old one given back last, so
 * that at no moment two people have one name. A refusal 'conflict' means that the name is taken.
 */
export async function renameAccount(
  store: Store,
  account: Account,
  before: string,
  expecting: number,
): Promise<PutResult> {
  const moves = nameId(account.name) !== nameId(before);
  if (moves) {
    const body = { account: account.id };
    const taken = await store.put({ kind: 'sign-in-name', id: nameId(account.name), expecting: 0, body });
    if (!taken.ok && (await namedBy(store, account.name)) !== account.id) return taken;
  }
  const put = await changeAccount(store, account, expecting);
  if (put.ok && moves) await store.remove('sign-in-name', nameId(before));
  return put;
}

/** Everyone with an account, by name, with the revision a change expects. */
export async function accountDocuments(store: Store): Promise<StoredDocument<Account>[]> {
  const found = await allDocuments<Account>(store, { kind: 'account' });
  return found.sort((a, b) => a.body.displayName.localeCompare(b.body.displayName));
}

export async function allAccounts(store: Store): Promise<Account[]> {
  return (await accountDocuments(store)).map((found) => found.body);
}

/** False while there is nobody who could make accounts. */
export async function hasAdministrator(store: Store): Promise<boolean> {
  return (await allAccounts(store)).some((one) => one.roles.includes('administrator') && !one.disabled);
}
