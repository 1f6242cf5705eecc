import type { PageAsked, Paged, Quarantined } from '../port.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import type { Scope } from './scope.ts';

/** Names a case that does not open. Where the store can't be written to either, the read has said so already. */
export function quarantine({ db, authority, now }: Scope, id: string, message: string): void {
  if (db.connection.isTransaction) return;
  const since = new Date(now()).toISOString();
  db.write(() => {
    db.run(
      `INSERT INTO quarantined (authority, id, since, message) VALUES (:authority, :id, :since, :message)
       ON CONFLICT (authority, id) DO UPDATE SET message = excluded.message`,
      { authority, id, since, message },
    );
    return { ok: true };
  });
}

/** A case that opens again. */
export function letOut({ db, authority }: Scope, id: string): void {
  db.write(() => {
    db.run(`DELETE FROM quarantined WHERE authority = :authority AND id = :id`, { authority, id });
    return { ok: true };
  });
}

export function listQuarantined({ db, authority }: Scope, page?: PageAsked): Paged<Quarantined> {
  const limit = limitOf(page);
  const after = String(readPlace(page?.after, 1)?.[0] ?? '');
  const raw = db.all<Quarantined>(
    `SELECT id, since, message FROM quarantined WHERE authority = :authority AND id > :after
     ORDER BY id LIMIT :limit`,
    { authority, after, limit: limit + 1 },
  );
  return toPage(
    raw,
    limit,
    (row) => ({ ...row }),
    (row) => [row.id],
  );
}
