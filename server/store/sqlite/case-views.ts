import type { CaseRecord } from '#engine';
import type { PageAsked, Paged, StoredEntry, Views } from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { openTextWith, unsealWith, type Sealed } from '../sealing.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { recordKeyId } from './load.ts';
import type { Scope } from './scope.ts';

export function historyOf(
  { db, authority, keys }: Scope,
  caseId: string,
  page: PageAsked & { newestFirst?: boolean },
): Paged<StoredEntry> {
  const limit = limitOf(page);
  const place = readPlace(page.after, 1);
  const [beyond, order] = page.newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const raw = db.all<{ seq: number; id: string; body: string }>(
    `SELECT seq, id, body FROM history WHERE authority = :authority AND case_id = :caseId
     ${place ? `AND seq ${beyond} :seq` : ''} ORDER BY seq ${order} LIMIT :limit`,
    { authority, caseId, limit: limit + 1, ...(place ? { seq: Number(place[0]) } : {}) },
  );
  const keyId = familyKeyId(caseId);
  const key = keys.states([keyId])(keyId);
  const open = ({ seq, id, body }: { seq: number; id: string; body: string }): StoredEntry | undefined => {
    const text = openTextWith('entry', id, body, key);
    return text === undefined ? undefined : { ...(JSON.parse(text) as StoredEntry), seq };
  };
  return toPage(raw, limit, open, (row) => [row.seq]);
}

export function listRecords(
  { db, authority, keys }: Scope,
  filter: Views['records']['filter'],
  page?: PageAsked,
): Paged<CaseRecord> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const raw = db.all<Sealed & { id: string; case_id: string; child: string; at: string }>(
    `SELECT id, case_id, child, at, body, sum FROM records WHERE authority = :authority AND case_id = :case
     ${filter.form === undefined ? '' : 'AND form = :form'}
     ${place ? 'AND (at, id) < (:at, :id)' : ''} ORDER BY at DESC, id DESC LIMIT :limit`,
    {
      authority,
      case: filter.case,
      limit: limit + 1,
      ...(filter.form === undefined ? {} : { form: filter.form }),
      ...(place ? { at: String(place[0]), id: String(place[1]) } : {}),
    },
  );
  const state = keys.states(raw.map(recordKeyId));
  return toPage(
    raw,
    limit,
    (row) => unsealWith<CaseRecord>('record', row.id, 0, row, state(recordKeyId(row))),
    (row) => [row.at, row.id],
  );
}

/** Every case that was not disposed of, with the version it runs on and whether a track is open. */
export function listCases({ db, authority }: Scope, page?: PageAsked): Paged<Views['cases']['row']> {
  const limit = limitOf(page);
  const after = String(readPlace(page?.after, 1)?.[0] ?? '');
  const raw = db.all<{ id: string; version: string; open: number }>(
    `SELECT id, version, open FROM cases WHERE authority = :authority AND id > :after AND body NOT LIKE 'd.%'
     ORDER BY id LIMIT :limit`,
    { authority, after, limit: limit + 1 },
  );
  return toPage(
    raw,
    limit,
    (row) => ({ ...row, open: row.open === 1 }),
    (row) => [row.id],
  );
}
