import type { CaseTrack, Clock, Element, OpenStep, Task } from '../contracts/index.ts';
import { elementAt } from './elements.ts';
import { waitingFor } from './advance.ts';
import { currentStages } from './standing.ts';
import { nextNumber, note, today } from './working.ts';
import type { Working } from './working.ts';

/**
 * Makes the open tasks agree with what the tracks wait for. The same step open for several children is one task:
 * a child who arrives joins it, a child who left is taken off, and a task without children is closed.
 */
export function settleTasks(working: Working, completed?: { task: Task; children: string[] }): void {
  const waiting = openPlaces(working);
  for (const task of [...working.case.tasks]) leave(working, task, waiting, completed);
  for (const place of waiting) arrive(working, place);
  for (const task of working.case.tasks) task.due = dueOf(working, task);
  settleStages(working);
}

/** Keeps the day on which each child entered the stage it is in. */
function settleStages(working: Working): void {
  const { case: kase, version } = working;
  const entered = (kase.entered ??= {});
  for (const { id } of kase.children) {
    const [stage] = currentStages(version, kase, id);
    if (!stage) delete entered[id];
    else if (entered[id]?.stage !== stage) {
      entered[id] = { stage, on: today(working) };
      note(working, 'stage-entered', [id], { stage });
    }
  }
}

interface OpenPlace {
  track: CaseTrack;
  item: OpenStep;
  element: Element;
}

function openPlaces(working: Working): OpenPlace[] {
  const places: OpenPlace[] = [];
  for (const track of working.case.tracks) {
    for (const item of waitingFor(working, track)) {
      const element = elementAt(working.version.pathway, item.id);
      if (item.kind === 'step' && element) places.push({ track, item, element });
    }
  }
  return places;
}

function leave(
  working: Working,
  task: Task,
  waiting: OpenPlace[],
  completed: { task: Task; children: string[] } | undefined,
): void {
  const done = completed?.task.id === task.id ? completed.children : [];
  const stays = task.tracks.map(
    (track, at) =>
      !done.includes(task.children[at] ?? '') &&
      waiting.some((place) => place.track.id === track && place.item.path === task.path),
  );
  const gone = task.children.filter((child, at) => !stays[at] && !done.includes(child));
  task.children = task.children.filter((_, at) => stays[at]);
  task.tracks = task.tracks.filter((_, at) => stays[at]);
  if (gone.length > 0)
    note(working, 'task-closed', gone, { task: task.id, step: task.step, form: task.form });
  if (task.children.length > 0) return;
  working.case.tasks = working.case.tasks.filter((one) => one.id !== task.id);
}

function arrive(working: Working, { track, item, element }: OpenPlace): void {
  const { tasks } = working.case;
  if (tasks.some((task) => task.path === item.path && task.tracks.includes(track.id))) return;
  const same = tasks.find((task) => task.path === item.path && task.process === track.process);
  if (same && !same.children.includes(track.child)) {
    same.children.push(track.child);
    same.tracks.push(track.id);
    note(working, 'child-joined-task', [track.child], { task: same.id, step: same.step });
    return;
  }
  tasks.push(open(working, track, item, element));
}

function open(working: Working, track: CaseTrack, item: OpenStep, element: Element): Task {
  const isMain = track.process === working.version.pathway.main;
  const task: Task = {
    id: `${working.case.id}-t${nextNumber(working)}`,
    step: item.id,
    path: item.path,
    process: track.process,
    stage: isMain ? (item.path.split('/')[0] ?? item.id) : track.process,
    form: element.form ?? '',
    role: element.role ?? '',
    children: [track.child],
    tracks: [track.id],
    opened: working.act.now,
    due: [],
    notes: [],
  };
  const resumes = returned(working, task);
  if (resumes) task.resumes = resumes;
  note(working, 'task-opened', [track.child], { task: task.id, step: task.step, stage: task.stage });
  return task;
}

/**
 * The record an author goes on from: the step that only others may do was completed by this very command, and led
 * back here.
 */
function returned(working: Working, task: Task): string | undefined {
  const [child = ''] = task.children;
  const last = working.case.last[child];
  const judges = working.version.pathway.processes
    .flatMap((process) => process.elements)
    .filter((element) => element.notBy === task.step);
  const came = judges.some((judge) => last?.[judge.id]?.at === working.act.now);
  return came ? last?.[task.step]?.record : undefined;
}

/** Due dates of a task: for each child the clocks of the step's timescales that run for them, the earliest first. */
function dueOf(working: Working, task: Task): Task['due'] {
  const timescales = elementAt(working.version.pathway, task.step)?.timescales ?? [];
  return working.case.clocks
    .filter((clock) => isRunningFor(clock, task, timescales))
    .map(({ child, due: on, timescale, from }) => ({ child, on, timescale, from }))
    .sort((a, b) => a.on.localeCompare(b.on));
}

function isRunningFor(clock: Clock, task: Task, timescales: string[]): boolean {
  return !clock.stopped && timescales.includes(clock.timescale) && task.children.includes(clock.child);
}
