import type { CaseJourneys, PageAsked, Paged, Views } from '../port.ts';
import { Damaged } from '../damaged.ts';
import { familyKeyId } from '../keys.ts';
import { packed, unpacked, type PackedJourneys } from '../journeys-packed.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { seal, unsealWith, type DataKey, type KeyState, type Sealed } from '../sealing.ts';
import { replace } from './project.ts';
import type { Scope } from './scope.ts';

/** Inside a transaction: the row of journeys says what the case says now; without them none is kept. */
export function writeJourneys(
  { db, authority }: Scope,
  id: string,
  revision: number,
  made: CaseJourneys | undefined,
  key: DataKey,
): void {
  if (!made) {
    db.run('DELETE FROM journeys WHERE authority = :authority AND case_id = :id', { authority, id });
    return;
  }
  const values = { authority, case_id: id, revision, ...seal('journeys', id, revision, packed(made), key) };
  replace(db, 'journeys', ['authority', 'case_id'], values);
}

interface Row {
  case: string;
  revision: number;
  body: string | null;
  sum: string | null;
}

/** A row of another revision than the case's was written before this release was left and came back: it counts as none. */
const rows = `SELECT c.id AS "case", c.revision, j.body, j.sum FROM cases c
  LEFT JOIN journeys j ON j.authority = c.authority AND j.case_id = c.id AND j.revision = c.revision
  WHERE c.authority = :authority AND c.body NOT LIKE 'd.%'`;

/** The journeys of a case as its last commit left them. */
export function journeysOf({ db, authority, keys }: Scope, id: string): CaseJourneys | undefined {
  const row = db.get<Row>(`${rows} AND c.id = :id`, { authority, id });
  const keyId = familyKeyId(id);
  return row && opened(row, keys.states([keyId])(keyId));
}

export function listJourneys(
  { db, authority, keys }: Scope,
  page?: PageAsked,
): Paged<Views['journeys']['row']> {
  const limit = limitOf(page);
  const after = String(readPlace(page?.after, 1)?.[0] ?? '');
  const raw = db.all<Row>(`${rows} AND c.id > :after ORDER BY c.id LIMIT :limit`, {
    ...{ authority, after, limit: limit + 1 },
  });
  const state = keys.states(raw.map((row) => familyKeyId(row.case)));
  const open = (row: Row): Views['journeys']['row'] => {
    const made = opened(row, state(familyKeyId(row.case)));
    return { case: row.case, revision: row.revision, ...(made ? { made } : {}) };
  };
  return toPage(raw, limit, open, (row) => [row.case]);
}

/** What can be made anew is not worth a fault: damaged journeys count as none, and `verify` names them. */
function opened({ case: id, revision, body, sum }: Row, key: KeyState): CaseJourneys | undefined {
  if (body === null || sum === null) return undefined;
  const sealed: Sealed = { body, sum };
  try {
    const stored = unsealWith<PackedJourneys>('journeys', id, revision, sealed, key);
    return stored && unpacked(stored);
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

/** Keeps journeys made anew, when the case is still as they were made from it. */
export function keepJourneys(scope: Scope, made: CaseJourneys, revision: number): boolean {
  const { db, authority, keys } = scope;
  const keyId = familyKeyId(made.case);
  const answer = db.write<{ ok: true } | { ok: false; reason: 'conflict' }>(() => {
    const key = keys.states([keyId])(keyId);
    const there = db.get<{ revision: number }>(
      `SELECT revision FROM cases WHERE authority = :authority AND id = :id AND body NOT LIKE 'd.%'`,
      { authority, id: made.case },
    );
    if (there?.revision !== revision || key === undefined || key === 'destroyed') {
      return { ok: false, reason: 'conflict' };
    }
    writeJourneys(scope, made.case, revision, made, key);
    return { ok: true };
  });
  return answer.ok;
}
