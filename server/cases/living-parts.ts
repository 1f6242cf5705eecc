import { questionsOf } from '#engine';
import type { CaseChange, Finding, Refusal, Version } from '#engine';
import type { Commit, LivingPart, Store } from '../store/port.ts';
import { beganFrom } from './began-from.ts';
import { endRows } from './ended-rows.ts';
import { mergeRows } from './merge-rows.ts';
import type { GivenRow, Row } from './merge-rows.ts';

export type Parts = NonNullable<Commit['parts']>;

/**
 * New revisions of the living documents that a change touches: rows are added, or change the row of their id. In a
 * block that only grows a row that differs from what is there is refused, never dropped; and so is one into which
 * somebody else wrote another thing while the form was open.
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
      for (const { block, rows, ended } of changes.filter((one) => one.part === part)) {
        const merged = mergeRows(blocks[block] ?? [], await givenRows(store, change, now, block, rows));
        const grows = version.blocks.find((one) => one.id === block)?.appendOnly === true;
        if (grows && merged.changed) findings.push(changedRow(version, change, block));
        else findings.push(...merged.clashes.map((row) => clashingRow(version, change, block, row)));
        blocks[block] = merged.rows;
        endRows(blocks, { block, ended }, act);
      }
      // the case says which revision it is: a record pins that number
      return { part, revision: kase.blocks[part] ?? 1, blocks, by: act.by, at: act.now };
    }),
  );
  if (findings.length === 0) return { kind: 'parts', parts };
  return {
    kind: 'refused',
    reason: 'row-changed',
    message: 'What stands with the family was changed by others, or stays as it is.',
    findings,
  };
}

async function givenRows(
  store: Store,
  { record }: CaseChange,
  now: LivingPart | undefined,
  block: string,
  rows: Row[],
): Promise<GivenRow[]> {
  const began = record && now ? await beganFrom(store, record, now, block) : new Map<string, Row>();
  return rows.map((row) => {
    const base = began.get(String(row['id']));
    return { row, ...(base ? { base } : {}) };
  });
}

/** Names the row by its first words: whoever reads it has the list before them. */
function clashingRow(version: Version, change: CaseChange, block: string, row: Row): Finding {
  const first = version.blocks.find((one) => one.id === block)?.columns[0]?.id ?? '';
  const what = String(row[first] ?? '').slice(0, 80);
  const message = `Somebody changed “${what}” while you were writing. Undo your change of it, look at how it stands now, and change it again.`;
  return findingOf(version, change, block, 'row-changed-meanwhile', message);
}

function changedRow(version: Version, change: CaseChange, block: string): Finding {
  const title = version.blocks.find((one) => one.id === block)?.title ?? block;
  const message = `Rows of “${title}” that are there already can’t be changed: put yours back as it was, and add a new row.`;
  return findingOf(version, change, block, 'row-changed', message);
}

function findingOf(
  version: Version,
  { record }: CaseChange,
  block: string,
  check: string,
  message: string,
): Finding {
  const form = record && version.forms[record.form];
  const question = form && questionsOf(form).find((one) => one.block === block)?.id;
  return { check, level: 'error', message, ...(question ? { question } : {}) };
}
