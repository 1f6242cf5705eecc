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

/** Columns of boards and flows, as the drawing of now has them, for the stages that these children were met in. */
export async function columnsFor(
  host: Host,
  stages: Iterable<string>,
  met: readonly { journey: Journey }[],
): Promise<Columns> {
  const { pathway } = await host.versions.current();
  const drawn = boardColumns(pathway);
  const known = new Map(drawn.map((column) => [column.id, column]));
  const unknown = versionsOf(new Set([...stages].filter((stage) => !known.has(stage))), met);
  for (const [stage, version] of unknown) {
    const own = (await host.versions.get(version)).pathway;
    const name = [pathway, own].map((one) => elementAt(one, stage)?.name).find(Boolean) ?? stage;
    known.set(stage, drawn.find((column) => column.name === name) ?? { id: stage, name });
  }
  return { drawn, of: (stage) => known.get(stage) ?? { id: stage, name: stage } };
}

/** The version on which somebody is or was in each of these stages; of most drawings there are none. */
function versionsOf(stages: ReadonlySet<string>, met: readonly { journey: Journey }[]): Map<string, string> {
  const versions = new Map<string, string>();
  if (stages.size === 0) return versions;
  for (const { journey } of met) {
    for (const { stage } of journey.stages) if (stages.has(stage)) versions.set(stage, journey.version);
  }
  return versions;
}

/** Columns in the drawing’s order, then those of other versions, in the order their stages were met with. */
export function inOrder({ drawn, of }: Columns, stages: Iterable<string>): Named[] {
  const met = [...stages].map(of);
  const further = met.filter(({ id }) => drawn.every((column) => column.id !== id));
  return [...drawn, ...new Map(further.map((column) => [column.id, column])).values()];
}
