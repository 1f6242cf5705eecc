import { endOf, isDay, type Moment } from '#engine';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';
import { logged, type Act } from './account-log.ts';
import {
  accountOf,
  anotherLooksAfter,
  changeAccount,
  createAccount,
  isOpen,
  looksAfter,
  type Account,
  type HiddenFamily,
} from './accounts.ts';
import { hideFamilies } from './conflicts.ts';
import { endFault } from './kinds-of-role.ts';
import type { Person } from './person.ts';
import { rightsHere } from './rights-here.ts';
import { askForRoles } from './role-requests.ts';
import { newRoles, weigh, type Weighed } from './second-person.ts';
import { closeSessionsOf } from './sessions.ts';
import { allTeams } from './teams.ts';

export interface NewAccount {
  name: string;
  displayName: string;
  roles: string[];
  team?: string;
  /** the last day */
  until?: string;
}

export interface ChangedAccount extends Omit<NewAccount, 'name'> {
  /** reference numbers of the families that are hidden from this person; absent: as they are */
  conflicts?: string[];
  /** why families are not to be hidden any more */
  reason?: string;
  disabled: boolean;
  revision: number;
}

/** What came of it: what waits for a second person, and what has to stand in the audit beside the change. */
export interface Changed {
  id: string;
  revision: number;
  waiting: string[];
  alone: boolean;
  hidden: HiddenFamily[];
}

/** Makes an account; what it may not hold yet waits for a second person. */
export async function makeAccount(services: Services, asked: NewAccount, by: Person): Promise<Changed> {
  const { store, clock } = services;
  const now = clock.now();
  const { until: day, ...rest } = asked;
  const end = endOn(day);
  await refuseUnknownTeam(store, rest.team);
  await refuseEndless(store, rest.roles, end.until, now);
  const weighed = await weigh(store, { by, to: '', roles: rest.roles }, now);
  const account: Omit<Account, 'id'> = { ...rest, roles: weighed.now, source: 'local', ...end };
  const { id: _id, ...kept } = logged(undefined, { ...account, id: '' }, actOf(by, now, weighed));
  const made = await createAccount(store, kept);
  if (!made.ok && made.reason === 'conflict') {
    refuse(422, 'name-taken', 'Another account has this sign-in name. Choose another.');
  }
  if (!made.ok) refuseWrite(made);
  await ask(services, made.id, weighed, by);
  return { ...{ id: made.id, revision: made.revision, hidden: [] }, ...weighed };
}

/** Changes an account as somebody who looks after it says. Being disabled ends every session there is. */
export async function changeByHand(
  services: Services,
  accountId: string,
  asked: ChangedAccount,
  by: Person,
): Promise<Changed> {
  const { store, clock } = services;
  const now = clock.now();
  const found = (await accountOf(store, accountId)) ?? refuseAbsent();
  const { team: _team, until: _until, ...before } = found.body;
  const { revision, until: day, conflicts, reason, ...rest } = asked;
  const end = endOn(day);
  if (accountId === by.id) refuseOwn(found.body, asked, end.until);
  await refuseUnknownTeam(store, rest.team);
  await refuseEndless(store, rest.roles, end.until, now);
  const wanted: Account = { ...before, ...rest, ...end };
  const weighed = await weigh(store, { by, to: accountId, roles: newRoles(found.body, wanted, now) }, now);
  const roles = rest.roles.filter((role) => !weighed.waiting.includes(role));
  const next: Account = { ...wanted, roles };
  await refuseLast(store, found.body, next, now);
  const hiding =
    conflicts === undefined
      ? undefined
      : await hideFamilies(
          store,
          found.body,
          { conflicts, ...(reason === undefined ? {} : { reason }) },
          { by: by.id, at: now, ...(by.conflicts ? { conflicts: by.conflicts } : {}) },
        );
  const { changed: hidden = [], ...families } = hiding ?? {};
  const act = actOf(by, now, weighed);
  const put = await changeAccount(store, { ...logged(found.body, next, act), ...families }, revision);
  if (!put.ok) refuseWrite(put);
  if (!isOpen(next, now)) await closeSessionsOf(services, accountId);
  await ask(services, accountId, weighed, by);
  return { ...{ id: accountId, revision: put.revision, hidden }, ...weighed };
}

function actOf(by: Person, at: Moment, { alone }: Weighed): Act {
  return { by: by.id, at, ...(alone ? { alone } : {}) };
}

async function ask(services: Services, account: string, { waiting }: Weighed, by: Person): Promise<void> {
  if (waiting.length === 0) return;
  const asked = await askForRoles(services, { account, roles: waiting, by: by.id });
  if (!asked)
    refuse(409, 'changed', 'A colleague gave roles to this account at the same moment. Load it again.');
}

/** Somebody else decides what a person may do, for how long and where, and what is hidden from them. */
function refuseOwn(account: Account, asked: ChangedAccount, until: Moment | undefined): void {
  const same =
    asked.conflicts === undefined &&
    asked.team === account.team &&
    until === account.until &&
    JSON.stringify([...asked.roles].sort()) === JSON.stringify([...account.roles].sort());
  if (same) return;
  refuse(
    422,
    'own-account',
    'Your own roles, team, last day and hidden families are changed by a colleague who looks after accounts.',
  );
}

async function refuseLast(store: Store, before: Account, next: Account, now: Moment): Promise<void> {
  if (!looksAfter(before, now) || looksAfter(next, now)) return;
  if (await anotherLooksAfter(store, before.id, now)) return;
  refuse(
    422,
    'last-administrator',
    'This is the last account that can look after the others. Give the role to somebody else first.',
  );
}

function endOn(day: string | undefined): { until?: Moment } {
  if (day === undefined) return {};
  if (!isDay(day)) refuse(422, 'until', 'There is no such day. Write the last day as year-month-day.');
  return { until: endOf(day) };
}

async function refuseEndless(
  store: Store,
  roles: string[],
  until: Moment | undefined,
  now: Moment,
): Promise<void> {
  const fault = endFault(await rightsHere(store), { roles, ...(until === undefined ? {} : { until }) }, now);
  if (fault !== undefined) refuse(422, 'until', fault);
}

async function refuseUnknownTeam(store: Store, team: string | undefined): Promise<void> {
  if (team === undefined || (await allTeams(store)).some((one) => one.id === team)) return;
  refuse(422, 'team', 'There is no such team. Choose one of the list, or make it first.');
}
