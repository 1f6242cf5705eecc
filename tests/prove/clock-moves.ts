import { pollOnce } from '../../server/timers/index.ts';
import { wakeCase } from '../../server/cases/index.ts';
import type { Host } from '../../server/host.ts';
import { movingClock } from '../server/support/moving-clock.ts';
import { storeIn, temporaryFolder } from '../server/support/temporary-store.ts';
import { londonMidnight, naiveDue, nextDay } from './naive-days.ts';
import type { Random } from './random.ts';
import { seeded } from './random.ts';
import { onlyVersion, storeWaiting, waitingVersion } from './waiting.ts';
import type { Wait } from './waiting.ts';

export interface ClockMoves {
  clocks: number;
  /** polls while the clock of the server stood, jumped ahead, or jumped back */
  looks: number;
  early: string[];
  lost: string[];
  twice: string[];
  /** clocks whose moment is not the one that a plain count of days gives */
  otherDay: string[];
}

interface Kind {
  wait: Wait;
  /** first day of which clocks start, how many days on the next ones do, and how many there are */
  from: string;
  step: number;
  starts: number;
}

const kinds: Kind[] = [
  // a whole year: both changes of the clock, and every bank holiday
  { wait: { length: 15, unit: 'working-days' }, from: '2026-01-02', step: 1, starts: 365 },
  // from every last day of a month, and onto 29 February 2028
  { wait: { length: 3, unit: 'calendar-months' }, from: '2027-11-20', step: 1, starts: 260 },
  { wait: { length: 6, unit: 'calendar-months' }, from: '2027-08-20', step: 1, starts: 380 },
  // from 29 February as well, onto years that have none
  { wait: { length: 180, unit: 'calendar-months' }, from: '2028-02-20', step: 1, starts: 60 },
  { wait: { length: 180, unit: 'calendar-months' }, from: '2024-01-05', step: 37, starts: 100 },
];

const minute = 60_000;

/** Moments of a London day: just after midnight and just before are other days elsewhere. */
function momentsOf(day: string): number[] {
  const [begins, ends] = [londonMidnight(day), londonMidnight(nextDay(day))];
  return [begins + 10 * minute, begins + 570 * minute, begins + 1005 * minute, ends - 10 * minute];
}

/** Clocks of every length, started on every kind of day, on a server whose own clock jumps about. */
export async function moveClocks(share: number, seed = 8): Promise<ClockMoves> {
  const found: ClockMoves = { clocks: 0, looks: 0, early: [], lost: [], twice: [], otherDay: [] };
  const random = seeded(seed);
  for (const kind of kinds) await tryKind(kind, { ...found, share, random, found });
  return found;
}

async function tryKind(
  { wait, from, step, starts }: Kind,
  { share, random, found }: { share: number; random: Random; found: ClockMoves },
): Promise<void> {
  const version = await waitingVersion(wait);
  const folder = temporaryFolder();
  const clock = movingClock();
  const store = storeIn(folder.path, { now: () => Date.parse(clock.now()) });
  const host: Host = { store, clock, versions: onlyVersion(version) };
  const moveTo = (ms: number): void => clock.pass((ms - Date.parse(clock.now())) / 1000);
  try {
    for (let at = 0; at < starts; at += share) {
      const day = new Date(Date.parse(from) + at * step * 86_400_000).toISOString().slice(0, 10);
      const begun = random.pick(momentsOf(day));
      moveTo(begun);
      const id = `${wait.unit}-${String(wait.length)}-${day}`;
      const { wakeUp } = await storeWaiting(host, version, { id });
      const due = londonMidnight(naiveDue(wait, day));
      found.clocks += 1;
      if (Date.parse(wakeUp ?? '') !== due) found.otherDay.push(`${id}: ${String(wakeUp)}`);
      await watch({ host, id, begun, due, random, found, moveTo });
    }
  } finally {
    await store.close();
    folder.remove();
  }
}

/** Looks before, at and after the moment, with the server's clock jumping in between. */
async function watch(of: {
  host: Host;
  id: string;
  begun: number;
  due: number;
  random: Random;
  found: ClockMoves;
  moveTo: (ms: number) => void;
}): Promise<void> {
  const { host, id, begun, due, random, found, moveTo } = of;
  const look = async (ms: number): Promise<number> => {
    moveTo(ms);
    found.looks += 1;
    await pollOnce({
      ...{ store: host.store, clock: host.clock, owner: 'one' },
      onDue: (caseId) => wakeCase(host, caseId),
      failed: (_id, _attempts, fault) => {
        throw fault;
      },
    });
    return callsOf(host, id);
  };
  const span = due - begun;
  const before = [begun - 90 * 86_400_000, begun + random.below(span), begun + random.below(span), due - 1];
  for (const ms of before) if ((await look(ms)) > 0) found.early.push(id);
  const after = random.below(3) === 0 ? due + random.below(400) * 86_400_000 : due;
  if ((await look(after)) === 0) found.lost.push(id);
  for (const ms of [due - 3_600_000, due, due + 3_600_000, begun, after + 86_400_000 * 366]) {
    if ((await look(ms)) > 1) found.twice.push(id);
  }
}

/** How often the clock has done its work, by the history. */
async function callsOf({ store }: Host, id: string): Promise<number> {
  const { rows } = await store.history(id, { limit: 100 });
  return rows.filter(
    ({ by, kind, about }) => by === 'clock' && kind === 'task-opened' && about['step'] === 'call',
  ).length;
}
