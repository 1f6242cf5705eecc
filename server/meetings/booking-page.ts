import { dayOf, elapsedWorkingDays, formOf, isKnown, isWorkingDay } from '#engine';
import type { Booking, Day, Version } from '#engine';
import { accountNames, allAccounts, performsOf, type Person } from '../access/index.ts';
import { clashesOn } from '../bookings/index.ts';
import { recordsOf } from '../cases/index.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { askedPage, openTask, refuseCurious, type OpenTask } from '../tasks/index.ts';
import { readAs, rowsIn } from '../withholding/index.ts';
import { expectedAt } from './expected.ts';
import { needsOf } from './needs-of.ts';

async function openBooking(host: Host, task: string): Promise<{ open: OpenTask; booking: Booking }> {
  const open = await openTask(host, task);
  const { booking } = formOf(open.version, open.task.form);
  if (!booking) refuse(422, 'no-booking', 'This step books no meeting: open it from your work.');
  return { open, booking };
}

/** The form of a booking with all that is known for it: by when, who could be invited, what they need to take part. */
export async function bookingPage(host: Host, person: Person, task: string) {
  const { open, booking } = await openBooking(host, task);
  refuseCurious(person, open);
  const { stored, version, row } = open;
  const reading = await readAs(host, stored.case.id, person.id);
  const seen = (await reading.store.load(stored.case.id)) ?? stored;
  const [page, records, people, chairs] = await Promise.all([
    askedPage(host, reading, person, open),
    recordsOf(reading.store, stored.case.id),
    reading.store.people(seen.family.people),
    chairsOf(host, version),
  ]);
  const invited = rowsIn(page.earlier[booking.invited]?.[0]?.value);
  const names = await accountNames(host.store, [seen.family.worker]);
  return {
    ...page,
    booking: {
      ...(page.kind ? { known: page.kind } : {}),
      ...{ questions: booking, due: dueOf(host, open, booking), needs: needsOf(people), chairs },
      ...(seen.family.worker ? { worker: names.get(seen.family.worker) ?? '' } : {}),
      expected: await expectedAt(reading, {
        ...{ version, stored: seen, records, invited },
        meeting: { attendance: '', present: [], on: '', expects: booking.expects ?? [] },
      }),
      planned: plannedOn(
        seen.case.known,
        row.children.map(({ id }) => id),
      ),
    },
  };
}

/** What a day means for the meeting: whether anybody works then, how far it is from the day due, what else is on. */
export async function bookingDay(
  host: Host,
  person: Person,
  task: string,
  asked: { on: Day; chair?: string },
) {
  const { open, booking } = await openBooking(host, task);
  refuseCurious(person, open);
  const { stored, version } = open;
  const { calendar } = version;
  const [due] = dueOf(host, open, booking);
  const known = isKnown(calendar, asked.on);
  const clashes = await clashesOn(host, person, stored.family, { ...asked, task });
  return {
    working: isWorkingDay(calendar, asked.on),
    ...(due && known
      ? {
          late: asked.on > due.on,
          days:
            asked.on > due.on
              ? elapsedWorkingDays(calendar, due.on, asked.on)
              : elapsedWorkingDays(calendar, asked.on, due.on),
        }
      : {}),
    clashes,
  };
}

/** By when, for each running clock of the meeting, the earliest first; children with the same day stand together. */
function dueOf(host: Host, { stored, version, task }: OpenTask, { due }: Booking) {
  const running = stored.case.clocks.filter(
    (clock) => due.includes(clock.timescale) && !clock.stopped && task.children.includes(clock.child),
  );
  const byDay = Map.groupBy(running, (clock) => `${dayOf(clock.due)} ${clock.timescale}`);
  const today = dayOf(host.clock.now());
  return [...byDay.values()]
    .flatMap((clocks) => clocks[0] ?? [])
    .map((clock) => ({
      on: dayOf(clock.due),
      name: version.timescales.find(({ id }) => id === clock.timescale)?.name ?? clock.timescale,
      source: version.timescales.find(({ id }) => id === clock.timescale)?.source ?? '',
      late: dayOf(clock.due) < today,
      days:
        dayOf(clock.due) < today
          ? elapsedWorkingDays(version.calendar, dayOf(clock.due), today)
          : elapsedWorkingDays(version.calendar, today, dayOf(clock.due)),
    }))
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

/** Colleagues who could chair: whoever may act for the step that holds the meeting. */
async function chairsOf(host: Host, version: Version) {
  const roles = new Set(
    version.pathway.processes
      .flatMap(({ elements }) => elements)
      .flatMap(({ form, role }) =>
        role !== undefined && form !== undefined && version.forms[form]?.meeting?.enough ? [role] : [],
      ),
  );
  const accounts = await allAccounts(host.store);
  return accounts
    .filter((one) => !one.disabled)
    .filter((one) => performsOf(one.roles.map((id) => ({ id }))).some((role) => roles.has(role)))
    .map(({ id, displayName: name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Other meetings of the family whose day was fixed when the last one was held. */
function plannedOn(
  known: OpenTask['stored']['case']['known'],
  children: string[],
): { term: string; on: string }[] {
  const terms = ['nextCoreGroupOn', 'nextReviewOn', 'meetsAgainOn'];
  return terms.flatMap((term) => {
    const value = ['', ...children]
      .map((owner) => known[owner]?.[term]?.value)
      .find((one) => one !== undefined);
    return typeof value === 'string' ? [{ term, on: value }] : [];
  });
}
