import { formOf, questionsOf } from '#engine';
import { accountNames, familyThing, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { recordsOf } from '../cases/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { askedPage, openTask } from '../tasks/index.ts';
import type { OpenTask } from '../tasks/index.ts';
import { readAs, rowsIn } from '../withholding/index.ts';
import { expectedAt } from './expected.ts';
import { couldWrite, minuteTakerOf } from './minute-taker.ts';

/** A step whose form is filled in by people who meet; for any other the request ends. */
export async function openMeeting(host: Host, task: string): Promise<OpenTask> {
  const open = await openTask(host, task);
  if (!formOf(open.version, open.task.form).meeting) {
    refuse(422, 'no-meeting', 'This step is not a meeting: open it from your work.');
  }
  return open;
}

/**
 * The form of a meeting for a screen that everybody in the room sees, the family too: read as what is handed out to
 * them, without notes between colleagues, without records that would open beside it, and without any address.
 */
export async function roomPage(host: Host, person: Person, task: string) {
  const open = await openMeeting(host, task);
  const { stored, version } = open;
  const form = formOf(version, open.task.form);
  const reading = await readAs(host, stored.case.id, person.id, true);
  const page = await askedPage(host, reading, person, open);
  const { meeting } = form;
  if (!meeting) throw new Error(`${form.id} is no meeting`);
  const kept = { ...page, ...withoutAddresses(page, form) };
  const earlier = page.earlier[meeting.attendance]?.[0]?.value;
  const records = await recordsOf(reading.store, stored.case.id);
  const seen = (await reading.store.load(stored.case.id)) ?? stored;
  const invited = rowsIn(earlier);
  return {
    // nor what colleagues are reminded of
    ...{ ...kept, notes: [], linked: {}, heard: [] },
    meeting: {
      expected: await expectedAt(reading, { version, stored: seen, meeting, records, invited }),
      ...(await whoWrites(host, person, open)),
    },
  };
}

type Page = Awaited<ReturnType<typeof askedPage>>;

/** An address is never put on a screen, nor what was written in its place before. */
function withoutAddresses({ drafts, earlier }: Page, form: Page['form']) {
  const addresses = questionsOf(form).flatMap(({ id, type }) => (type === 'address' ? [id] : []));
  const rest = <T>(kept: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(kept).filter(([key]) => !addresses.includes(key.split('@')[0] ?? '')));
  return { drafts: rest(drafts), earlier: rest(earlier) };
}

/** Who types beside whoever holds the step, and who could: colleagues whose role writes drafts at all. */
async function whoWrites(host: Host, person: Person, { row, stored }: OpenTask) {
  const taker = await minuteTakerOf(host.store, row.id);
  const names = await accountNames(host.store, [taker, row.assignee]);
  const named = (id: string | undefined) =>
    id === undefined ? undefined : { id, name: names.get(id) ?? '' };
  const chair = named(row.assignee);
  const minuteTaker = named(taker);
  const names_ = row.assignee === person.id || may(person, 'give-task', familyThing(stored.family)).ok;
  return {
    ...(chair ? { chair } : {}),
    ...(minuteTaker ? { minuteTaker } : {}),
    ...(names_ ? { couldWrite: await couldWrite(host, stored.family) } : {}),
  };
}
