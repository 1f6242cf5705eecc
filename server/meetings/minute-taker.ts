import type { Moment } from '#engine';
import { accountOf } from '../access/index.ts';
import { refuse, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Store } from '../store/port.ts';

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

/** Names who types in this meeting, or nobody any more. */
export async function nameMinuteTaker(
  host: Host,
  meeting: { task: string; case: string; account: string | null; by: string },
): Promise<void> {
  const { task, account, by } = meeting;
  const found = account === null ? undefined : (await accountOf(host.store, account))?.body;
  if (account !== null && (!found || found.disabled)) {
    refuse(422, 'no-such-account', 'Nobody works here under this name: choose again.');
  }
  const before = await host.store.document<MeetingKept>('meeting', task);
  const kept: MeetingKept = {
    ...{ task, case: meeting.case, by, at: host.clock.now() },
    ...(account === null ? {} : { minuteTaker: account }),
  };
  const put = await host.store.put({
    ...{ kind: 'meeting', id: task, body: kept, expecting: before?.revision ?? 0 },
    ...{ about: meeting.case, case: meeting.case },
    change: { kind: 'draft', case: meeting.case, task },
  });
  if (!put.ok) refuseWrite(put);
}
