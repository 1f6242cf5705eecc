import { becauseOf, dayOf, elementAt, onlyWaits, openSteps } from '#engine';
import type { Case, Clock, Moment, Version } from '#engine';
import { stagesOf } from './project.ts';
import { sayAge, sayDue, sayList } from './words.ts';
import type { DueSaid } from './words.ts';

/** A case as it is shown: on its version, at this moment, with the children called by name. */
export interface Showing {
  version: Version;
  kase: Case;
  now: Moment;
  nameOf: (id: string) => string;
}

/** Where a child is: stage, strands beside it, the steps that are open, in words. */
export function sayChild(showing: Showing, id: string) {
  const { version, kase, now, nameOf } = showing;
  const child = kase.children.find((one) => one.id === id);
  const age = sayAge(child ?? {}, dayOf(now));
  const [stage] = stagesOf(version, kase, id);
  const open = kase.tasks
    .filter((task) => task.children.includes(id))
    .map((task) => elementAt(version.pathway, task.step)?.name ?? task.step);
  const since = kase.entered?.[id]?.on;
  return {
    person: {
      ...{ id, name: nameOf(id), unborn: !child?.born && child?.expected !== undefined },
      ...(age ? { age } : {}),
      ...(child?.born ? { born: child.born } : {}),
      ...(child?.expected ? { expected: child.expected } : {}),
    },
    ...(stage ? { stage } : {}),
    ...(since ? { since } : {}),
    strands: strandsOf(version, kase, id),
    words: inWords(stage?.name, [...new Set(open)]),
    clocks: runningClocks(showing, id),
  };
}

function strandsOf(version: Version, kase: Case, child: string): string[] {
  const open = kase.tracks.filter(
    (one) => one.child === child && one.track && one.process !== version.pathway.main,
  );
  const names = open.map(
    (one) => version.pathway.processes.find((process) => process.id === one.process)?.name ?? one.process,
  );
  return [...new Set(names)];
}

function inWords(stage: string | undefined, open: string[]): string {
  if (stage) return `In ${stage}. Open: ${sayList(open) || 'nothing'}.`;
  return open.length > 0
    ? `The main pathway has ended. Still open: ${sayList(open)}.`
    : 'Not open at the moment.';
}

/** Clocks that run for a child, or for all of them, the earliest due first. */
export function runningClocks({ version, kase, now, nameOf }: Showing, child?: string): DueSaid[] {
  return kase.clocks
    .filter((clock) => !clock.stopped && (child === undefined || clock.child === child))
    .filter((clock) => !onlyWaits(version.pathway, clock.timescale))
    .map((clock) =>
      sayDue(dueOf(version, clock, child === undefined ? clock.child : undefined), version, now, nameOf),
    )
    .sort((a, b) => a.on.localeCompare(b.on));
}

function dueOf(version: Version, clock: Clock, child: string | undefined) {
  const timescale = version.timescales.find((one) => one.id === clock.timescale);
  const fact = version.facts.find((one) => one.id === timescale?.from);
  return {
    on: clock.due,
    timescale: { id: clock.timescale, name: timescale?.name ?? clock.timescale },
    because: timescale ? becauseOf(timescale, clock, fact?.name ?? timescale.from) : '',
    ...(child ? { child } : {}),
  };
}

/** The elements of the drawing on which a child stands, and the steps completed for it. */
export function placesOf(version: Version, kase: Case, child: string) {
  const tracks = kase.tracks.filter((one) => one.child === child);
  const open = tracks.flatMap(({ track }) => (track ? openSteps(version.tables, track) : []));
  return {
    elements: [...new Set(open.flatMap((item) => item.path.split('/')))],
    passed: Object.keys(kase.last[child] ?? {}),
  };
}
