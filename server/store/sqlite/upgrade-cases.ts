import type { Case, CaseRecord } from '#engine';
import { linkHash, linkHashInTheOpen, type Wrote } from '../chain.ts';
import { caseColumns, childOf } from '../columns.ts';
import { Damaged } from '../port.ts';
import { familyKeyId, keyIdOfRecord } from '../keys.ts';
import { encipher, seal, type DataKey } from '../sealing.ts';
import { readOpen, type Row } from './upgrade-bodies.ts';
import type { Scope } from './scope.ts';

interface CaseRow extends Row {
  revision: number;
}

interface Link {
  seq: number;
  id: string;
  revision: number;
  body: string;
  wrote: string;
  hash: string;
}

/** What each record and part is vouched for by, before and after. */
type Sums = Map<string, string>;

/** Seals every case with its records, living documents and history, and makes its chain anew. Its row is sealed already. */
export function sealCases(scope: Scope): void {
  const { db, keys } = scope;
  const rows = db.all<CaseRow>('SELECT id, revision, body, sum FROM cases');
  const state = keys.made(rows.map(({ id }) => familyKeyId(id)));
  for (const row of rows) {
    const key = state(familyKeyId(row.id)) as DataKey;
    const sums = new Map([...sealRecords(scope, row.id), ...sealParts(scope, row.id, key)]);
    const kase = readOpen<Case>('case', row.id, row.revision, row);
    const sealed = seal('case', row.id, row.revision, kase, key);
    sums.set(row.sum, sealed.sum);
    const family = db.get<Row>('SELECT id, body, sum FROM families WHERE id = :id', { id: row.id });
    const end = sealHistory(scope, row.id, key, { sums, family: family?.sum });
    db.run(
      `UPDATE cases SET body = :body, sum = :sum, head = :head, entries = :entries,
         version = :version, open = :open WHERE id = :id`,
      { id: row.id, ...sealed, ...end, ...caseColumns(kase) },
    );
  }
}

function sealRecords({ db, keys }: Scope, caseId: string): Sums {
  const sums: Sums = new Map();
  const rows = db.all<Row>('SELECT id, body, sum FROM records WHERE case_id = :caseId', { caseId });
  const records = rows.map((row) => ({ row, record: readOpen<CaseRecord>('record', row.id, 0, row) }));
  const state = keys.made(records.map(({ record }) => keyIdOfRecord({ ...record, case: caseId })));
  for (const { row, record } of records) {
    const key = state(keyIdOfRecord({ ...record, case: caseId })) as DataKey;
    const sealed = seal('record', row.id, 0, record, key);
    sums.set(row.sum, sealed.sum);
    const values = { id: row.id, child: childOf(record), ...sealed };
    db.run('UPDATE records SET body = :body, sum = :sum, child = :child WHERE id = :id', values);
  }
  return sums;
}

function sealParts({ db }: Scope, caseId: string, key: DataKey): Sums {
  const sums: Sums = new Map();
  const rows = db.all<Row & { part: string; revision: number }>(
    'SELECT part, revision, body, sum FROM parts WHERE case_id = :caseId',
    { caseId },
  );
  for (const { part, revision, ...row } of rows) {
    const name = `${caseId}/${part}`;
    const sealed = seal('part', name, revision, readOpen('part', name, revision, row), key);
    sums.set(row.sum, sealed.sum);
    db.run(
      `UPDATE parts SET body = :body, sum = :sum
       WHERE case_id = :caseId AND part = :part AND revision = :revision`,
      { caseId, part, revision, ...sealed },
    );
  }
  return sums;
}

/** The chain is followed as it was while it is made anew: one that was broken is not made whole by an upgrade. */
function sealHistory(
  { db }: Scope,
  caseId: string,
  key: DataKey,
  now: { sums: Sums; family: string | undefined },
): { head: string; entries: number } {
  const links = db.all<Link>(
    'SELECT seq, id, revision, body, wrote, hash FROM history WHERE case_id = :caseId ORDER BY seq',
    { caseId },
  );
  const last = links.findLast((link) => link.wrote !== '');
  let [head, before] = ['', ''];
  for (const [index, link] of links.entries()) {
    const seq = index + 1;
    const was = linkHashInTheOpen(before, seq, link.revision, link.body, link.wrote);
    if (link.seq !== seq || was !== link.hash) {
      throw new Damaged('case', caseId, `its history breaks at entry ${seq}`);
    }
    before = was;
    const body = encipher(link.body, `entry/${link.id}`, key);
    const family = link === last ? { family: now.family } : {};
    const anew = { ...wroteAnew(link.wrote, now.sums), ...family };
    const wrote = JSON.stringify({ ...anew, was: { hash: was, wrote: link.wrote } });
    head = linkHash(head, seq, link.revision, body, wrote);
    db.run(
      `UPDATE history SET body = :body, wrote = :wrote, hash = :hash WHERE case_id = :caseId AND seq = :seq`,
      { caseId, seq, body, wrote, hash: head },
    );
  }
  return { head, entries: links.length };
}

function wroteAnew(text: string, sums: Sums): Wrote | undefined {
  if (text === '') return undefined;
  const said = JSON.parse(text) as Wrote;
  const anew = (of: Record<string, string>) =>
    Object.fromEntries(Object.entries(of).map(([name, sum]) => [name, sums.get(sum) ?? sum]));
  // a case as it was at an earlier revision is no longer there: its sum stays as it was
  return { case: sums.get(said.case) ?? said.case, records: anew(said.records), parts: anew(said.parts) };
}
