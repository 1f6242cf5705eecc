import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import type { Counts, DumpPlace, DumpRow } from '../port.ts';
import { dumpOrder } from '../dump.ts';
import { readPlace, writePlace } from '../paging.ts';
import { fileOf } from './attachments.ts';
import type { Scope } from './scope.ts';

/** The columns of each place as a dump names them, and the table they lie in. */
const columns: Partial<Record<DumpPlace, [columns: string, table: string]>> = {
  case: ['id, revision, body, sum, head, entries', 'cases'],
  command: ['case_id AS "case", command AS id, actor, revision, at, reply', 'commands'],
  entry: ['case_id AS "case", seq, id, revision, body, wrote, hash', 'history'],
  record: ['id, case_id AS "case", form, at, child, body, sum', 'records'],
  part: ['case_id AS "case", part, revision, body, sum', 'parts'],
  task: ['id, case_id AS "case", body, sum', 'tasks'],
  family: ['id, body, sum', 'families'],
  card: ['case_id AS "case", stage, body, sum', 'cards'],
  journeys: ['case_id AS "case", revision, body, sum', 'journeys'],
  person: ['id, revision, by, at, body, sum', 'people'],
  'person-earlier': ['id, revision, by, at, body, sum', 'people_earlier'],
  document: ['kind, id, revision, owner, about, expires, case_id AS "case", body, sum', 'documents'],
  attachment: ['id, case_id AS "case", stored, body, sum', 'attachments'],
  'wake-up': ['case_id AS "case", due, fence, attempts, message', 'wake_ups'],
  audit: ['process, seq, body, hash', 'audit'],
  'audit-head': ['process, seq, hash', 'audit_heads'],
};

const pieceBytes = 192 * 1024;
const mostPieces = 20;

interface Reached {
  rows: DumpRow[];
  /** where the place goes on; absent: it is read to its end */
  next?: [string | number, number];
}

/** Everything as it is stored, place after place; within one in the order it was written. */
export function dump(scope: Scope, after?: string, limit = 500): { rows: DumpRow[]; next?: string } {
  const [at = 0, from = '', offset = 0] = readPlace(after, 3) ?? [0, '', 0];
  const place = dumpOrder[Number(at)];
  if (!place) return { rows: [] };
  const { rows, next } = pageOf(scope, place, [from, Number(offset)], limit);
  const [where, then] = next ? [Number(at), next] : [Number(at) + 1, ['', 0] as const];
  return where < dumpOrder.length ? { rows, next: writePlace([where, ...then]) } : { rows };
}

function pageOf(scope: Scope, place: DumpPlace, from: [string | number, number], limit: number): Reached {
  if (place === 'about') return { rows: [aboutOf(scope)] };
  if (place === 'key') return keysFrom(scope, String(from[0]), limit);
  if (place === 'attachment-bytes') return bytesFrom(scope, Number(from[0]), from[1]);
  const [names = '', table = ''] = columns[place] ?? [];
  const found = scope.db.all<{ row: number } & Record<string, unknown>>(
    `SELECT rowid AS row, ${names} FROM ${table} WHERE authority = :authority AND rowid > :from
     ORDER BY rowid LIMIT :limit`,
    { authority: scope.authority, from: Number(from[0]), limit },
  );
  const last = found.at(-1)?.row;
  const rows = found.map(({ row: _row, ...values }) => ({ place, ...values }) as unknown as DumpRow);
  return last !== undefined && found.length === limit ? { rows, next: [last, 0] } : { rows };
}

function aboutOf({ db }: Scope): DumpRow {
  const row = db.get<{ authority: string; name: string; demonstration: number; created: string }>(
    'SELECT authority, name, demonstration, created FROM store',
  );
  if (!row) throw new TypeError('The store does not say whose it is.');
  const schema = Number(Object.values(db.get<object>('PRAGMA user_version') ?? {})[0]);
  return { place: 'about', ...row, demonstration: row.demonstration === 1, schema };
}

function keysFrom({ keys }: Scope, from: string, limit: number): Reached {
  const rows = keys.rows(from, limit);
  const last = rows.at(-1);
  return last && rows.length === limit ? { rows, next: [last.id, 0] } : { rows };
}

/** Pieces of files, a few megabytes at a time; a file that is not there is told by `verify`. */
function bytesFrom({ db, authority, folder }: Scope, from: number, offset: number): Reached {
  const rows: DumpRow[] = [];
  let [row, at] = [from, offset];
  for (;;) {
    const file = db.get<{ row: number; id: string }>(
      `SELECT rowid AS row, id FROM attachments WHERE authority = :authority AND rowid > :row
       ORDER BY rowid LIMIT 1`,
      { authority, row },
    );
    if (!file) return { rows };
    while (at >= 0) {
      if (rows.length >= mostPieces) return { rows, next: [row, at] };
      const piece = pieceOf(fileOf(folder, file.id), at);
      if (piece) rows.push({ place: 'attachment-bytes', id: file.id, offset: at, ...piece });
      at = !piece || piece.last ? -1 : at + pieceBytes;
    }
    [row, at] = [file.row, 0];
  }
}

function pieceOf(file: string, offset: number): { last: boolean; bytes: string } | undefined {
  if (!existsSync(file)) return undefined;
  const piece = Buffer.alloc(pieceBytes);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, piece, 0, pieceBytes, offset);
    const last = offset + length >= statSync(file).size;
    return { last, bytes: piece.subarray(0, length).toString('base64') };
  } finally {
    closeSync(handle);
  }
}

export function counts(scope: Scope): Counts {
  const count = (place: DumpPlace): number => {
    if (place === 'about') return 1;
    if (place === 'key') return scope.keys.count();
    const table = columns[place === 'attachment-bytes' ? 'attachment' : place]?.[1] ?? '';
    const sql = `SELECT COUNT(*) AS n FROM ${table} WHERE authority = :authority`;
    return scope.db.get<{ n: number }>(sql, { authority: scope.authority })?.n ?? 0;
  };
  return Object.fromEntries(dumpOrder.map((place) => [place, count(place)])) as Counts;
}
