import type { HistoryEntry } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };

/**
 * What a history tells, read entry by entry and by nothing else of the product: the second way to every measure shares
 * neither the fold of journeys nor the days of the engine with the first.
 */
export interface Told {
  case: string;
  child: string;
  id: string;
  opened: string;
  closed?: string;
  /** by day, then in the order in which they were recorded */
  facts: Fact[];
}

export interface Fact {
  fact: string;
  day: string;
  on: string;
  value: string;
  record: string;
  order: number;
}

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });
const days = new Map<string, string>();

export function day(on: string): string {
  if (!on.includes('T')) return on;
  const known = days.get(on) ?? londonDay.format(new Date(on));
  days.set(on, known);
  return known;
}

const off = new Set(calendar.holidays);

/** The day so many days later, counted in whole days of the world’s time. */
export const plusDays = (from: string, count: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** Working days after a up to and with b: each day is looked at. */
export function workingDays(a: string, b: string): number {
  let count = 0;
  for (let one = plusDays(a, 1); one <= b; one = plusDays(one, 1)) {
    const weekday = new Date(`${one}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !off.has(one)) count += 1;
  }
  return count;
}

/** The same day of another month, or its last. */
export function plusMonths(from: string, count: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

export function readHistory(entries: HistoryEntry[]): Told[] {
  const children = new Map<string, Told[]>();
  let waiting: { child: string; fact: Fact }[] = [];
  let correcting: Correction | undefined;
  let order = 0;
  for (const entry of entries) {
    const { kind, about, at } = entry;
    if (correcting && kind !== 'fact-recorded' && kind !== 'fact-withdrawn') {
      putRight(correcting, children);
      correcting = undefined;
    }
    if (kind === 'episode-opened') {
      for (const child of entry.children) {
        const own = children.get(child) ?? [];
        own.push({
          ...{ case: entry.case, child, id: String(about['episode']) },
          opened: day(at),
          facts: [],
        });
        children.set(child, own);
      }
    }
    if (kind === 'episode-closed') {
      for (const told of [...children.values()].flat()) {
        if (told.id === about['episode']) told.closed = String(about['on']);
      }
    }
    if (kind === 'fact-recorded') {
      const [child = ''] = entry.children;
      const { fact, on, value } = about as Record<string, string | undefined>;
      const made = {
        fact: fact ?? '',
        on: on ?? '',
        day: day(on ?? ''),
        value: value ?? '',
        record: '',
        order: order++,
      };
      if (correcting) correcting.made.push({ child, fact: made });
      else waiting.push({ child, fact: made });
    }
    if (kind === 'fact-withdrawn') {
      const [child = ''] = entry.children;
      const name = `${child} ${String(about['fact'])} ${String(about['on'])}`;
      if (correcting) correcting.moved.push(name);
      else takeBack(children.get(child) ?? [], String(about['fact']), String(about['on']));
    }
    if (kind === 'task-completed' || kind === 'record-added') {
      for (const { child, fact } of waiting) {
        children
          .get(child)
          ?.at(-1)
          ?.facts.push({ ...fact, record: String(about['record']) });
      }
      waiting = [];
    }
    if (kind === 'record-corrected') {
      correcting = { old: String(about['corrects']), record: String(about['record']), made: [], moved: [] };
    }
  }
  if (correcting) putRight(correcting, children);
  const told = [...children.values()].flat();
  for (const { facts } of told) {
    facts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order));
  }
  return told;
}

interface Correction {
  old: string;
  record: string;
  made: { child: string; fact: Fact }[];
  moved: string[];
}

/** What the corrected form recorded takes the place of what the old one did; a day that was not withdrawn stays. */
function putRight({ old, record, made, moved }: Correction, children: Map<string, Told[]>): void {
  for (const told of [...children.values()].flat()) {
    const was = told.facts.filter((one) => one.record === old);
    if (was.length === 0) continue;
    const rest = told.facts.filter((one) => one.record !== old);
    const now = made.flatMap(({ child, fact }) => {
      if (child !== told.child) return [];
      const before = was.find((one) => one.fact === fact.fact);
      const stays = before && !moved.includes(`${child} ${before.fact} ${before.on}`);
      const { on, day: onDay } = stays ? before : fact;
      return [{ ...fact, on, day: onDay, record, order: (was[0]?.order ?? 0) + fact.order / 1e9 }];
    });
    told.facts = [...rest, ...now];
  }
}

function takeBack(told: Told[], fact: string, on: string): void {
  for (const one of told.toReversed()) {
    const at = one.facts.findLastIndex((other) => other.fact === fact && other.on === on);
    if (at < 0) continue;
    one.facts.splice(at, 1);
    return;
  }
}
