import { hash } from 'node:crypto';
import {
  accountNamed,
  accountOf,
  allAccounts,
  changeAccount,
  createAccount,
  isOpen,
  logged,
  looksAfterOthers,
  rightsHere,
  type Account,
} from '../access/index.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';
import { groupsMean } from './group-means.ts';
import { rolesByGroups } from './group-roles.ts';
import type { IdentityRules } from './rules.ts';
import type { Statement } from './statement.ts';

/** Why somebody whom the provider knows is not let in; the sign-in page has the words for each. */
export type NotEntered =
  'one-factor' | 'unknown-person' | 'another-person' | 'no-role' | 'ended' | 'meanwhile' | 'local-name';

export type Entered = { ok: true; account: Account } | { ok: false; reason: NotEntered };

interface Link {
  account: string;
}

function linkId(issuer: string, subject: string): string {
  return hash('sha256', JSON.stringify([issuer, subject]), 'base64url');
}

/** The account that is known to belong to somebody at the provider. */
export async function accountOfSubject(
  { store }: Services,
  issuer: string,
  subject: string,
): Promise<string | undefined> {
  return (await store.document<Link>('identity', linkId(issuer, subject)))?.body.account;
}

/** From what the provider says to an account of ours; nobody is let in with one factor, or with no role. */
export async function enter(services: Services, said: Statement, rules: IdentityRules): Promise<Entered> {
  if (!said.strong) return { ok: false, reason: 'one-factor' };
  const known = await accountOfSubject(services, said.issuer, said.subject);
  const found = known === undefined ? await meet(services, said, rules) : await byId(services, known);
  if (!found.ok) return found;
  if (!isOpen(found.account, services.clock.now())) return { ok: false, reason: 'ended' };
  const account = await byGroups(services, found.account, said, rules);
  if (!account) return { ok: false, reason: 'meanwhile' };
  return account.roles.length > 0 ? { ok: true, account } : { ok: false, reason: 'no-role' };
}

async function byId({ store }: Services, id: string): Promise<Entered> {
  const account = (await accountOf(store, id))?.body;
  return account ? { ok: true, account } : { ok: false, reason: 'unknown-person' };
}

/** Somebody who comes the first time: an account that is theirs by name, or one that is made for them. */
async function meet(services: Services, said: Statement, rules: IdentityRules): Promise<Entered> {
  const theirs = await matching(services, said, rules);
  if (!theirs) return rules.make ? make(services, said, rules) : { ok: false, reason: 'unknown-person' };
  const { store, clock } = services;
  // what is shut is not bound to anybody who happens to come by: opened again it would be theirs
  if (!isOpen(theirs, clock.now())) return { ok: false, reason: 'ended' };
  // a name that is given to a new colleague does not bring the former one's account with it
  const { rows } = await store.list('documents', { kind: 'identity', owner: theirs.id }, { limit: 1 });
  if (rows.length > 0) return { ok: false, reason: 'another-person' };
  return link(services, said, theirs);
}

async function matching({ store }: Services, said: Statement, rules: IdentityRules) {
  if (rules.match === 'name' && said.name !== undefined) return byName(store, said.name);
  if (rules.match !== 'external-id' || said.externalId === undefined) return undefined;
  return (await allAccounts(store)).find((one) => one.externalId === said.externalId);
}

/**
 * At many providers people choose how they are called there: a name leads to no account that looks after others, and to
 * none that somebody opened here with a password of its own.
 */
async function byName(store: Store, name: string): Promise<Account | undefined> {
  const account = await accountNamed(store, name);
  if (!account || looksAfterOthers(await rightsHere(store), account.roles)) return undefined;
  const comes = account.source === 'csv' || account.source === 'scim';
  return comes || account.password === undefined ? account : undefined;
}

async function make(services: Services, said: Statement, rules: IdentityRules): Promise<Entered> {
  if (said.name === undefined) return { ok: false, reason: 'unknown-person' };
  const given = rolesByGroups({ roles: [] }, said.groups, await groupsMean(services.store, rules));
  if (given.roles.length === 0) return { ok: false, reason: 'no-role' };
  const { name, displayName = name, externalId } = said;
  const account: Omit<Account, 'id'> = {
    ...{ name, displayName, source: 'oidc', ...given },
    ...(externalId === undefined ? {} : { externalId }),
  };
  const made = await createAccount(services.store, account);
  if (!made.ok) return { ok: false, reason: made.reason === 'conflict' ? 'local-name' : 'meanwhile' };
  return link(services, said, { ...account, id: made.id });
}

async function link({ store }: Services, said: Statement, account: Account): Promise<Entered> {
  const put = await store.put({
    ...{ kind: 'identity', id: linkId(said.issuer, said.subject), owner: account.id, expecting: 0 },
    body: { account: account.id },
  });
  return put.ok ? { ok: true, account } : { ok: false, reason: 'meanwhile' };
}

/** Where groups decide, what they say today holds from this sign-in on, also when it is less than before. */
async function byGroups(
  { store, clock }: Services,
  account: Account,
  said: Statement,
  rules: IdentityRules,
): Promise<Account | undefined> {
  if (rules.rolesFrom === 'here') return account;
  const given = rolesByGroups(account, said.groups, await groupsMean(store, rules));
  const same = given.team === account.team && String(given.roles) === String(account.roles);
  if (same) return account;
  const { team: _team, roles: _roles, ...rest } = account;
  const next: Account = { ...rest, ...given };
  const revision = (await accountOf(store, account.id))?.revision ?? 0;
  return (await changeAccount(store, logged(account, next, { by: 'provider', at: clock.now() }), revision)).ok
    ? next
    : undefined;
}
