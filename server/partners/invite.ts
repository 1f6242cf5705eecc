import { randomUUID } from 'node:crypto';
import { dayOf, daysBetween, endOf } from '#engine';
import type { Day } from '#engine';
import { accountOf, isOpen, rightsHere, type Account, type Invitation } from '../access/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { invitableForms } from './invitable-forms.ts';

export interface Inviting {
  account: string;
  purpose: string;
  /** forms they may write */
  forms: string[];
  /** records they may read beside their own */
  records: string[];
  /** the last day */
  until: Day;
}

const longestDays = 183;

/** Invites somebody of another agency to what is named, and nothing else, until a day. */
export async function invite(
  host: Host,
  caseId: string,
  asked: Inviting,
  by: string,
): Promise<{ id: string }> {
  const { store, clock } = host;
  const account = (await accountOf(store, asked.account))?.body;
  if (!account || !(await whoMayBe(host))(account)) {
    refuse(422, 'unknown-account', 'Choose an account of another agency: this one cannot be invited.');
  }
  refusePeriod(asked.until, dayOf(clock.now()));
  await refuseStrange(host, caseId, asked);
  const { until, ...rest } = asked;
  const body: Invitation = { ...rest, case: caseId, by, at: clock.now(), until: endOf(until) };
  const id = randomUUID();
  const put = await store.put({
    ...{ kind: 'invitation', id, owner: asked.account, about: caseId, case: caseId, body, expecting: 0 },
  });
  if (!put.ok) refuseWrite(put);
  return { id };
}

/** Tells of an account whether it is one that can be invited: open, with a role that reads what is shared. */
export async function whoMayBe({ store, clock }: Host): Promise<(account: Account) => boolean> {
  const rights = await rightsHere(store);
  const now = clock.now();
  return (account) =>
    isOpen(account, now) &&
    account.roles.some((role) => rights.get(role)?.reach['read-shared'] !== undefined);
}

function refusePeriod(until: Day, today: Day): void {
  if (until < today) refuse(422, 'period', 'The last day is past. Give a day that is still to come.');
  if (daysBetween(today, until) > longestDays) {
    refuse(
      422,
      'period',
      'An invitation lasts six months at most. Give an earlier day, and invite again then.',
    );
  }
}

async function refuseStrange(host: Host, caseId: string, { forms, records }: Inviting): Promise<void> {
  const stored = (await host.store.load(caseId)) ?? refuseAbsent();
  const version = await host.versions.get(stored.case.version);
  const invitable = invitableForms(version).map(({ id }) => id);
  if (forms.some((form) => !invitable.includes(form))) {
    refuse(422, 'unknown-form', 'A form you chose is not one that another agency can write. Choose another.');
  }
  const found = await Promise.all(records.map((id) => host.store.record(id)));
  if (found.some((record) => record?.case !== caseId)) {
    refuse(422, 'unknown-record', 'A record you chose is not one of this family. Choose again.');
  }
}

/** Ends an invitation at once. */
export async function endInvitation({ store }: Host, caseId: string, id: string): Promise<void> {
  const found = await store.document<Invitation>('invitation', id);
  if (found?.body.case !== caseId) refuseAbsent();
  const gone = await store.remove('invitation', id);
  if (!gone.ok) refuseWrite(gone);
}
