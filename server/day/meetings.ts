import { addDays, dayOf } from '#engine';
import type { Day, Task } from '#engine';
import { may, taskThing } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { bookedOn, plainly } from '../bookings/index.ts';
import { sayDue } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { TaskRow } from '../store/port.ts';
import { asOwnStep, minutesOf } from '../meetings/index.ts';
import { versionOfTask } from '../tasks/index.ts';
import { daysChaired } from './definitions.ts';
import { agreedIn, type Agreed } from './agreed.ts';
import { accountsOf, asRead, atHand, type FamilyAtHand } from './families.ts';
import { namesOf, whenOf, type DayLine } from './line.ts';
import type { Seen } from './to-see.ts';

interface Looking {
  host: Host;
  person: Person;
  seen: Seen;
}

/** Their meetings and visits from today on: of families they hold, of steps of theirs, where they chair or take minutes. */
export async function meetingLines(looking: Looking, families: readonly FamilyAtHand[]): Promise<DayLine[]> {
  const known = new Set(families.map(({ family }) => family.id));
  const chaired = await familiesChaired(looking, known);
  const [own, minutes] = await Promise.all([
    Promise.all([...families, ...chaired].map((one) => linesIn(looking, one))),
    minutesLines(looking),
  ]);
  const taken = new Set(minutes.map(({ task }) => task));
  return [...own.flat().filter(({ task }) => task === undefined || !taken.has(task)), ...minutes];
}

async function linesIn(looking: Looking, at: FamilyAtHand): Promise<DayLine[]> {
  const { host, person } = looking;
  const accounts = accountsOf(person);
  const mine = (await agreedIn(host, at)).filter(
    ({ task, booked }) =>
      at.held ||
      (task?.assignee !== undefined && accounts.includes(task.assignee)) ||
      (booked?.chair !== undefined && plainly(booked.chair) === plainly(person.name)),
  );
  return Promise.all(mine.map((one) => lineOf(looking, at, one)));
}

async function lineOf(looking: Looking, at: FamilyAtHand, agreed: Agreed): Promise<DayLine> {
  const { kind, what, booked, task, form } = agreed;
  const { host, seen } = looking;
  const { family } = at;
  const row = task && (await host.store.task(task.id));
  const children = family.children.filter(({ id }) => agreed.children.includes(id));
  const last = kind === 'visit' ? seen(family.id, children) : undefined;
  return {
    ...{
      id: `${kind} ${family.id} ${agreed.on} ${what}`,
      kind,
      case: family.id,
      caseName: family.name,
      what,
    },
    ...{ children: namesOf(children), ...(await dayOfLine(host, at, agreed.on, row)) },
    ...(row?.due ? { by: { on: row.due.on, says: row.due.because } } : {}),
    ...(last ? { seen: last } : {}),
    ...(booked?.time ? { time: booked.time } : {}),
    ...(booked?.place ? { place: booked.place } : {}),
    ...(task && row ? await stepOf(looking, at, { kind, task, row }) : {}),
    ...(form && !task ? { form } : {}),
  };
}

/** The day it takes place; where that is over it is still to be recorded, and is as late as its step. */
async function dayOfLine(
  { clock, versions }: Host,
  { stored }: FamilyAtHand,
  on: Day,
  row: TaskRow | undefined,
): Promise<Pick<DayLine, 'on' | 'when' | 'late' | 'says' | 'booked'>> {
  const now = clock.now();
  if (on >= dayOf(now)) return { on, late: false, when: whenOf(on, false, now) };
  const due = row?.due && sayDue(row.due, await versions.get(stored.case.version), now, () => '');
  const late = due?.late ?? false;
  return {
    ...{ on: due?.on ?? on, booked: on, late, when: late ? 'late' : 'today' },
    ...(due ? { says: due.says } : {}),
  };
}

/** The step, where they could write in it, and whether it is a meeting with a room of its own. */
async function stepOf(
  { host, person }: Looking,
  { family, stored }: FamilyAtHand,
  { kind, task, row }: Pick<Agreed, 'kind'> & { task: Task; row: TaskRow },
): Promise<Pick<DayLine, 'task' | 'room'>> {
  if (kind === 'visit') return { task: task.id };
  if (!may(person, 'write-draft', taskThing(row, family)).ok) return {};
  const version = await versionOfTask(host, await host.versions.get(stored.case.version), task);
  return { task: task.id, ...(version.forms[task.form]?.meeting ? { room: true } : {}) };
}

/** Families not theirs that have a meeting in the weeks ahead with their name as the chair’s. */
async function familiesChaired({ host, person }: Looking, known: Set<string>): Promise<FamilyAtHand[]> {
  const today = dayOf(host.clock.now());
  const days = Array.from({ length: daysChaired + 1 }, (_, at) => addDays(today, at));
  const booked = (await Promise.all(days.map((day) => bookedOn(host, day)))).flat();
  const chaired = booked.filter(
    ({ chair }) => chair !== undefined && plainly(chair) === plainly(person.name),
  );
  const ids = new Set(chaired.map((one) => one.case).filter((id) => !known.has(id)));
  const families = await Promise.all([...ids].map((id) => host.store.family(id)));
  const found = await Promise.all(families.flatMap((one) => (one ? [atHand(host, person, one)] : [])));
  return found.filter((one) => one !== undefined);
}

/** Meetings whose minutes are theirs: they are let into the room, whatever else of the family they may read. */
async function minutesLines(looking: Looking): Promise<DayLine[]> {
  const { host, person } = looking;
  const tasks = await Promise.all((await minutesOf(host, person)).map((id) => host.store.task(id)));
  const open = tasks.filter((row) => row?.state === 'open');
  const lines = open.map(async (row): Promise<DayLine[]> => {
    const family = row && (await host.store.family(row.case));
    if (!family || !may(person, 'write-draft', asOwnStep(taskThing(row, family), person)).ok) return [];
    const at = await asRead(host, person, family);
    const agreed = at && (await agreedIn(host, at)).find(({ task }) => task?.id === row.id);
    const line = agreed && (await lineOf(looking, at, agreed));
    const without: DayLine = {
      ...{ id: `meeting ${row.id}`, kind: 'meeting', when: 'later', late: false, what: row.what },
      ...{ case: row.case, caseName: family.name, children: namesOf(row.children), task: row.id },
    };
    return [{ ...without, ...line, task: row.id, room: true, minutes: true }];
  });
  return (await Promise.all(lines)).flat();
}
