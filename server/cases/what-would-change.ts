import {
  becauseOf,
  dayInWords,
  dayOf,
  dueDayInWords,
  dueSays,
  elementAt,
  lateness,
  whatChanges,
} from '#engine';
import type { BeforeAfter, Clock, Moment, Refusal, Version } from '#engine';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import { flag, listOf, object, text } from '../schemas.ts';
import type { Store } from '../store/port.ts';
import { decided, type Command } from './carry-out.ts';

const clockSaid = object({ due: text, says: text, late: flag }, ['due', 'says', 'late']);
const step = object({ step: text, children: listOf(text) }, ['step', 'children']);

/** What a command would change, for the page: in words, the children by name. */
export const wouldChange = object(
  {
    facts: listOf(object({ name: text, child: text, before: text, after: text }, ['name', 'child'])),
    clocks: listOf(
      object({ name: text, child: text, because: text, before: clockSaid, after: clockSaid }, [
        ...(['name', 'child', 'because'] as const),
      ]),
    ),
    ...{ opened: listOf(step), closed: listOf(step) },
    stages: listOf(object({ child: text, before: text, after: text }, ['child'])),
  },
  ['facts', 'clocks', 'opened', 'closed', 'stages'],
);

/**
 * Decides a command on the case as it is, stores nothing, and says what would be different: what happened when, each
 * clock before and after, and which steps open or close. `shown` names only the children the reader may know of.
 */
export async function whatWouldChange(
  host: Host,
  command: Omit<Command<unknown>, 'reply'>,
  shown: Pick<Store, 'people'>,
) {
  const tried = await decided(host, command);
  if (tried.kind !== 'decided') return tried;
  const { stored, version, outcome, act } = tried;
  const people = await shown.people(stored.case.children.map(({ id }) => id));
  const names = new Map(people.map(({ id, body }) => [id, shownPerson(id, body).called]));
  const named = (ids: string[]): string[] => ids.flatMap((id) => names.get(id) ?? []);
  const changes = whatChanges(stored.case, outcome.case);
  const ofShown = <One extends { child: string }>(all: One[]): One[] =>
    all.filter(({ child }) => names.has(child)).map((one) => ({ ...one, child: names.get(one.child) ?? '' }));
  const steps = (all: { step: string; children: string[] }[]) =>
    all
      .map(({ step: id, children }) => ({ step: placeName(version, id), children: named(children) }))
      .filter(({ children }) => children.length > 0);
  return {
    kind: 'said' as const,
    says: {
      facts: ofShown(changes.facts).flatMap(({ fact, child, ...pair }) => {
        const known = version.facts.find(({ id }) => id === fact);
        return known && !known.quiet ? { name: known.name, child, ...bothOf(pair, sayOn) } : [];
      }),
      clocks: ofShown(changes.clocks).flatMap((one) => sayClocks(version, one, act.now)),
      ...{ opened: steps(changes.opened), closed: steps(changes.closed) },
      stages: ofShown(changes.stages).map(({ child, ...pair }) => ({
        ...{ child, ...bothOf(pair, (id) => placeName(version, id)) },
      })),
    },
  };
}

export type WhatWouldChange = Awaited<ReturnType<typeof whatWouldChange>>;
export type Said = Exclude<WhatWouldChange, Refusal | { kind: 'unknown' }>;

const placeName = (version: Version, id: string): string => elementAt(version.pathway, id)?.name ?? id;

const sayOn = (on: string): string => dayInWords(dayOf(on));

function bothOf<Thing, Out>({ before, after }: BeforeAfter<Thing>, say: (thing: Thing) => Out) {
  return {
    ...(before === undefined ? {} : { before: say(before) }),
    ...(after === undefined ? {} : { after: say(after) }),
  };
}

function sayClocks(
  version: Version,
  { timescale: id, child, ...pair }: BeforeAfter<Clock> & { timescale: string; child: string },
  now: Moment,
) {
  const timescale = version.timescales.find((one) => one.id === id);
  const clock = pair.after ?? pair.before;
  if (!timescale || !clock) return [];
  const fact = version.facts.find((one) => one.id === timescale.from);
  return {
    ...{ name: timescale.name, child, because: becauseOf(timescale, clock, fact?.name ?? timescale.from) },
    ...bothOf(pair, (one: Clock) => ({
      due: dueDayInWords(one),
      says: dueSays(one, timescale, now, version.calendar),
      late: lateness(one, timescale, now, version.calendar).late,
    })),
  };
}
