import { spread, staysEnded } from '#engine';
import type { Stay } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { journeysFor } from '../journeys/index.ts';
import { isHeldBy, periodAsked } from './asked.ts';
import type { PeriodAsked } from './asked.ts';
import { stagesOf, staysOn } from './board-then.ts';
import { columnsFor, inOrder } from './columns.ts';
import { tellTo } from './told.ts';
import type { Tell } from './told.ts';

/** A stay as far as its length goes. */
export type Left = Omit<Stay, 'late'>;

/** How long children are in each stage, in days: those there on the last day, and those who left it in the period. */
export async function timeInStage(host: Host, person: Person, asked: PeriodAsked) {
  const period = periodAsked(host, asked);
  const [now, finished] = await Promise.all([
    staysOn(host, person, period.to, asked),
    staysLeft(host, person, asked),
  ]);
  const all = [...now, ...finished];
  const met = stagesOf(all);
  const columns = await columnsFor(host, met, all);
  const tell = tellTo(person);
  const column = ({ stage }: Left): string => columns.of(stage).id;
  const [there, left] = [Map.groupBy(now, column), Map.groupBy(finished, column)];
  return {
    ...period,
    stages: inOrder(columns, met).map(({ id, name }) => ({
      ...{ id, name, now: lengthOf(there.get(id), tell), finished: lengthOf(left.get(id), tell) },
    })),
  };
}

/** Stays in a stage that ended in the period asked for, of families held as asked when they did. */
export async function staysLeft(host: Host, person: Person, asked: PeriodAsked): Promise<Left[]> {
  const { from, to } = periodAsked(host, asked);
  const stays = staysEnded(await journeysFor(host, person), from, to);
  return stays.filter(({ journey, to: left = to }) => isHeldBy(asked, journey, left));
}

/** Of too few, neither how many nor how long. */
function lengthOf(stays: Left[] = [], tell: Tell): { n?: number; median?: number; p90?: number } {
  const found = spread(stays.map(({ days }) => days));
  if (!found) return { n: 0 };
  const n = tell(found.n);
  return n === undefined ? {} : { n, median: found.median, p90: found.p90 };
}
