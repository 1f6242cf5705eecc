import type { CardRow, FamilyRow, TaskRow, VerifyReport } from '../port.ts';
import { opened, whole, type SealedRow } from '../as-written.ts';
import { cardColumns, familyColumns, taskColumns } from '../columns.ts';
import { familyKinds } from '../family-kinds.ts';
import { familyKeyId } from '../keys.ts';
import type { Sealed } from '../sealing.ts';
import type { Snapshot } from './snapshot.ts';

type Findings = VerifyReport['findings'];

/** Rows of lists: whole, and sorted and filtered by what they say themselves. */
export async function verifyRows(snapshot: Snapshot, findings: Findings): Promise<void> {
  const { db, authority } = snapshot;
  const check = async <Row>(
    kind: string,
    table: string,
    columnsOf: (row: Row) => Record<string, string | number>,
    idOf: (raw: Record<string, unknown>) => string,
  ): Promise<void> => {
    for (const raw of db.each<Record<string, unknown> & Sealed>(
      `SELECT * FROM ${table} WHERE authority = :authority`,
      { authority },
    )) {
      await snapshot.rest();
      const id = idOf(raw);
      const row = { ...raw, id, revision: 0 };
      const key = snapshot.key(familyKeyId(String(raw['case_id'] ?? raw['id'])));
      const inside = key && key !== 'destroyed' ? (opened(kind, row, key) as Row | undefined) : undefined;
      const fits =
        inside === undefined
          ? key === 'destroyed' && whole(kind, row, key)
          : Object.entries(columnsOf(inside)).every(([name, value]) => raw[name] === value);
      if (!fits) findings.push({ kind, id, message: 'the row is not what was written' });
    }
  };
  await check<TaskRow>('task', 'tasks', taskColumns, (raw) => String(raw['id']));
  await check<FamilyRow>('family', 'families', familyColumns, (raw) => String(raw['id']));
  await check<CardRow>(
    'card',
    'cards',
    cardColumns,
    (raw) => `${String(raw['case_id'])}/${String(raw['stage'])}`,
  );
}

const sources = [
  `SELECT kind, id, revision, body, sum, CASE case_id WHEN '' THEN '' ELSE 'family:' || case_id END AS key FROM documents`,
  `SELECT 'person' AS kind, id, revision, body, sum, 'person:' || id AS key FROM people`,
  `SELECT 'person' AS kind, id, revision, body, sum, 'person:' || id AS key FROM people_earlier`,
  `SELECT 'record' AS kind, id, 0 AS revision, body, sum,
     CASE child WHEN '' THEN 'family:' || case_id ELSE 'child:' || case_id || '/' || child END AS key FROM records`,
  `SELECT 'part' AS kind, case_id || '/' || part AS id, revision, body, sum, 'family:' || case_id AS key FROM parts`,
  `SELECT 'journeys' AS kind, case_id AS id, revision, body, sum, 'family:' || case_id AS key FROM journeys`,
  `SELECT 'attachment' AS kind, id, 0 AS revision, body, sum, 'file:' || id AS key FROM attachments`,
];

/** Everything that carries a checksum of its own. Says how many there are. */
export async function verifySealed(snapshot: Snapshot, findings: Findings): Promise<number> {
  const { db, authority } = snapshot;
  let seen = 0;
  for (const source of sources) {
    const rows = db.each<SealedRow & { kind: string; key: string }>(
      `${source} WHERE authority = :authority`,
      { authority },
    );
    for (const row of rows) {
      await snapshot.rest();
      seen += 1;
      const key = row.key === '' ? null : snapshot.key(row.key);
      const isOpen = key === null && familyKinds.has(row.kind);
      if (isOpen || !whole(row.kind, row, key)) {
        findings.push({ kind: row.kind, id: row.id, message: 'it is not what was written' });
      }
    }
  }
  return seen;
}
