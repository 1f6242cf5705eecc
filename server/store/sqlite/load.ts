import type { Case, CaseRecord } from '#engine';
import type {
  FamilyRow,
  LivingPart,
  PageAsked,
  Paged,
  StoredCase,
  StoredEntry,
  TaskRow,
  Views,
} from '../port.ts';
import { unseal } from '../sealing.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import type { Scope } from './scope.ts';

interface Sealed {
  body: string;
  sum: string;
}

const one = 'WHERE authority = :authority AND id = :id';

/** The case and what the host knows of it, as the last commit left them. */
export function load(scope: Scope, id: string): StoredCase | undefined {
  return scope.db.read(() => {
    const row = scope.db.get<Sealed & { revision: number }>(`SELECT revision, body, sum FROM cases ${one}`, {
      authority: scope.authority,
      id,
    });
    const family = familyOf(scope, id);
    if (!row || !family) return undefined;
    return { case: unseal<Case>('case', id, row.revision, row), family };
  });
}

export function familyOf({ db, authority }: Scope, id: string): FamilyRow | undefined {
  const row = db.get<Sealed>(`SELECT body, sum FROM families ${one}`, { authority, id });
  return row && unseal<FamilyRow>('family', id, 0, row);
}

export function taskOf({ db, authority }: Scope, id: string): TaskRow | undefined {
  const open = db.get<Sealed>(`SELECT body, sum FROM tasks ${one}`, { authority, id });
  if (open) return unseal<TaskRow>('task', id, 0, open);
  // what was completed of a task stands under the task's id and a further part after a full stop
  const done = db.get<Sealed & { id: string }>(
    `SELECT id, body, sum FROM tasks WHERE authority = :authority AND id > :from AND id < :to
     ORDER BY done_at DESC LIMIT 1`,
    { authority, from: `${id}.`, to: `${id}/` },
  );
  return done && unseal<TaskRow>('task', done.id, 0, done);
}

export function recordOf({ db, authority }: Scope, id: string): CaseRecord | undefined {
  const row = db.get<Sealed>(`SELECT body, sum FROM records ${one}`, { authority, id });
  return row && unseal<CaseRecord>('record', id, 0, row);
}

/** A living document at a revision, or as it is now. */
export function partOf(
  { db, authority }: Scope,
  caseId: string,
  part: string,
  revision?: number,
): LivingPart | undefined {
  const row = db.get<Sealed & { revision: number }>(
    `SELECT revision, body, sum FROM parts
     WHERE authority = :authority AND case_id = :caseId AND part = :part
     ${revision === undefined ? 'ORDER BY revision DESC LIMIT 1' : 'AND revision = :revision'}`,
    { authority, caseId, part, ...(revision === undefined ? {} : { revision }) },
  );
  return row && unseal<LivingPart>('part', `${caseId}/${part}`, row.revision, row);
}

export function answered(
  { db, authority }: Scope,
  caseId: string,
  command: string,
  actor: string,
): { reply: unknown } | undefined {
  const row = db.get<{ reply: string }>(
    `SELECT reply FROM commands WHERE authority = :authority AND case_id = :caseId
     AND command = :command AND actor = :actor`,
    { authority, caseId, command, actor },
  );
  return row && { reply: JSON.parse(row.reply) as unknown };
}

export function historyOf(
  { db, authority }: Scope,
  caseId: string,
  page: PageAsked & { newestFirst?: boolean },
): Paged<StoredEntry> {
  const limit = limitOf(page);
  const place = readPlace(page.after, 1);
  const [beyond, order] = page.newestFirst ? ['<', 'DESC'] : ['>', 'ASC'];
  const raw = db.all<{ seq: number; body: string }>(
    `SELECT seq, body FROM history WHERE authority = :authority AND case_id = :caseId
     ${place ? `AND seq ${beyond} :seq` : ''} ORDER BY seq ${order} LIMIT :limit`,
    { authority, caseId, limit: limit + 1, ...(place ? { seq: Number(place[0]) } : {}) },
  );
  const open = (row: { seq: number; body: string }): StoredEntry => ({
    ...(JSON.parse(row.body) as StoredEntry),
    seq: row.seq,
  });
  return toPage(raw, limit, open, (row) => [row.seq]);
}

export function listRecords(
  { db, authority }: Scope,
  filter: Views['records']['filter'],
  page?: PageAsked,
): Paged<CaseRecord> {
  const limit = limitOf(page);
  const place = readPlace(page?.after, 2);
  const raw = db.all<Sealed & { id: string; at: string }>(
    `SELECT id, at, body, sum FROM records WHERE authority = :authority AND case_id = :case
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
  return toPage(
    raw,
    limit,
    (row) => unseal<CaseRecord>('record', row.id, 0, row),
    (row) => [row.at, row.id],
  );
}

/**
 * Every case with the version it runs on and whether a track is open. Both are read from the case as it lies: it is
 * unsealed when it is loaded.
 */
export function listCases({ db, authority }: Scope, page?: PageAsked): Paged<Views['cases']['row']> {
  const limit = limitOf(page);
  const after = String(readPlace(page?.after, 1)?.[0] ?? '');
  const raw = db.all<{ id: string; version: string | null; open: number | null }>(
    `SELECT id,
       CASE WHEN json_valid(body) THEN json_extract(body, '$.version') END AS version,
       CASE WHEN json_valid(body) THEN EXISTS (
         SELECT 1 FROM json_each(body, '$.tracks') WHERE json_extract(value, '$.track') IS NOT NULL
       ) END AS open
     FROM cases WHERE authority = :authority AND id > :after ORDER BY id LIMIT :limit`,
    { authority, after, limit: limit + 1 },
  );
  return toPage(
    raw,
    limit,
    ({ id, version, open }) => ({ id, version: version ?? '', open: open === 1 }),
    (row) => [row.id],
  );
}
