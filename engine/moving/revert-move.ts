import type { Case, HistoryEntry, Outcome, Task, Version } from '../contracts/index.ts';
import { finish } from '../cases/begin.ts';
import { refuse } from '../cases/check-task.ts';
import { elementAt } from '../cases/elements.ts';
import { note, startWorking } from '../cases/working.ts';
import type { Act, Working } from '../cases/working.ts';
import { canonical } from './canonical.ts';
import { countFrom } from './count-from.ts';
import type { AboutMove } from './move-case.ts';

export interface RevertMove extends Act {
  /** the history entry of the move, and everything in the case's history after it */
  entry: HistoryEntry;
  later: HistoryEntry[];
}

/**
 * Puts a case back on the version it came from, as long as nothing has been completed and nothing has moved on since.
 * What else came about meanwhile stays: who has a task, its notes, facts and records added beside the pathway.
 */
export function revertMove(from: Version, to: Version, kase: Case, command: RevertMove): Outcome {
  const { entry, later } = command;
  if (entry.kind !== 'case-moved' || entry.case !== kase.id) {
    return refuse('not-a-move', 'Only a move of this family to another version can be taken back.');
  }
  const about = entry.about as AboutMove;
  if (kase.version !== about.to || about.from !== from.id || about.to !== to.id) {
    return refuse('other-version', 'This family is no longer on the version the move brought it to.');
  }
  const done = later.filter(({ kind }) => kind === 'task-completed' || kind === 'task-reopened');
  if (done.length > 0) {
    const names = done.map(
      ({ about: { step } }) => `“${elementAt(to.pathway, String(step))?.name ?? String(step)}”`,
    );
    return refuse(
      'completed-since',
      `Work has gone on since the move: ${[...new Set(names)].join(', ')}. The family stays on the new version.`,
    );
  }
  if (!standsAsMoved(kase, about)) {
    return refuse(
      'moved-on-since',
      'The pathway has moved on since the move: news came, a clock fell due, or a child joined. The family stays on the new version.',
    );
  }
  const working = startWorking(from, kase, command);
  note(working, 'case-move-reverted', entry.children, {
    ...{ from: about.to, to: about.from, plan: about.plan, move: entry.id },
  });
  putBack(working, about);
  return finish(working);
}

/** Every track stands where the move put it, and none has begun since. */
function standsAsMoved({ tracks }: Case, { after, before }: AboutMove): boolean {
  const moved = new Map(after.map(({ id, track }) => [id, canonical(track)]));
  const known = new Set(before.tracks.map(({ id }) => id));
  return tracks.every(({ id, track }) =>
    track || known.has(id) ? moved.get(id) === canonical(track) : true,
  );
}

function putBack(working: Working, { from, before, restarted }: AboutMove): void {
  const { case: kase } = working;
  kase.version = from;
  for (const old of structuredClone(before.tracks)) {
    const track = kase.tracks.find(({ id }) => id === old.id);
    if (!track) continue;
    delete track.ended;
    Object.assign(track, old);
  }
  const now = new Map(kase.tasks.map((task) => [task.id, task]));
  for (const { id, step, form, children } of kase.tasks) {
    if (before.tasks.some((task) => task.id === id)) continue;
    note(working, 'task-closed', children, { task: id, step, form });
  }
  kase.tasks = before.tasks.map((task) => asBefore(task, now.get(task.id)));
  kase.entered = structuredClone(before.entered);
  kase.last = structuredClone(before.last);
  for (const { happening, timescale, before: day } of restarted) countFrom(kase, happening, timescale, day);
}

/** The task as it was, with what was done to it meanwhile. */
function asBefore(old: Task, now: Task | undefined): Task {
  const { assignee: _before, ...task } = structuredClone(old);
  const assignee = now ? now.assignee : old.assignee;
  return { ...task, notes: now?.notes ?? task.notes, ...(assignee === undefined ? {} : { assignee }) };
}
