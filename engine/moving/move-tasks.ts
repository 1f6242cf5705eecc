import type { Task } from '../contracts/index.ts';
import { elementAt } from '../cases/elements.ts';
import { nextNumber, note } from '../cases/working.ts';
import type { Working } from '../cases/working.ts';
import type { Aim } from './aim.ts';
import type { TrackLanding } from './land-track.ts';
import { isSameForm } from './same-form.ts';

type Landed = Extract<TrackLanding, { kind: 'lands' }>;

/**
 * Carries the open tasks over: the same task under its own id, with its worker and notes, at the step that follows.
 * Children whose steps part go on in a task of their own; tasks that became one are one. What has no step to go on
 * with stays as it is here, and closes when the tasks are made to agree with the tracks.
 */
export function moveTasks(working: Working, aim: Aim, landings: TrackLanding[]): void {
  const byTrack = new Map(
    landings.flatMap((one) => (one.kind === 'lands' ? [[one.track, one] as const] : [])),
  );
  const moved: Moved[] = working.case.tasks.flatMap((task) => parts(working, aim, task, byTrack));
  working.case.tasks = moved
    .reduce((kept, part) => together(working, kept, part), new Array<Moved>())
    .map(({ task }) => task);
}

interface Moved {
  task: Task;
  /** step and process it comes from: two tasks that lay apart there are one only where their steps became one */
  from: string;
}

function parts(working: Working, aim: Aim, task: Task, byTrack: Map<string, Landed>): Moved[] {
  const from = `${task.process} ${task.path}`;
  const goesTo = task.tracks.map((id) => {
    const landed = byTrack.get(id);
    const path = landed?.steps.find((step) => step.from === task.path)?.to;
    return landed && path !== undefined ? `${landed.process} ${path}` : '';
  });
  const goals = [...new Set(goesTo.filter((goal) => goal !== ''))];
  if (goals.length === 0) return [{ task, from }];
  return goals.map((goal, at) => {
    const stays = (_: string, child: number): boolean =>
      goesTo[child] === goal || (at === 0 && goesTo[child] === '');
    const own = { ...task, children: task.children.filter(stays), tracks: task.tracks.filter(stays) };
    if (at > 0) own.id = splitOff(working, task, own.children);
    return { task: atStep(aim, own, goal), from };
  });
}

function splitOff(working: Working, { id, step }: Task, children: string[]): string {
  const own = `${working.case.id}-t${nextNumber(working)}`;
  note(working, 'child-split-off', children, { task: id, step, into: own });
  return own;
}

/** The task at the step that follows. It keeps the form it began with, unless the plan says otherwise. */
function atStep({ plan, from, to }: Aim, task: Task, goal: string): Task {
  const [process = '', path = ''] = goal.split(' ');
  const step = path.split('/').at(-1) ?? path;
  const element = elementAt(to.pathway, step);
  const map = plan.steps.find((one) => one.from === task.step && one.to === step);
  const stage = process === to.pathway.main ? (path.split('/')[0] ?? step) : process;
  const began = { form: task.form, version: task.version ?? from.id };
  const isAsNow = task.version === undefined && isSameForm(from, to, task.form);
  const moved: Task = { ...task, step, path, process, stage, role: element?.role ?? task.role };
  if (isAsNow && (element?.form === task.form || map?.form !== 'new')) return moved;
  if (map?.form !== 'new') return { ...moved, version: began.version };
  const { version: _left, ...plain } = moved;
  return { ...plain, form: element?.form ?? task.form, lookAgain: began };
}

/** One task per step and child: steps that became one bring their tasks together. */
function together(working: Working, kept: Moved[], part: Moved): Moved[] {
  const { task, from } = part;
  const one = kept.find(
    (other) => other.from !== from && other.task.path === task.path && other.task.process === task.process,
  );
  if (!one) return [...kept, part];
  const joins = task.children.filter((child) => !one.task.children.includes(child));
  const doubled = task.children.filter((child) => one.task.children.includes(child));
  const { id, step } = one.task;
  if (joins.length > 0) note(working, 'child-joined-task', joins, { task: id, step, from: task.id });
  if (doubled.length > 0)
    note(working, 'task-closed', doubled, { task: task.id, step: task.step, form: task.form, into: id });
  one.task = {
    ...one.task,
    children: [...one.task.children, ...joins],
    tracks: [...one.task.tracks, ...joins.map((child) => task.tracks[task.children.indexOf(child)] ?? '')],
    notes: [...one.task.notes, ...task.notes],
    ...(one.task.assignee === undefined && task.assignee !== undefined ? { assignee: task.assignee } : {}),
  };
  return kept;
}
