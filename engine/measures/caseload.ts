import type { Day, Journey, MeasureSpan } from '../contracts/index.ts';
import { byDay, byDayAfter } from './by-day.ts';
import type { ByDay } from './by-day.ts';
import { foldOf } from './folded.ts';
import type { Dated, Folded, Lasted } from './folded.ts';
import { timesOf } from './spans.ts';

export interface Happening {
  folded: Folded;
  happened: Dated;
}

/** A family that passes from one worker to another. */
export interface Passing {
  folded: Folded;
  day: Day;
}

type Children = ReadonlyMap<string, readonly Folded[]>;

/** Journeys made ready to be asked: what nobody asked for yet is not made. */
export interface Caseload {
  all: readonly Folded[];
  children?: Children;
  happenings: Map<string, ByDay<Happening>>;
  times: Map<MeasureSpan, ByDay<Lasted>>;
  ends: Map<MeasureSpan, ByDay<Lasted>>;
  passings?: ByDay<Passing>;
}

const caseloads = new WeakMap<readonly Journey[], Caseload>();

/** Made once for the same journeys: a list of them is never changed, but another one takes its place. */
export function caseloadOf(journeys: readonly Journey[]): Caseload {
  const known = caseloads.get(journeys);
  if (known) return known;
  const made = nothingMade(journeys);
  caseloads.set(journeys, made);
  return made;
}

const nothingMade = (journeys: readonly Journey[]): Caseload => ({
  ...{ all: journeys.map(foldOf), happenings: new Map(), times: new Map(), ends: new Map() },
});

/** The journeys by which one list differs from another. */
export interface ListChange {
  gone: readonly Journey[];
  come: readonly Journey[];
}

/** Makes a list ready from the one whose place it takes: what changed is taken out as it was and put in as it is. */
export function carryCaseload(before: readonly Journey[], now: readonly Journey[], change: ListChange): void {
  const known = caseloads.get(before);
  if (!known) return;
  const { children, happenings, times, ends, passings } = known;
  const [gone, come] = [change.gone.map(foldOf), change.come.map(foldOf)];
  const carried = nothingMade(now);
  for (const [fact, there] of happenings) {
    carried.happenings.set(fact, byDayAfter(there, happeningsOf(gone, fact), happeningsOf(come, fact)));
  }
  for (const [span, there] of times) {
    carried.times.set(span, byDayAfter(there, timesOfAll(gone, span), timesOfAll(come, span)));
  }
  for (const [span, there] of ends) {
    carried.ends.set(span, byDayAfter(there, endsOfAll(gone, span), endsOfAll(come, span)));
  }
  if (passings) carried.passings = byDayAfter(passings, passingsOf(gone), passingsOf(come));
  if (children) carried.children = childrenAfter(children, gone, come);
  caseloads.set(now, carried);
}

/** The journeys in a list that these children have. */
export function journeysOfChildren(journeys: readonly Journey[], children: Iterable<string>): Journey[] {
  const caseload = caseloadOf(journeys);
  return [...new Set(children)].flatMap((child) => ofChild(caseload, child).map(({ journey }) => journey));
}

/** Everything a child has a journey of. */
export function ofChild(caseload: Caseload, child: string): readonly Folded[] {
  caseload.children ??= Map.groupBy(caseload.all, ({ journey }) => journey.child);
  return caseload.children.get(child) ?? [];
}

function childrenAfter(children: Children, gone: readonly Folded[], come: readonly Folded[]): Children {
  const now = new Map(children);
  const left = new Set(gone);
  for (const { journey } of gone) {
    const rest = now.get(journey.child)?.filter((one) => !left.has(one)) ?? [];
    if (rest.length > 0) now.set(journey.child, rest);
    else now.delete(journey.child);
  }
  for (const one of come) now.set(one.journey.child, [...(now.get(one.journey.child) ?? []), one]);
  return now;
}

/** Every happening of a fact by its day. */
export function happeningsIn({ all, happenings }: Caseload, fact: string): ByDay<Happening> {
  const made = happenings.get(fact) ?? byDay(happeningsOf(all, fact), ({ happened }) => happened.day);
  happenings.set(fact, made);
  return made;
}

function happeningsOf(some: readonly Folded[], fact: string): Happening[] {
  const found: Happening[] = [];
  for (const folded of some) {
    for (const happened of folded.facts) if (happened.fact === fact) found.push({ folded, happened });
  }
  return found;
}

/** Every time something was open, by the day on which it began. */
export function timesIn({ all, times }: Caseload, span: MeasureSpan): ByDay<Lasted> {
  const made = times.get(span) ?? byDay(timesOfAll(all, span), ({ from }) => from);
  times.set(span, made);
  return made;
}

/** Every time something was open and has ended, by the first day on which it was not. */
export function endsIn({ all, ends }: Caseload, span: MeasureSpan): ByDay<Lasted> {
  const made = ends.get(span) ?? byDay(endsOfAll(all, span), ({ to = '' }) => to);
  ends.set(span, made);
  return made;
}

const endsOfAll = (some: readonly Folded[], span: MeasureSpan): Lasted[] =>
  timesOfAll(some, span).filter(({ to }) => to !== undefined);

const timesOfAll = (some: readonly Folded[], span: MeasureSpan): Lasted[] =>
  some.flatMap((folded) => timesOf(span, folded));

/** Every passing of a family from one worker to another; the first to hold it is no change. */
export function passingsIn(caseload: Caseload): ByDay<Passing> {
  caseload.passings ??= byDay(passingsOf(caseload.all), ({ day }) => day);
  return caseload.passings;
}

function passingsOf(some: readonly Folded[]): Passing[] {
  return some.flatMap((folded) =>
    folded.journey.held.flatMap(({ worker, from: day }, at, held) => {
      const earlier = held.slice(0, at).findLast((one) => one.worker !== undefined)?.worker;
      return worker === undefined || earlier === undefined || worker === earlier ? [] : [{ folded, day }];
    }),
  );
}
