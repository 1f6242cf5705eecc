import type { AuditEntry, ChainHead, PageAsked, Paged, Refused, StoredAuditEntry, Views } from '../port.ts';
import { auditHash } from '../chain.ts';
import type { Values } from './database.ts';
import { frozenWhy } from './freeze.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { replace } from './project.ts';
import type { Scope } from './scope.ts';

/**
 * Appends to this process's chain, all entries in one transaction. The first entry of a chain names the heads of
 * all chains before it, so that cutting the end off an older chain shows.
 */
export function appendAudit(scope: Scope, entries: AuditEntry[]): { ok: true } | Refused {
  const { db, authority, process } = scope;
  const done = db.write(() => {
    const key = { authority, process };
    let end = db.get<{ seq: number; hash: string }>(
      `SELECT seq, hash FROM audit_heads WHERE authority = :authority AND process = :process`,
      key,
    ) ?? { seq: 0, hash: '' };
    for (const entry of entries) {
      const seq = end.seq + 1;
      const first = seq === 1 ? { before: auditHeads(scope) } : {};
      const body = JSON.stringify({ ...entry, ...first });
      end = { seq, hash: auditHash(end.hash, process, seq, body) };
      db.run(
        `INSERT INTO audit (authority, process, seq, at, case_id, actor, thing, body, hash)
         VALUES (:authority, :process, :seq, :at, :case, :actor, :thing, :body, :hash)`,
        { ...key, ...end, ...auditColumns(entry), body },
      );
    }
    const values = { ...key, ...end };
    replace(db, 'audit_heads', ['authority', 'process'], values);
    return { ok: true as const };
  });
  return !done.ok && done.reason === 'readonly' && frozenWhy(db) !== '' ? { ...done, moving: true } : done;
}

export function auditHeads({ db, authority }: Scope): ChainHead[] {
  return db
    .all<{ id: string; seq: number; hash: string }>(
      `SELECT process AS id, seq, hash FROM audit_heads WHERE authority = :authority ORDER BY process`,
      { authority },
    )
    .map((row) => ({ chain: 'audit' as const, ...row }));
}

/** The columns an entry is listed by. */
export function auditColumns(entry: AuditEntry) {
  const { at, actor = '', thing } = entry;
  return { at, case: entry.case ?? '', actor, thing: thing?.id ?? '' };
}

const narrowing = [
  ['case', 'case_id = :case'],
  ['actor', 'actor = :actor'],
  ['thing', 'thing = :thing'],
  ['from', 'at >= :from'],
  ['to', 'at < :to'],
] as const;

export function listAudit(
  { db, authority }: Scope,
  filter: Views['audit']['filter'],
  page?: PageAsked,
): Paged<StoredAuditEntry> {
  const limit = limitOf(page);
  const where = ['authority = :authority'];
  const values: Values = { authority, limit: limit + 1 };
  for (const [name, sql] of narrowing) {
    const value = filter[name];
    if (value === undefined) continue;
    where.push(sql);
    values[name] = value;
  }
  const place = readPlace(page?.after, 3);
  if (place) {
    where.push('(at, process, seq) < (:at, :process, :seq)');
    Object.assign(values, { at: String(place[0]), process: String(place[1]), seq: Number(place[2]) });
  }
  const raw = db.all<{ at: string; process: string; seq: number; body: string }>(
    `SELECT at, process, seq, body FROM audit WHERE ${where.join(' AND ')}
     ORDER BY at DESC, process DESC, seq DESC LIMIT :limit`,
    values,
  );
  return toPage(
    raw,
    limit,
    ({ body, process, seq }) => ({ ...(JSON.parse(body) as AuditEntry), process, seq }),
    (row) => [row.at, row.process, row.seq],
  );
}
