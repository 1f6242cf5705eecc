import type { Day, Episode, Journey, Moment, Tally } from '../contracts/index.ts';
import { dayOf } from '../calendar/index.ts';
import { evaluateFeel } from '../forms/index.ts';

export type Row = Record<string, unknown>;

/** A living document as a command left it. */
export interface PartThen {
  part: string;
  blocks: Record<string, Row[]>;
  at: Moment;
}

/** How many rows living documents hold for a child: one entry for each day on which a count changed. */
export function talliesAfter(
  earlier: Journey['tallies'],
  child: string,
  { opened, closed }: Episode,
  { parts, tallies }: { parts: PartThen[]; tallies?: Tally[] },
): Journey['tallies'] {
  let all = earlier;
  for (const part of parts) {
    const on = later(dayOf(part.at), opened);
    if (closed && on > closed) continue;
    const last = all.at(-1);
    const counts = { ...last?.counts, ...countsOf(part, child, tallies) };
    if (last ? same(last.counts, counts) : Object.keys(counts).length === 0) continue;
    all = [...(last?.on === on ? all.slice(0, -1) : all), { on, counts }];
  }
  return all;
}

export const later = (one: Day, other: Day): Day => (one > other ? one : other);

function countsOf({ part, blocks }: PartThen, child: string, tallies?: Tally[]): Record<string, number> {
  const counted: Tally[] =
    tallies?.filter((one) => one.part === part) ?? Object.keys(blocks).map((id) => ({ id, part, block: id }));
  return Object.fromEntries(
    counted.map(({ id, block, where }) => {
      const own = (blocks[block] ?? []).filter((row) => isAbout(row, child));
      return [id, where === undefined ? own.length : own.filter((row) => holds(where, row, child)).length];
    }),
  );
}

/** A row names the children it is about; one that names none is about all of them. */
export function isAbout({ childIds }: Row, child: string): boolean {
  return !Array.isArray(childIds) || childIds.length === 0 || childIds.includes(child);
}

const holds = (where: string, row: Row, child: string): boolean =>
  evaluateFeel(where, { ...row, child }) === true;

const same = (one: Record<string, number>, other: Record<string, number>): boolean =>
  Object.keys(other).every((id) => one[id] === other[id]);
