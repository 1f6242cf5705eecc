import type { Day, Episode, Journey, Standing, Stood } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { evaluateFeel } from '../forms/index.ts';
import type { JourneyChange } from './change.ts';
import { daysApart } from './days-apart.ts';
import { isAbout, later } from './tallies.ts';
import type { PartThen, Row } from './tallies.ts';

/**
 * Which rows stand open for a child, and since when; and when others stood for long. What stands when an episode begins
 * stands since then.
 */
export function standingAfter(
  earlier: Journey | undefined,
  child: string,
  { opened, closed }: Episode,
  { parts, standing = [] }: JourneyChange,
): Pick<Journey, 'standing'> {
  let all = earlier?.standing;
  for (const part of parts) {
    const on = later(dayOf(part.at), opened);
    if (closed && on > closed) continue;
    for (const one of standing) {
      if (one.part !== part.part) continue;
      const stood = stoodAfter(all?.[one.id] ?? [], openRows(part, one, child), on, one);
      if (stood.length > 0 || all?.[one.id]) all = { ...all, [one.id]: stood };
    }
  }
  return all ? { standing: all } : {};
}

function openRows({ blocks }: PartThen, { block, where }: Standing, child: string): string[] {
  return (blocks[block] ?? []).filter((row) => isAbout(row, child) && isOpen(where, row)).map(markOf);
}

const known = new WeakMap<Row, Map<string, boolean>>();

/** Asked once for all children of a family, of whom the same rows are. */
function isOpen(where: string, row: Row): boolean {
  let own = known.get(row);
  if (!own) known.set(row, (own = new Map()));
  let open = own.get(where);
  if (open === undefined) own.set(where, (open = evaluateFeel(where, row) === true));
  return open;
}

function stoodAfter(earlier: Stood[], open: string[], on: Day, { over }: Standing): Stood[] {
  const left = new Set(open);
  const still: Stood[] = [];
  const past = earlier.filter(({ to }) => to !== undefined);
  for (const { from, rows } of earlier) {
    const kept = rows?.filter((row) => left.delete(row)) ?? [];
    if (kept.length > 0) still.push({ from, rows: kept });
    const isOver = rows !== undefined && kept.length < rows.length;
    if (isOver && daysApart(from, on) > over) past.push({ from, to: on });
  }
  const today = still.find(({ from }) => from === on);
  if (today) today.rows = [...(today.rows ?? []), ...left];
  else if (left.size > 0) still.push({ from: on, rows: [...left] });
  return [...past.filter((one, at) => !past.some((other, nth) => covers(other, one, nth < at))), ...still];
}

/** Seven letters for an id of forty, so that the journey stays small: two rows of one family are hardly ever alike in it. */
function markOf(row: Row): string {
  let mark = 0x811c9dc5;
  for (const letter of String(row['id'])) mark = Math.imul(mark ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (mark >>> 0).toString(36);
}

/** What stood longer on both sides tells everything that the other does; of two alike the first does. */
function covers(other: Stood, one: Stood, isFirst: boolean): boolean {
  const [end, last] = [other.to ?? '', one.to ?? ''];
  if (other.from === one.from && end === last) return isFirst;
  return other.from <= one.from && end >= last;
}

/** Since when the row that stands longest has stood open at the end of a day; undefined: none stands. */
export function standingSince(
  { standing }: Pick<Journey, 'standing'>,
  id: string,
  day: Day,
): Day | undefined {
  const days = (standing?.[id] ?? []).flatMap(({ from, to }) =>
    from <= day && (to === undefined || to > day) ? [from] : [],
  );
  return days.sort()[0];
}
