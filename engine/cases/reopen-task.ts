import type {
  Case,
  CaseTrack,
  Episode,
  Form,
  HistoryEntry,
  KnownAnswer,
  Outcome,
  Task,
  Version,
} from '../contracts/index.ts';
import { momentInWords } from '../calendar/index.ts';
import { refuse } from './check-task.ts';
import { settleClocks } from './clocks.ts';
import { elementAt } from './elements.ts';
import { settleTasks } from './tasks.ts';
import { childOf, note, startRewriting } from './working.ts';
import type { Act, Working } from './working.ts';

/** What a completed task found before it moved anything: enough to put the tracks back. */
export interface Before {
  tracks: CaseTrack[];
  tasks: Task[];
  episodes: Record<string, Episode[]>;
  /** of the terms that its form asks: no other can it, or a correction of it, have changed */
  known: Record<string, Record<string, KnownAnswer>>;
  /** numbers from here on were given by the command */
  next: number;
}

export function snapshot(kase: Case, children: string[], form: Form): Before {
  const owners = ['', ...children];
  const asked = new Set(form.layout.flatMap((section) => section.questions.map((question) => question.term)));
  const ofForm = (known: Record<string, KnownAnswer> = {}): Record<string, KnownAnswer> =>
    Object.fromEntries(Object.entries(known).filter(([term]) => asked.has(term)));
  return {
    ...structuredClone({
      tracks: kase.tracks.filter((track) => children.includes(track.child) && track.track),
      tasks: kase.tasks.filter((task) => task.children.some((child) => children.includes(child))),
      episodes: Object.fromEntries(children.map((child) => [child, childOf(kase, child).episodes])),
    }),
    known: Object.fromEntries(owners.map((owner) => [owner, ofForm(kase.known[owner])])),
    next: kase.next,
  };
}

export interface ReopenTask extends Act {
  reason: string;
  /** the completion to take back, and everything in the case's history after it */
  entry: HistoryEntry;
  later: HistoryEntry[];
}

/**
 * Takes a completed step back with a reason: the children's tracks stand as before, what it recorded is withdrawn.
 * Refused while a later step of the same children is complete; the refusal names which to reopen first.
 */
export function reopenTask(version: Version, kase: Case, command: ReopenTask): Outcome {
  const { entry, later } = command;
  const before = entry.about['before'] as Before | undefined;
  if (entry.kind !== 'task-completed' || !before) {
    return refuse('not-a-task', 'Only a completed step of the pathway can be reopened.');
  }
  if (!command.reason.trim()) return refuse('no-reason', 'Say why this step is reopened.');
  if (later.some((one) => one.kind === 'task-reopened' && one.about['record'] === entry.about['record'])) {
    return refuse('reopened', 'This step was reopened already.');
  }
  const moved = stillMoved(later);
  if (moved) {
    return refuse(
      'moved-since',
      `This family came to another version of the pathway on ${momentInWords(moved.at)}, after this step was completed. Take that move back first, or correct the record instead.`,
    );
  }
  const inTheWay = laterSteps(entry, later, kase);
  if (inTheWay.length > 0) {
    const names = inTheWay.map((step) => `“${elementAt(version.pathway, step)?.name ?? step}”`);
    return refuse(
      'later-complete',
      `Later steps are complete. Reopen first: ${[...new Set(names)].join(', ')}.`,
    );
  }
  const working = startRewriting(version, kase, command);
  putBack(working, entry, before, { records: recordsOf(entry, later), apart: apartFrom(before, later) });
  note(working, 'task-reopened', entry.children, {
    ...{ task: entry.about['task'], step: entry.about['step'], record: entry.about['record'] },
    reason: command.reason,
  });
  settleClocks(working);
  settleTasks(working);
  return {
    ...{ kind: 'done', case: working.case, blocks: [], people: [] },
    ...{ history: working.history, warnings: [] },
  };
}

/** A move to another version that nobody took back: the places of the time before it mean nothing in the new drawing. */
function stillMoved(later: HistoryEntry[]): HistoryEntry | undefined {
  const takenBack = new Set(
    later.filter(({ kind }) => kind === 'case-move-reverted').map(({ about }) => about['move']),
  );
  return later.find(({ kind, id }) => kind === 'case-moved' && !takenBack.has(id));
}

/** Steps completed since that no later reopening took back. */
function completedSince(later: HistoryEntry[]): HistoryEntry[] {
  const taken = new Set(
    later.filter((one) => one.kind === 'task-reopened').map((one) => one.about['record']),
  );
  return later.filter((one) => one.kind === 'task-completed' && !taken.has(one.about['record']));
}

/** Those of the same children that stand in the way. */
function laterSteps(entry: HistoryEntry, later: HistoryEntry[], kase: Case): string[] {
  return completedSince(later)
    .filter((one) => one.children.some((child) => entry.children.includes(child)))
    .filter((one) => dependsOn(entry, one, kase))
    .map((one) => String(one.about['step']));
}

/** A step on a track that was open before and untouched by the completion does not stand in the way. */
function dependsOn(entry: HistoryEntry, later: HistoryEntry, kase: Case): boolean {
  const before = entry.about['before'] as Before;
  const task = before.tasks.find((one) => one.id === later.about['task']);
  if (!task || task.id === entry.about['task']) return true;
  // a step beside it on the same track: putting the track back would take that back as well, unsaid
  const own = before.tasks.find((one) => one.id === entry.about['task']);
  if (task.tracks.some((track) => own?.tracks.includes(track))) return true;
  return !kase.tracks.some((track) => task.tracks.includes(track.id));
}

/** Tracks that steps completed since moved: nothing of that completion stands on them, and they stay where they are. */
function apartFrom(before: Before, later: HistoryEntry[]): Set<string> {
  const moved = completedSince(later).flatMap(({ about, children }) => {
    const task = before.tasks.find(({ id }) => id === about['task']);
    return task?.tracks.filter((_, at) => children.includes(task.children[at] ?? '')) ?? [];
  });
  return new Set(moved);
}

/** The record of the completion, and those that corrected it since: the last is what stands. */
function recordsOf(entry: HistoryEntry, later: HistoryEntry[]): string[] {
  const records = [String(entry.about['record'])];
  for (const { kind, about } of later) {
    if (kind === 'record-corrected' && about['corrects'] === records.at(-1))
      records.push(String(about['record']));
  }
  return records;
}

function putBack(
  working: Working,
  entry: HistoryEntry,
  before: Before,
  { records, apart }: { records: string[]; apart: Set<string> },
): void {
  const { case: kase } = working;
  const own = before.tasks.find((task) => task.id === entry.about['task']);
  const restored = before.tracks.filter((track) => !apart.has(track.id) && isTouched(working, track, own));
  const ids = new Set(restored.map((track) => track.id));
  const spawned = (id: string): boolean => Number(id.slice(id.lastIndexOf('-k') + 2)) >= before.next;
  kase.tracks = kase.tracks.filter(
    (track) => !ids.has(track.id) && !(entry.children.includes(track.child) && spawned(track.id)),
  );
  kase.tracks.push(...structuredClone(restored));
  for (const child of entry.children) {
    putEpisodesBack(working, child, before.episodes[child] ?? []);
    delete kase.last[child]?.[String(entry.about['step'])];
  }
  withdraw(working, records, before);
  dropOpened(kase, ids, before.next);
  if (own) restoreTask(kase, { ...own, resumes: records.at(-1) ?? '' }, entry.children);
}

/** Episodes are as they were, but one whose main way ended since by what stays done: it stays closed. */
function putEpisodesBack({ case: kase, version }: Working, child: string, before: Episode[]): void {
  const own = childOf(kase, child);
  const goesOn = (id: string): boolean =>
    kase.tracks.some(
      ({ episode, process, track }) => episode === id && process === version.pathway.main && track !== null,
    );
  own.episodes = structuredClone(before).map((episode) => {
    const now = own.episodes.find(({ id }) => id === episode.id);
    return now?.closed !== undefined && !goesOn(episode.id) ? now : episode;
  });
}

/** Tasks that the completion opened go with it: a loop would else have the step open twice. */
function dropOpened(kase: Case, restored: Set<string>, next: number): void {
  const since = (task: Task): boolean => Number(task.id.slice(task.id.lastIndexOf('-t') + 2)) >= next;
  const stays = (task: Task, track: string): boolean =>
    kase.tracks.some((one) => one.id === track) && !(since(task) && restored.has(track));
  kase.tasks = kase.tasks.flatMap((task) => {
    const at = task.tracks.flatMap((track, place) => (stays(task, track) ? [place] : []));
    if (at.length === 0) return [];
    return [
      {
        ...task,
        children: at.map((place) => task.children[place] ?? ''),
        tracks: at.map((place) => task.tracks[place] ?? ''),
      },
    ];
  });
}

/** The track the step stood on, and any other that a message of the completion moved or ended. */
function isTouched(working: Working, track: CaseTrack, own: Task | undefined): boolean {
  const now = working.case.tracks.find((one) => one.id === track.id);
  if (own?.tracks.includes(track.id)) return true;
  return JSON.stringify(now?.track) !== JSON.stringify(track.track);
}

function restoreTask(kase: Case, own: Task, children: string[]): void {
  const open = kase.tasks.find((task) => task.id === own.id);
  const back = own.children.map((child, at) => ({ child, track: own.tracks[at] ?? '' }));
  const mine = back.filter(({ child }) => children.includes(child));
  if (!open) {
    kase.tasks.push({ ...own, children: mine.map((m) => m.child), tracks: mine.map((m) => m.track) });
    return;
  }
  open.children.push(...mine.map((m) => m.child));
  open.tracks.push(...mine.map((m) => m.track));
}

function withdraw(working: Working, records: string[], before: Before): void {
  for (const happening of working.case.happenings) {
    if (!records.includes(happening.record) || happening.replacedBy) continue;
    happening.replacedBy = 'withdrawn';
    const { fact, on, child } = happening;
    note(working, 'fact-withdrawn', [child], { fact, on });
  }
  for (const [owner, known] of Object.entries(working.case.known)) {
    for (const [term, answer] of Object.entries(known)) {
      if (!records.includes(answer.record)) continue;
      const earlier = before.known[owner]?.[term];
      if (earlier) known[term] = earlier;
      else Reflect.deleteProperty(known, term);
    }
  }
}
