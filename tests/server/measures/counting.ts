import { plusMonths, type Fact, type Told } from './read-history.ts';

/** What history does not say, noted as it was done: who held the family, and scores in its map. */
export interface Beside {
  born(child: string): string | undefined;
  expected(child: string): string | undefined;
  /** who held the episode, from which day on */
  held(episode: string): { worker?: string; from: string }[];
  /** how many scores of the child stood in the map, from which day on */
  scales(episode: string): { on: string; count: number }[];
  /** which actions of its plan were left to do, whenever something was written */
  actions(episode: string): { on: string; open: string[] }[];
}

export interface Tally {
  numerator: number;
  denominator?: number;
  rows: string[];
  bands?: Record<string, number>;
  median?: number;
}

/** When is asked, and how many children live in the area. */
export interface Asked {
  from: string;
  to: string;
  today: string;
  children: number;
}

export type Counting = ReturnType<typeof counting>;

/** What the loops count with: lists by figure, and ways to look through the happenings of one episode. */
export function counting(told: Told[], { from, to, children }: Asked, beside: Beside) {
  const found = new Map<string, Tally>();
  const row = (one: Told, on: string, counted: boolean): string =>
    `${one.id} ${on} ${counted ? 'counts' : ''}`;
  const add = (id: string, one: Told, on: string, counted: boolean, share = true): void => {
    const known = found.get(id) ?? { numerator: 0, rows: [], ...(share ? { denominator: 0 } : {}) };
    if (counted) known.numerator += 1;
    if (share) known.denominator = (known.denominator ?? 0) + 1;
    known.rows.push(row(one, on, counted));
    found.set(id, known);
  };
  const band = (id: string, name: string): void => {
    const known = found.get(id);
    if (!known) throw new Error(`nothing is counted in ${id}`);
    known.bands = { ...known.bands, [name]: (known.bands?.[name] ?? 0) + 1 };
  };
  const rated = (id: string): void => {
    const known = found.get(id);
    if (known) known.denominator = children;
  };
  const inside = (on: string): boolean => on >= from && on <= to;
  const byChild = new Map<string, Told[]>();
  for (const one of told) byChild.set(one.child, [...(byChild.get(one.child) ?? []), one]);
  const every = (one: Told): Fact[] => (byChild.get(one.child) ?? []).flatMap(({ facts }) => facts);
  const lengths = new Map<string, number[]>();
  const length = (id: string, value: number): void =>
    void lengths.set(id, [...(lengths.get(id) ?? []), value]);

  /** the last of these on or before a day */
  const lastOf = (one: Told, names: string[], on: string): Fact | undefined => {
    let last: Fact | undefined;
    for (const fact of one.facts) if (names.includes(fact.fact) && fact.day <= on) last = fact;
    return last;
  };
  /** those from a day on, before the counted thing happens again */
  const following = (one: Told, at: Fact, again: string[]): Fact[] => {
    const end = one.facts.find((other) => other.day > at.day && again.includes(other.fact))?.day ?? '9999';
    return one.facts.filter((other) => other.day >= at.day && other.day < end);
  };
  const sameDay = (one: Told, on: string, ...names: string[]): boolean =>
    one.facts.some((other) => other.day === on && names.includes(other.fact));
  /** the first since the last of `since` before a day */
  const firstSince = (one: Told, name: string, since: string[], on: string): Fact | undefined => {
    let began = '';
    for (const other of one.facts) if (other.day < on && since.includes(other.fact)) began = other.day;
    return one.facts.find((other) => other.fact === name && other.day >= began && other.day <= on);
  };
  const times = (one: Told, start: string, ends: string[]): [string, string | undefined][] => {
    const spans: [string, string | undefined][] = [];
    let since = '';
    for (const { fact, day: on } of one.facts) {
      if (since && ends.includes(fact) && !(fact === start && on === since)) {
        spans.push([since, on]);
        since = '';
      }
      if (fact === start && !since) since = on;
    }
    if (since) spans.push([since, one.closed]);
    return spans;
  };
  const openAt = (one: Told, start: string, ends: string[], on = to): string | undefined => {
    for (const [since, until] of times(one, start, ends))
      if (since <= on && (!until || until > on)) return since;
    return undefined;
  };
  const overMonths = (a: string, b: string, count: number): boolean => b > plusMonths(a, count);
  const unborn = (one: Told, on: string): boolean => {
    const born = beside.born(one.child);
    return born ? born > on : beside.expected(one.child) !== undefined;
  };
  const conferences = ['initial-conference-held', 'review-held'];
  const ended = ['initial-conference-held', 'conference-not-required', 'case-closed'];
  return {
    ...{
      found,
      row,
      add,
      band,
      rated,
      inside,
      every,
      lengths,
      length,
      lastOf,
      following,
      sameDay,
      firstSince,
      times,
      openAt,
      overMonths,
      unborn,
    },
    ...{ conferences, ended, noteWorkers: new Set<string>() },
  };
}
