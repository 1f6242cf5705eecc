import { addDays, dayOf, dueSays, findIn, lateness } from '#engine';
import type { Day, Found, Journey, Moment, Version } from '#engine';
import type { Host } from '../host.ts';
import { everyJourney } from '../journeys/index.ts';
import { clocksToSee, daysAhead, seenFact } from './definitions.ts';
import type { FamilyAtHand } from './families.ts';
import { namesOf, whenOf, type DayLine } from './line.ts';

/** When each of these children was last seen. */
export type Seen = (caseId: string, children: { id: string; name: string }[]) => DayLine['seen'];

export interface ToSee {
  /** with the clock each is of, and the ids of its children */
  found: { line: DayLine; clock: string; ids: string[] }[];
  seen: Seen;
}

/**
 * Children to be seen by the end of the days ahead, and when each was last seen. Of a family of which something is
 * withheld from the reader nothing is told: a day could be of a visit they are not to know of.
 */
export async function childrenToSee(host: Host, families: readonly FamilyAtHand[]): Promise<ToSee> {
  const [known, version] = await Promise.all([everyJourney(host), host.versions.current()]);
  const told = families.filter(({ reading }) => reading === host);
  const journeys = new Map(told.map(({ family }) => [family.id, known.get(family.id)?.journeys ?? []]));
  const seen: Seen = (id, children) => {
    const all = journeys.get(id);
    return all && children.map((child) => ({ name: child.name, ...lastSeen(all, child.id) }));
  };
  const found = told
    .filter(({ held }) => held)
    .flatMap(({ family }) =>
      dueIn(host, version, journeys.get(family.id) ?? []).map(({ ids, clock, ...due }) => {
        const children = family.children.filter(({ id }) => ids.includes(id));
        const last = seen(family.id, children);
        const line: DayLine = {
          ...{ ...due, kind: 'see', case: family.id, caseName: family.name, children: namesOf(children) },
          ...(last ? { seen: last } : {}),
        };
        return { line, clock, ids };
      }),
    );
  return { found, seen };
}

function lastSeen(journeys: readonly Journey[], child: string): { on?: Day } {
  const days = journeys
    .filter((journey) => journey.child === child)
    .flatMap(({ facts }) => facts.filter(({ fact }) => fact === seenFact).map(({ on }) => dayOf(on)));
  const on = days.sort().at(-1);
  return on === undefined ? {} : { on };
}

/** What is due on each day by each clock: brothers and sisters are seen together. */
function dueIn({ clock }: Host, version: Version, journeys: readonly Journey[]) {
  const now = clock.now();
  const { calendar, timescales } = version;
  // what will have passed the day after the last one looked at is due by then
  const then = { now: addDays(dayOf(now), daysAhead + 1), calendar, timescales };
  const found = findIn({ kind: 'clock-passed', clocks: [...clocksToSee] }, journeys, then);
  const together = Map.groupBy(found, (one) => `${one.timescale ?? ''} ${one.due}`);
  return [...together].flatMap(([key, all]) =>
    all.slice(0, 1).map((one) => ({
      ...sayDue(one, version, now),
      ...{ id: `see ${one.case} ${key}`, clock: one.timescale ?? '', ids: all.map(({ child }) => child) },
    })),
  );
}

function sayDue({ due, timescale: id }: Found, { calendar, timescales }: Version, now: Moment) {
  const timescale = timescales.find((one) => one.id === id);
  const unit = { unit: timescale?.unit ?? ('calendar-days' as const) };
  const { late } = lateness({ due }, unit, now, calendar);
  return {
    ...{ what: timescale?.name ?? id ?? '', on: due, late, when: whenOf(due, late, now) },
    says: dueSays({ due }, unit, now, calendar),
  };
}
