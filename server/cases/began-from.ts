import type { CaseRecord } from '#engine';
import type { LivingPart, Store } from '../store/port.ts';
import type { Row } from './merge-rows.ts';

/**
 * The rows that a form's own rows were written over, as they stood then, where somebody changed them since: by id. A
 * row says which record wrote it last, so one that stands under another record now has been changed meanwhile.
 */
export async function beganFrom(
  store: Store,
  record: CaseRecord,
  part: LivingPart,
  block: string,
): Promise<Map<string, Row>> {
  const found = new Map<string, Row>();
  const sent = rowsSent(record);
  const now = part.blocks[block] ?? [];
  const stale = now.filter(({ id, record: last }) => {
    const own = sent.get(String(id));
    return own?.['record'] !== undefined && own['record'] !== last;
  });
  let missing = stale.map(({ id }) => String(id));
  for (let at = part.revision - 1; at > 0 && missing.length > 0; at--) {
    const earlier = (await store.part(record.case, part.part, at))?.blocks[block] ?? [];
    for (const row of earlier) {
      const id = String(row['id']);
      if (missing.includes(id) && row['record'] === sent.get(id)?.['record']) found.set(id, row);
    }
    missing = missing.filter((id) => !found.has(id));
  }
  return found;
}

/** Rows of every table of the form, as they were sent, by id. */
function rowsSent({ answers }: CaseRecord): Map<string, Row> {
  const all = [answers.answers, ...Object.values(answers.perChild)];
  const rows = all
    .flatMap((own) => Object.values(own))
    .flatMap((value) => (Array.isArray(value) ? value : []));
  return new Map(
    (rows as unknown[])
      .filter((row): row is Row => typeof row === 'object' && row !== null && 'id' in row)
      .map((row) => [String(row['id']), row]),
  );
}
