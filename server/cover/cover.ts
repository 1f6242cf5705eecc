import { randomUUID } from 'node:crypto';
import { dayInWords, dayOf, daysBetween } from '#engine';
import type { Day } from '#engine';
import {
  accountOf,
  allAccounts,
  allTeams,
  may,
  performsOf,
  type Account,
  type Cover,
  type Person,
  type Thing,
} from '../access/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { notify, whoManages } from '../glass/index.ts';
import type { Services } from '../services.ts';
import type { Store, StoredDocument } from '../store/port.ts';

export interface Covering {
  absent: string;
  covering: string;
  from: Day;
  to: Day;
}

const longest = 366;

/** Somebody does the work of a colleague who is away, from one day to another; it ends by itself. */
export async function cover(services: Services, by: Person, asked: Covering): Promise<{ id: string }> {
  const { store, clock } = services;
  const [absent, covering] = await Promise.all([
    accountOf(store, asked.absent),
    accountOf(store, asked.covering),
  ]);
  if (!absent || !covering || covering.body.disabled) {
    refuse(422, 'unknown-account', 'Somebody you chose has no account here: choose again.');
  }
  refuseOther(by, absent.body);
  refuseUnfit(absent.body, covering.body);
  refusePeriod(asked, dayOf(clock.now()));
  await refuseFarFromOwn(store, by, absent.body, covering.body);
  await tell(services, by, asked, absent.body);
  const body: Cover = { ...asked, by: by.id, at: clock.now() };
  const id = randomUUID();
  // kept until the day after the last: a list may still be open that evening
  const expires = `${asked.to}T23:59:59.999Z`;
  const put = await store.put({
    ...{ kind: 'cover', id, owner: asked.covering, about: asked.absent, body, expecting: 0, expires },
  });
  if (!put.ok) refuseWrite(put);
  return { id };
}

/** One's own absence is one's own to say; a colleague's is for their manager. */
function refuseOther(by: Person, absent: Account): void {
  if (by.id === absent.id || may(by, 'cover-absence', accountThing(absent)).ok) return;
  refuse(403, 'out-of-reach', 'This is for the person who is away, or for the manager of their team.');
}

function accountThing({ id, team }: Account): Thing {
  const families = [{ id: '', staff: [id], ...(team === undefined ? {} : { team }) }];
  return { kind: 'account', id, families };
}

function refuseUnfit(absent: Account, covering: Account): void {
  if (absent.id === covering.id) refuse(422, 'oneself', 'Choose somebody else to cover.');
  const does = (account: Account): string[] => performsOf(account.roles.map((id) => ({ id })));
  const shared = does(covering).some((role) => does(absent).includes(role));
  if (shared || does(absent).length === 0) return;
  const say = `${covering.displayName} has no role in common with ${absent.displayName}. Choose somebody who can do the same steps.`;
  refuse(422, 'not-their-role', say);
}

/**
 * Whoever is away gives what they hold to a colleague of their own service who does the same; further than that it is for
 * their manager to give.
 */
async function refuseFarFromOwn(store: Store, by: Person, absent: Account, covering: Account): Promise<void> {
  if (maySay(by, absent)) return;
  const teams = await allTeams(store);
  const serviceOf = ({ team }: Account): string | undefined => teams.find((one) => one.id === team)?.service;
  const sameRole = covering.roles.some((role) => absent.roles.includes(role));
  const does = performsOf(absent.roles.map((id) => ({ id }))).length > 0;
  if (serviceOf(covering) === serviceOf(absent) && (does || sameRole)) return;
  const where = does ? 'is in another service' : 'has no role in common with you';
  refuse(422, 'for-the-manager', `${covering.displayName} ${where}. Ask your manager to say who covers.`);
}

/** Who covers, who is away and who gives them work are told by whoever did not say it themself. */
async function tell(services: Services, by: Person, asked: Covering, absent: Account): Promise<void> {
  const { covering, from: first, to: last } = asked;
  const managers = await whoManages(services.store, absent.team, by.id);
  for (const to of new Set([covering, absent.id, ...managers])) {
    if (to === by.id) continue;
    await notify(services, { to, kind: 'cover', by: by.id, absent: absent.id, covering, first, last });
  }
}

function refusePeriod({ from, to }: Covering, today: Day): void {
  if (to < from) refuse(422, 'period', 'The last day must not be before the first.');
  if (to < today) refuse(422, 'period', 'The last day is past. Give days that are still to come.');
  if (daysBetween(from, to) > longest) {
    refuse(422, 'period', 'This is longer than a year. Give the work to somebody instead.');
  }
}

/** Who covers for whom, today and later, as far as it is the reader's to know: their own, and their team's. */
export async function coversFor({ store, clock }: Services, reader: Person) {
  const today = dayOf(clock.now());
  const accounts = new Map((await allAccounts(store)).map((one) => [one.id, one]));
  const { rows } = await store.list('documents', { kind: 'cover' }, { limit: 500 });
  return (rows as StoredDocument<Cover>[]).flatMap(({ id, body }) => {
    const { absent, covering, from, to } = body;
    const account = accounts.get(absent);
    const isOwn = reader.id === absent || reader.id === covering;
    const ends = account !== undefined && (reader.id === absent || maySay(reader, account));
    if (to < today || (!isOwn && !ends)) return [];
    const named = (of: string) => ({ id: of, name: accounts.get(of)?.displayName ?? 'Somebody who left' });
    const says = `${dayInWords(from)} to ${dayInWords(to)}`;
    return [{ id, absent: named(absent), covering: named(covering), from, to, says, canEnd: ends }];
  });
}

const maySay = (reader: Person, account: Account): boolean =>
  may(reader, 'cover-absence', accountThing(account)).ok;

/** Ends a cover before its last day. */
export async function endCover({ store }: Services, by: Person, id: string): Promise<void> {
  const found = (await store.document<Cover>('cover', id)) ?? refuseAbsent();
  const absent = (await accountOf(store, found.body.absent)) ?? refuseAbsent();
  refuseOther(by, absent.body);
  await store.remove('cover', id);
}
