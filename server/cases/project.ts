import type { Case, CaseRecord, CaseTrack, Task, Version } from '#engine';
import { becauseOf, currentStages, elementAt } from '#engine';
import type { Held } from './held.ts';
import { queueOf } from './queues.ts';
import type { Queues } from './queues.ts';
import type { CardRow, FamilyRow, Named, TaskDue, TaskRow } from '../store/port.ts';

/** What the rows need of a person: never more than a list may show. */
export interface Shown {
  id: string;
  name: string;
  born?: string;
  expected?: string;
}

export interface Projected {
  family: FamilyRow;
  tasks: TaskRow[];
  cards: CardRow[];
}

/** Rows that queues, board and search read, made anew from the case at every write. */
export function project(
  version: Version,
  kase: Case,
  held: Held,
  people: Map<string, Shown>,
  queues: Queues,
): Projected {
  const shown = (id: string): Shown => people.get(id) ?? { id, name: 'Name not recorded' };
  const tasks = kase.tasks.map((task) => taskRow(version, kase, held, task, shown, queues));
  return {
    family: familyRow(version, kase, held, shown),
    tasks,
    cards: cardRows(version, kase, held, tasks, shown),
  };
}

/** The row of a task that was just completed: it leaves the queue and stands under "done". */
export function doneRow(
  version: Version,
  kase: Case,
  held: Held,
  task: Task,
  record: CaseRecord,
  people: Map<string, Shown>,
  queues: Queues,
): TaskRow {
  const shown = (id: string): Shown => people.get(id) ?? { id, name: 'Name not recorded' };
  const row = taskRow(version, kase, held, { ...task, children: record.children }, shown, queues);
  const completed = { by: record.by, at: record.at, record: record.id };
  return { ...row, id: `${task.id}.${record.id}`, state: 'done', completed };
}

function taskRow(
  version: Version,
  kase: Case,
  held: Held,
  task: Task,
  shown: (id: string) => Shown,
  queues: Queues,
): TaskRow {
  const element = elementAt(version.pathway, task.step);
  const process = version.pathway.processes.find((one) => one.id === task.process);
  const isStrand = task.process !== version.pathway.main;
  const due = dueRow(version, task);
  const team = queueOf(queues, task, held);
  return {
    ...{ id: task.id, case: kase.id, caseName: held.name, state: 'open' },
    ...{ step: task.step, what: element?.name ?? task.step, form: task.form, process: task.process },
    stage: isStrand ? { id: task.stage, name: process?.name ?? task.stage } : stageNamed(version, task.stage),
    ...(isStrand ? { strand: process?.name ?? task.process } : {}),
    children: task.children.map((id) => shown(id)),
    role: roleOf(version, task.role),
    ...(task.assignee ? { assignee: task.assignee } : {}),
    ...(team ? { team } : {}),
    ...(due ? { due } : {}),
    opened: task.opened,
    ...onlyFor(held),
  };
}

function dueRow(version: Version, task: Task): TaskDue | undefined {
  const [first] = task.due;
  const timescale = version.timescales.find((one) => one.id === first?.timescale);
  if (!first || !timescale) return undefined;
  const differ = task.due.some((one) => one.on !== first.on) || task.due.length < task.children.length;
  const fact = version.facts.find((one) => one.id === timescale.from);
  return {
    ...{ on: first.on, unit: timescale.unit, length: timescale.length },
    timescale: { id: timescale.id, name: timescale.name },
    because: becauseOf(timescale, first, fact?.name ?? timescale.from),
    ...(differ && task.children.length > 1 ? { child: first.child } : {}),
  };
}

function familyRow(version: Version, kase: Case, held: Held, shown: (id: string) => Shown): FamilyRow {
  const staff = [held.worker, ...kase.tasks.map((task) => task.assignee)].filter((id) => id !== undefined);
  const people = [...new Set([...kase.children.map((child) => child.id), ...held.people])];
  const words = people.flatMap((id) =>
    shown(id)
      .name.toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  return {
    ...{ id: kase.id, name: held.name },
    ...(held.team ? { team: held.team } : {}),
    ...(held.worker ? { worker: held.worker } : {}),
    staff: [...new Set(staff)],
    children: kase.children.map(({ id }) => ({ id, name: shown(id).name, ...whereIs(version, kase, id) })),
    people,
    words: [...new Set([...words, ...held.name.toLowerCase().split(/\s+/)])].filter(Boolean),
    ...(held.restricted ? { restricted: held.restricted } : {}),
  };
}

function whereIs(version: Version, kase: Case, child: string): { stage?: Named; since?: string } {
  const [id] = currentStages(version, kase, child);
  if (!id) return {};
  return { stage: stageNamed(version, id), since: since(kase, child, id) };
}

/** The stages of the main pathway a child is in, as the board has them. */
export function stagesOf(version: Version, kase: Case, child: string): Named[] {
  return currentStages(version, kase, child).map((id) => stageNamed(version, id));
}

/** Stages of one name are one column: a pathway may come to the same stage by two ways. */
function stageNamed(version: Version, id: string): Named {
  const name = elementAt(version.pathway, id)?.name;
  const main = version.pathway.processes.find((one) => one.id === version.pathway.main);
  const first = main?.elements.find((one) => one.kind === 'stage' && one.name === name);
  return { id: first?.id ?? id, name: name ?? id };
}

/** Since when the child has been in the stage it is in now. */
function since(kase: Case, child: string, stage: string): string {
  const entered = kase.entered?.[child];
  return entered?.stage === stage
    ? entered.on
    : (kase.children.find((one) => one.id === child)?.joined ?? '');
}

function cardRows(
  version: Version,
  kase: Case,
  held: Held,
  tasks: TaskRow[],
  shown: (id: string) => Shown,
): CardRow[] {
  const byStage = new Map<string, CardRow['children']>();
  for (const { id } of kase.children) {
    for (const stage of currentStages(version, kase, id)) {
      const child = { id, name: shown(id).name, since: since(kase, id, stage) };
      const column = stageNamed(version, stage).id;
      byStage.set(column, [...(byStage.get(column) ?? []), child]);
    }
  }
  return [...byStage].map(([stage, children]) => {
    const ids = children.map((child) => child.id);
    const due = tasks
      .filter((task) => task.due && task.children.some((child) => ids.includes(child.id)))
      .flatMap((task) => task.due ?? [])
      .sort((a, b) => a.on.localeCompare(b.on))[0];
    return {
      ...{ case: kase.id, name: held.name, stage: stageNamed(version, stage), children },
      ...(held.team ? { team: held.team } : {}),
      ...(held.worker ? { worker: held.worker } : {}),
      strands: strandsOf(version, kase.tracks, ids),
      ...(due ? { due } : {}),
      ...onlyFor(held),
    };
  });
}

function strandsOf(version: Version, tracks: CaseTrack[], children: string[]): string[] {
  const open = tracks.filter((one) => one.track && children.includes(one.child));
  const names = open
    .filter((one) => one.process !== version.pathway.main)
    .map(
      (one) => version.pathway.processes.find((process) => process.id === one.process)?.name ?? one.process,
    );
  return [...new Set(names)];
}

function roleOf(version: Version, id: string): Named {
  return { id, name: version.roles.find((one) => one.id === id)?.name ?? id };
}

function onlyFor(held: Held): { onlyFor?: string[] } {
  return held.restricted ? { onlyFor: held.restricted.to } : {};
}
