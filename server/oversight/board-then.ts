import { boardOn } from '#engine';
import type { Day, Stay } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { journeysFor } from '../journeys/index.ts';
import { dayAsked, isHeldBy } from './asked.ts';
import type { HeldAsked } from './asked.ts';
import { columnsFor, inOrder } from './columns.ts';
import type { Columns } from './columns.ts';
import { tellTo } from './told.ts';
import type { Tell } from './told.ts';

export interface BoardThenAsked extends HeldAsked {
  /** the day; today when absent */
  on?: string;
  /** a further day to stand beside it */
  beside?: string;
}

/** Cases by stage as they stood at the end of a day, and of another beside it. */
export async function boardThen(host: Host, person: Person, asked: BoardThenAsked) {
  const on = dayAsked(host, asked.on);
  const beside = asked.beside === undefined ? undefined : dayAsked(host, asked.beside);
  const [now, then] = await Promise.all([
    staysOn(host, person, on, asked),
    beside === undefined ? [] : staysOn(host, person, beside, asked),
  ]);
  const all = [...now, ...then];
  const stages = stagesOf(all);
  const columns = await columnsFor(host, stages, all);
  const tell = tellTo(person);
  const [counted, before] = [byColumn(columns, now), byColumn(columns, then)];
  return {
    on,
    ...(beside === undefined ? {} : { beside }),
    columns: inOrder(columns, stages).map(({ id, name }) => ({
      ...{ id, name, ...countsOf(counted.get(id), tell) },
      ...(beside === undefined ? {} : { beside: countsOf(before.get(id), tell) }),
    })),
  };
}

/** Whoever stood in a stage on the day, of families within reach that were held as asked then. */
export async function staysOn(host: Host, person: Person, day: Day, asked: HeldAsked): Promise<Stay[]> {
  const stays = boardOn(await journeysFor(host, person), day);
  return stays.filter(({ journey }) => isHeldBy(asked, journey, day));
}

/** The stages of stays, each once and in the order they are met with. */
export const stagesOf = (stays: { stage: string }[]): Set<string> => new Set(stays.map(({ stage }) => stage));

function byColumn(columns: Columns, stays: Stay[]): Map<string, Stay[]> {
  return Map.groupBy(stays, ({ stage }) => columns.of(stage).id);
}

/** Families, children, and families in which somebody was late. */
function countsOf(stays: Stay[] = [], tell: Tell) {
  const families = (some: Stay[]): number => new Set(some.map(({ journey }) => journey.case)).size;
  const counts = {
    families: tell(families(stays)),
    children: tell(stays.length),
    late: tell(families(stays.filter(({ late }) => late))),
  };
  return told(counts);
}

/** Without what is not told. */
export function told<Key extends string>(
  counts: Record<Key, number | undefined>,
): Partial<Record<Key, number>> {
  const known = Object.entries<number | undefined>(counts).filter(([, count]) => count !== undefined);
  return Object.fromEntries(known) as Partial<Record<Key, number>>;
}
