import type { Moment } from '#engine';
import { secondsAfter } from '../clock.ts';
import type { Store } from '../store/port.ts';
import { allAccounts, isOpen, type Account } from './accounts.ts';
import { contentRoles, looksAfterOthers } from './kinds-of-role.ts';
import type { Person } from './person.ts';
import { rightsHere } from './rights-here.ts';
import type { Rights } from './rights.ts';

/** Whoever ends the account of a colleague is not for that the only one left, for as long. */
const stillCountsSeconds = 7 * 24 * 60 * 60;

/** What somebody may give at once, and what waits for a second person. */
export interface Weighed {
  now: string[];
  waiting: string[];
  /** something was given for which nobody else could be asked */
  alone: boolean;
}

/**
 * Roles that reach what is written about families, and those that look after others, are given by two people where
 * whoever gives them has no such reach: nobody makes themself a reader by way of an account of their own making. While
 * there is nobody else who looks after accounts, the only one gives them alone.
 */
export async function weigh(
  store: Store,
  given: { by: Pick<Person, 'id' | 'roles'>; to: string; roles: string[] },
  at: Moment,
): Promise<Weighed> {
  const rights = await rightsHere(store);
  const own = given.by.roles.map((role) => role.id);
  const heavy = given.roles.filter(
    (role) => contentRoles(rights, [role]).length > 0 || looksAfterOthers(rights, [role]),
  );
  if (heavy.length === 0 || contentRoles(rights, own).length > 0) {
    return { now: given.roles, waiting: [], alone: false };
  }
  const others = await whoElseLooksAfter(store, [given.by.id, given.to], at);
  if (others.length === 0) return { now: given.roles, waiting: [], alone: true };
  return { now: given.roles.filter((role) => !heavy.includes(role)), waiting: heavy, alone: false };
}

/** Roles somebody comes to hold by a change: an account that is opened again brings back all it has. */
export function newRoles(before: Account | undefined, next: Omit<Account, 'id'>, at: Moment): string[] {
  const opensAgain = before && !isOpen(before, at) && isOpen(next, at);
  const held = before && !opensAgain ? before.roles : [];
  return next.roles.filter((role) => !held.includes(role));
}

/** Everybody but these who looks after accounts, or did so within the last week. */
export async function whoElseLooksAfter(store: Store, but: string[], at: Moment): Promise<Account[]> {
  const [rights, accounts] = await Promise.all([rightsHere(store), allAccounts(store)]);
  return accounts.filter((one) => !but.includes(one.id) && lookedAfter(one, rights, at));
}

function lookedAfter(account: Account, rights: Rights, at: Moment): boolean {
  if (isOpen(account, at) && looksAfterOthers(rights, account.roles)) return true;
  const since = secondsAfter(at, -stillCountsSeconds);
  return (account.log ?? []).some(({ at: when, from, to }) => {
    const roles = Array.isArray(from.roles) ? from.roles : account.roles;
    const ended = 'roles' in from || to.disabled === true || 'until' in to;
    return when > since && ended && looksAfterOthers(rights, roles);
  });
}
