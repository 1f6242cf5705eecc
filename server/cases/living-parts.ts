import { isDeepStrictEqual } from 'node:util';
import { questionsOf } from '#engine';
import type { CaseChange, Finding, Refusal, Version } from '#engine';
import type { Commit, Store } from '../store/port.ts';

type Row = Record<string, unknown>;
export type Parts = NonNullable<Commit['parts']>;

/**
 * New revisions of the living documents that a change touches: rows are added, or change the row of their id. In a
 * block that only grows a row that differs from what is there is refused, never dropped.
 */
export async function changeParts(
  store: Store,
  version: Version,
  change: CaseChange,
  act: { by: string; now: string },
): Promise<{ kind: 'parts'; parts: Parts } | Refusal> {
  const { case: kase, blocks: changes } = change;
  const touched = [...new Set(changes.map((one) => one.part))];
  const findings: Finding[] = [];
  const parts = await Promise.all(
    touched.map(async (part) => {
      const now = await store.part(kase.id, part);
      const blocks: Record<string, Row[]> = structuredClone(now?.blocks ?? {});
      for (const { block, rows } of changes.filter((one) => one.part === part)) {
        const merged = mergeRows(blocks[block] ?? [], rows);
        const grows = version.blocks.find((one) => one.id === block)?.appendOnly === true;
        if (grows && merged.changed) findings.push(changedRow(version, change, block));
        blocks[block] = merged.rows;
      }
      // the case says which revision it is: a record pins that number
      return { part, revision: kase.blocks[part] ?? 1, blocks, by: act.by, at: act.now };
    }),
  );
  if (findings.length === 0) return { kind: 'parts', parts };
  return {
    kind: 'refused',
    reason: 'row-changed',
    message: 'What stands in a log stays as it is.',
    findings,
  };
}

function mergeRows(rows: Row[], given: Row[]): { rows: Row[]; changed: boolean } {
  const merged = [...rows];
  let changed = false;
  for (const row of given) {
    const at = merged.findIndex((one) => one['id'] === row['id']);
    const there = merged[at];
    if (!there) merged.push(row);
    else if (differs(there, row)) {
      changed = true;
      merged[at] = { ...there, ...row };
    }
  }
  return { rows: merged, changed };
}

/** A row sent back as it was read is no change: it stays with the record that wrote it. */
function differs(there: Row, row: Row): boolean {
  return Object.entries(row).some(
    ([column, value]) => column !== 'record' && !isDeepStrictEqual(there[column], value),
  );
}

function changedRow(version: Version, { record }: CaseChange, block: string): Finding {
  const title = version.blocks.find((one) => one.id === block)?.title ?? block;
  const form = record && version.forms[record.form];
  const question = form && questionsOf(form).find((one) => one.block === block)?.id;
  const message = `Rows of “${title}” that are there already can’t be changed: put yours back as it was, and add a new row.`;
  return { check: 'row-changed', level: 'error', message, ...(question ? { question } : {}) };
}
