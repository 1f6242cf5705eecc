import type { Moment } from '#engine';
import { allAccounts, isClosed, isOpen } from '../access/index.ts';
import type { FamilyFacts, Person } from '../access/index.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Store, StoredDocument } from '../store/port.ts';

/** What is kept of a meeting beside its form: by the id of its task. */
export interface MeetingKept {
  task: string;
  case: string;
  minuteTaker?: string;
  by: string;
  at: Moment;
}

/** Who types beside the chair in this meeting; undefined: nobody was named. */
export async function minuteTakerOf(store: Store, task: string): Promise<string | undefined> {
  return (await store.document<MeetingKept>('meeting', task))?.body.minuteTaker;
}

/** The steps whose minutes somebody was named to take, while taking minutes is their work. */
export async function minutesOf({ store }: Host, person: Person): Promise<string[]> {
  if (!takesMinutes(person.roles.map(({ id }) => id))) return [];
  const { rows } = await store.list('documents', { kind: 'meeting', owner: person.id }, { limit: 500 });
  return (rows as StoredDocument<MeetingKept>[]).map(({ body }) => body.task);
}

const whoTakeMinutes: readonly string[] = ['minute-taker', 'business-support'];

/** Whether these are roles of those who take minutes for others. */
export function takesMinutes(roles: string[]): boolean {
  return roles.some((role) => whoTakeMinutes.includes(role));
}

/** Colleagues who could type in a meeting of this family: whose work that is, and to whom it is not closed. */
export async function couldWrite(host: Host, family: FamilyFacts): Promise<{ id: string; name: string }[]> {
  const now = host.clock.now();
  const accounts = await allAccounts(host.store);
  return accounts
    .filter((one) => isOpen(one, now) && takesMinutes(one.roles) && !isClosed(one, family))
    .map(({ id, displayName: name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Names who types in this meeting, or nobody any more. */
export async function nameMinuteTaker(
  host: Host,
  family: FamilyFacts,
  meeting: { task: string; account: string | null; by: string },
): Promise<void> {
  const { task, account, by } = meeting;
  if (account !== null && !(await couldWrite(host, family)).some(({ id }) => id === account)) {
    refuse(422, 'no-such-account', 'Nobody who takes minutes for this family has this name: choose again.');
  }
  const before = await host.store.document<MeetingKept>('meeting', task);
  const kept: MeetingKept = {
    ...{ task, case: family.id, by, at: host.clock.now() },
    ...(account === null ? {} : { minuteTaker: account }),
  };
  const put = await host.store.put({
    ...{ kind: 'meeting', id: task, body: kept, expecting: before?.revision ?? 0 },
    ...{ about: family.id, case: family.id },
    // whose work it is: by this they find it
    ...(account === null ? {} : { owner: account }),
    change: { kind: 'draft', case: family.id, task },
  });
  if (!put.ok) refuseWrite(put);
}
