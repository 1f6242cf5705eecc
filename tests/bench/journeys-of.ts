import { addDays, dayOf, daysBetween, journeysAfter } from '#engine';
import type { Calendar, Case, CaseChange, Journey, Version } from '#engine';
import { authorityOf, chanceFor } from '../../server/demo/index.ts';
import { holderFrom, staffFor } from '../../server/demo/authority.ts';
import { caseloadOf, factsOf } from '../../server/demo/caseload-of.ts';
import type { Profile } from '../../server/demo/caseload-of.ts';
import { walkFamily } from '../../server/demo/walk-family.ts';
import { making, standing, tallies } from '../../server/journeys/making.ts';
import type { CaseJourneys } from '../../server/store/index.ts';

/** How many families are walked on the engine; all others are as one of them, weeks later. */
const walked = 30;

/**
 * The journeys of an authority of this size after so many years, up to a day: as many episodes as it has referrals.
 * Families are walked through the pathway from the first day on; each stands for many, begun on other weeks and held
 * by other workers, and what would come after the day is left out.
 */
export function journeysOf(profile: Profile, version: Version, until: string, years = 3): CaseJourneys[] {
  const from = addDays(dayOf(until), -365 * years);
  const wanted = factsOf(profile).referralsPerYear * years;
  const patterns = patternsOf(profile, version, from, until);
  const authority = authorityOf(factsOf(profile).staff);
  const weeks = Math.floor(daysBetween(from, dayOf(until)) / 7);
  const made: CaseJourneys[] = [];
  for (let number = 0, episodes = 0; episodes < wanted; number += 1) {
    const id = `${profile}-${String(number).padStart(6, '0')}`;
    const chance = chanceFor(7, id);
    const pattern = chance.one(patterns);
    const { team, worker } = holderFrom(chance, authority);
    const held = { team, ...(chance.next() < 0.95 ? { worker } : {}) };
    const days = 7 * chance.whole(0, weeks);
    const today = dayOf(until);
    episodes += pattern.filter(({ opened }) => addDays(opened, days) <= today).length;
    made.push({
      ...{ case: id, madeBy: making, staff: 'worker' in held ? [held.worker] : [], ...held },
      // made when they are asked for: what is measured is what the server holds, not what it was made from
      get journeys() {
        return pattern.flatMap((one) => later(one, id, days, today, held));
      },
    });
  }
  return made;
}

function patternsOf(profile: Profile, version: Version, from: string, until: string): Journey[][] {
  const asked = { calendar: version.calendar as Calendar, seed: 7, from, to: addDays(from, 6) };
  const found: Journey[][] = [];
  const authority = authorityOf(factsOf(profile).staff);
  for (const plan of caseloadOf(profile, { ...asked, referrals: walked * 3 })) {
    if (found.length === walked) break;
    const chance = chanceFor(7, `walk ${plan.family.id}`);
    const holder = holderFrom(chance, authority);
    const walker = {
      ...{ version, chance, until },
      staffFor: (role: string, notBy?: string) => staffFor(chance, authority, holder, role, notBy),
    };
    let journeys: Journey[] = [];
    const parts: Parts = {};
    for (const { change } of walkFamily(walker, plan)) {
      journeys = journeysAfter(journeys, {
        ...{ tallies, standing, version, case: change.case as Case, history: change.history, held: holder },
        ...{ records: change.record ? [change.record] : [], parts: partsAfter(parts, change) },
      });
    }
    found.push(journeys);
  }
  return found;
}

type Parts = Record<string, Record<string, Record<string, unknown>[]>>;

/** Living documents as the commands so far left them; rows come, and none is put in the place of another. */
function partsAfter(parts: Parts, { blocks, history }: CaseChange) {
  const at = history[0]?.at ?? '';
  for (const { part, block, rows } of blocks) {
    const own = (parts[part] ??= {});
    own[block] = [...(own[block] ?? []), ...rows];
  }
  const changed = new Set(blocks.map(({ part }) => part));
  return [...changed].map((part) => ({ part, at, blocks: structuredClone(parts[part] ?? {}) }));
}

/** The same journey some days later and of another family, as it stands on a day; none when it has not begun. */
function later(
  journey: Journey,
  id: string,
  days: number,
  until: string,
  held: { team: string; worker?: string },
): Journey[] {
  const opened = addDays(journey.opened, days);
  if (opened > until) return [];
  const moved = (on: string): string => addDays(dayOf(on), days) + (on.includes('T') ? on.slice(10) : '');
  const isThen = (on: string): boolean => moved(on).slice(0, 10) <= until;
  const own = (text: string): string => text.replace(journey.case, id);
  const ends = <Key extends string>(key: Key, on: string | undefined) =>
    (on !== undefined && isThen(on) ? { [key]: moved(on) } : {}) as Partial<Record<Key, string>>;
  const { closed: _closed, born, ...rest } = journey;
  const standingThen = (all: NonNullable<Journey['standing']>) =>
    Object.fromEntries(
      Object.entries(all).map(([name, stood]) => [
        name,
        stood
          .filter(({ from }) => isThen(from))
          .map(({ from, to, rows }) => ({ from: moved(from), ...(rows ? { rows } : {}), ...ends('to', to) })),
      ]),
    );
  return [
    {
      ...rest,
      ...{ case: id, child: own(journey.child), episode: own(journey.episode), opened },
      ...ends('closed', journey.closed),
      ...(born ? { born: moved(born) } : {}),
      facts: journey.facts
        .filter(({ at }) => isThen(at))
        .map((fact) => ({ ...fact, on: moved(fact.on), at: moved(fact.at), record: own(fact.record) })),
      stages: journey.stages
        .filter(({ from }) => isThen(from))
        .map(({ stage, from, to }) => ({ stage, from: moved(from), ...ends('to', to) })),
      clocks: journey.clocks
        .filter(({ from }) => isThen(from))
        .map(({ stopped, ...clock }) => ({
          ...{ ...clock, from: moved(clock.from), due: moved(clock.due) },
          ...ends('stopped', stopped),
        })),
      held: [{ ...held, from: opened }],
      tallies: journey.tallies
        .filter(({ on }) => isThen(on))
        .map(({ on, counts }) => ({ on: moved(on), counts: { ...counts } })),
      ...(journey.standing ? { standing: standingThen(journey.standing) } : {}),
    },
  ];
}
