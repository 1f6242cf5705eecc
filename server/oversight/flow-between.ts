import { flowIn } from '#engine';
import type { Step } from '#engine';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { journeysFor } from '../journeys/index.ts';
import { isHeldBy, periodAsked } from './asked.ts';
import type { PeriodAsked } from './asked.ts';
import { told } from './board-then.ts';
import { columnsFor, inOrder } from './columns.ts';
import type { Columns } from './columns.ts';
import { tellTo } from './told.ts';

/** How many children went from which stage to which in a period; no stage to come from: it began, none to go to: it ended. */
export async function flowBetween(host: Host, person: Person, asked: PeriodAsked) {
  const period = periodAsked(host, asked);
  const steps = await stepsIn(host, person, asked);
  const met = stagesMet(steps);
  const columns = await columnsFor(host, met, steps);
  const tell = tellTo(person);
  const ways = Map.groupBy(steps, (step) => `${columnId(columns, step.from)}>${columnId(columns, step.to)}`);
  const flows = [...ways.values()].map((some) => {
    const [{ from, to } = { from: undefined, to: undefined }] = some;
    const families = new Set(some.map(({ journey }) => journey.case)).size;
    return {
      ...(from === undefined ? {} : { from: columns.of(from) }),
      ...(to === undefined ? {} : { to: columns.of(to) }),
      ...told({ families: tell(families), children: tell(some.length) }),
    };
  });
  const stages = inOrder(columns, met);
  const place = (one: { id: string } | undefined): number => stages.findIndex(({ id }) => id === one?.id);
  return {
    ...{ ...period, stages },
    flows: flows.sort((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to)),
  };
}

/** Steps from stage to stage in the period asked for, of families held as asked on that day. */
export async function stepsIn(host: Host, person: Person, asked: PeriodAsked): Promise<Step[]> {
  const { from, to } = periodAsked(host, asked);
  const steps = flowIn(await journeysFor(host, person), from, to);
  return steps.filter(({ journey, on }) => isHeldBy(asked, journey, on));
}

/** The stages that steps leave and enter, each once and in the order they are met with. */
export function stagesMet(steps: Step[]): Set<string> {
  const met = new Set<string>();
  for (const { from, to } of steps) {
    if (from !== undefined) met.add(from);
    if (to !== undefined) met.add(to);
  }
  return met;
}

/** The column of a stage; '' stands for none. */
export const columnId = (columns: Columns, stage: string | undefined): string =>
  stage === undefined ? '' : columns.of(stage).id;
