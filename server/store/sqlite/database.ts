import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Refused, WriteRefusal } from '../port.ts';

export type Values = Record<string, SQLInputValue>;

/** One SQLite file. Statements are prepared once; the values given by name are the only way in. */
export interface Database {
  run(sql: string, values?: Values): number;
  get<Row>(sql: string, values?: Values): Row | undefined;
  all<Row>(sql: string, values?: Values): Row[];
  /** as `all`, one row after another: for what is more than memory should hold */
  each<Row>(sql: string, values?: Values): Iterable<Row>;
  /** a write transaction, kept unless the answer is a refusal; a fault of the disk becomes a refusal */
  write<T extends { ok: boolean }>(work: () => T): T | Refused;
  /** several statements that must see one state of the store; within another such it is that one's */
  read<T>(work: () => T): T;
  connection: DatabaseSync;
  close(): void;
}

const busy = 5;
const readonly = 8;
const full = 13;
const unavailable = new Set([busy, 6, 10, 14, 22, 23, 26]);

/** Why the database did not do it; undefined when that is a defect of ours. */
export function refusalOf(fault: unknown): Exclude<WriteRefusal, 'conflict'> | undefined {
  const code = (fault as { errcode?: number }).errcode;
  if (code === undefined) return undefined;
  const kind = code & 0xff;
  if (kind === full) return 'full';
  if (kind === readonly) return 'readonly';
  return unavailable.has(kind) ? 'unavailable' : undefined;
}

/** Turns a fault of the database into a refusal; anything else is a defect of ours and is thrown. */
export function faultToRefusal(fault: unknown): Refused {
  const reason = refusalOf(fault);
  if (!reason) throw fault;
  return { ok: false, reason };
}

export interface DatabaseOptions {
  readOnly?: boolean;
  /** asked at the beginning of every write: a refusal ends it */
  guard?: (db: Database) => Refused | undefined;
}

/** Opens the file and asks for the pragmas; `openSqlite` reads them back. */
export function openDatabase(file: string, options: DatabaseOptions = {}): Database {
  const connection = new DatabaseSync(file, { readOnly: options.readOnly ?? false, timeout: 5000 });
  const prepared = new Map<string, StatementSync>();

  const statement = (sql: string): StatementSync => {
    let found = prepared.get(sql);
    if (!found) {
      found = connection.prepare(sql);
      found.setAllowUnknownNamedParameters(true);
      prepared.set(sql, found);
    }
    return found;
  };

  const end = (sql: string): void => {
    if (connection.isTransaction) connection.exec(sql);
  };

  const database: Database = {
    connection,
    run: (sql, values = {}) => Number(statement(sql).run(values).changes),
    get: <Row>(sql: string, values: Values = {}) => statement(sql).get(values) as Row | undefined,
    all: <Row>(sql: string, values: Values = {}) => statement(sql).all(values) as Row[],
    each: <Row>(sql: string, values: Values = {}) => statement(sql).iterate(values) as Iterable<Row>,
    write(work) {
      try {
        connection.exec('BEGIN IMMEDIATE');
        const answer = options.guard?.(database) ?? work();
        end(answer.ok ? 'COMMIT' : 'ROLLBACK');
        return answer;
      } catch (fault) {
        end('ROLLBACK');
        return faultToRefusal(fault);
      }
    },
    read(work) {
      if (connection.isTransaction) return work();
      connection.exec('BEGIN');
      try {
        return work();
      } finally {
        end('COMMIT');
      }
    },
    close: () => connection.close(),
  };
  return database;
}
