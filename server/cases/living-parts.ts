import type { BlockChange, Moment, Version } from '#engine';
import type { Commit, LivingPart, Store } from '../store/port.ts';

type Rows = Record<string, Record<string, unknown>[]>;

/** New revisions of the living documents that a change touches: rows are added, or change the row of their id. */
export async function changeParts(
  store: Store,
  version: Version,
  caseId: string,
  changes: BlockChange[],
  act: { by: string; now: Moment },
): Promise<NonNullable<Commit['parts']>> {
  const touched = [...new Set(changes.map((change) => change.part))];
  return Promise.all(
    touched.map(async (part) => {
      const now: LivingPart | undefined = await store.part(caseId, part);
      const blocks: Rows = structuredClone(now?.blocks ?? {});
      for (const change of changes.filter((one) => one.part === part)) {
        const appendOnly = version.blocks.find((one) => one.id === change.block)?.appendOnly === true;
        blocks[change.block] = mergeRows(blocks[change.block] ?? [], change.rows, appendOnly);
      }
      return { part, revision: (now?.revision ?? 0) + 1, blocks, by: act.by, at: act.now };
    }),
  );
}

function mergeRows(
  rows: Record<string, unknown>[],
  given: Record<string, unknown>[],
  appendOnly: boolean,
): Record<string, unknown>[] {
  const merged = [...rows];
  for (const row of given) {
    const at = merged.findIndex((one) => one['id'] === row['id']);
    if (at < 0) merged.push(row);
    else if (!appendOnly) merged[at] = { ...merged[at], ...row };
  }
  return merged;
}
