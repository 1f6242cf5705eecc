import { elementAt } from '#engine';
import type { Journey } from '#engine';
import { boardColumns } from '../cases/index.ts';
import type { Host } from '../host.ts';
import type { Named } from '../store/port.ts';

/** The stages of the drawing in their order, and which of them a stage of any version is. */
export interface Columns {
  drawn: Named[];
  /** a stage of a version that this drawing does not have is a column of its own */
  of(stage: string): Named;
}

/** Columns of boards and flows, as the drawing of now has them, for the stages of these journeys. */
export async function columnsFor(host: Host, journeys: Iterable<Journey>): Promise<Columns> {
  const { pathway } = await host.versions.current();
  const drawn = boardColumns(pathway);
  const known = new Map(drawn.map((column) => [column.id, column]));
  const unknown = new Map<string, string>();
  for (const { stages, version } of journeys) {
    for (const { stage } of stages) if (!known.has(stage)) unknown.set(stage, version);
  }
  for (const [stage, version] of unknown) {
    const own = (await host.versions.get(version)).pathway;
    const name = [pathway, own].map((one) => elementAt(one, stage)?.name).find(Boolean) ?? stage;
    known.set(stage, drawn.find((column) => column.name === name) ?? { id: stage, name });
  }
  return { drawn, of: (stage) => known.get(stage) ?? { id: stage, name: stage } };
}

/** Columns in the drawing’s order, then those of other versions. */
export function inOrder({ drawn }: Columns, met: Iterable<Named>): Named[] {
  const further = [...met].filter(({ id }) => drawn.every((column) => column.id !== id));
  return [...drawn, ...new Map(further.map((column) => [column.id, column])).values()];
}
