import type { Change } from '../port.ts';
import type { Scope } from './scope.ts';

/** Live pages look back a few seconds; older changes are let go. */
const kept = 5000;

/** Inside a transaction of the caller. The counter never goes back, also when the oldest go. */
export function addChange({ db, authority }: Scope, change: Omit<Change, 'seq'>): void {
  db.run(`INSERT INTO changes (authority, kind, case_id, task) VALUES (:authority, :kind, :case, :task)`, {
    authority,
    kind: change.kind,
    case: change.case ?? '',
    task: change.task ?? '',
  });
  db.run('DELETE FROM changes WHERE seq <= (SELECT MAX(seq) FROM changes) - :kept', { kept });
}

/** Changes after a number, oldest first. With none, only the latest number: where a listener starts. */
export function changesAfter(
  { db, authority }: Scope,
  after: number | undefined,
): { changes: Change[]; latest: number } {
  const latest = db.get<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM changes')?.seq ?? 0;
  if (after === undefined || after >= latest) return { changes: [], latest };
  const rows = db.all<{ seq: number; kind: Change['kind']; case_id: string; task: string }>(
    `SELECT seq, kind, case_id, task FROM changes WHERE seq > :after AND authority = :authority
     ORDER BY seq LIMIT ${kept}`,
    { after, authority },
  );
  const changes = rows.map((row) => ({
    seq: row.seq,
    kind: row.kind,
    ...(row.case_id === '' ? {} : { case: row.case_id }),
    ...(row.task === '' ? {} : { task: row.task }),
  }));
  return { changes, latest };
}
