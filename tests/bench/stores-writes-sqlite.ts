import { DatabaseSync, StatementSync, type SQLInputValue } from 'node:sqlite';
import { pragmas } from '../../server/store/sqlite/open.ts';
import type { Writes } from './stores-writes.ts';

/** The file of a statement is known only where it is prepared. */
interface Statement {
  sql: string;
  file: string;
}

/** A statement that changed something, with what it was given; without values it begins or ends a transaction. */
interface Wrote extends Statement {
  values?: Values;
}

export type Values = Record<string, SQLInputValue>;

/** Writes caught on the files of one folder, done again on the same files of others. */
export interface SqliteWrites extends Pick<Writes, 'of' | 'stop'> {
  from(folder: string): void;
  /** the same statements to the files of another folder, with `said` in the place of what was sealed; made ready first */
  to(folder: string, said?: (table: string, values: Values) => Values): () => void;
}

/** To be called before the store is opened, since it prepares its statements once. */
export function sqliteWrites(): SqliteWrites {
  let from = '';
  const { prepare, exec } = DatabaseSync.prototype;
  const { run } = StatementSync.prototype;
  const statements = new WeakMap<StatementSync, Statement>();
  const others = new Map<string, { db: DatabaseSync; prepared: Map<string, StatementSync> }>();
  let caught: Wrote[] = [];
  let catching = false;
  const otherOf = (file: string) => {
    const found = others.get(file) ?? { db: opened(file), prepared: new Map() };
    others.set(file, found);
    return found;
  };
  const isOurs = (file: string | null): file is string => catching && (file ?? '').startsWith(from);
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...more) {
    const made = prepare.call(this, sql, ...more);
    statements.set(made, { sql, file: this.location() ?? '' });
    return made;
  };
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    const file = this.location();
    if (isOurs(file) && !/^PRAGMA/i.test(sql)) caught.push({ sql, file });
    exec.call(this, sql);
  };
  StatementSync.prototype.run = function (this: StatementSync, ...values: [Values]) {
    const { sql, file } = statements.get(this) ?? { sql: '', file: null };
    if (isOurs(file)) caught.push({ sql, file, values: values[0] });
    return run.apply(this, values);
  } as typeof run;
  const stepOf = ({ file, sql, values }: Wrote, folder: string): (() => unknown) => {
    const { db, prepared } = otherOf(file.replace(from, folder));
    if (!values) return () => exec.call(db, sql);
    const same = prepared.get(sql) ?? prepare.call(db, sql);
    same.setAllowUnknownNamedParameters(true);
    prepared.set(sql, same);
    return () => run.call(same, values);
  };
  return {
    from(folder) {
      from = folder;
    },
    async of(work) {
      caught = [];
      catching = true;
      await work();
      catching = false;
    },
    to(folder, said = (_table, values) => values) {
      const steps = caught.map((wrote) =>
        stepOf(wrote.values ? { ...wrote, values: said(tableOf(wrote.sql), wrote.values) } : wrote, folder),
      );
      return () => {
        for (const step of steps) step();
      };
    },
    stop() {
      Object.assign(DatabaseSync.prototype, { prepare, exec });
      Object.assign(StatementSync.prototype, { run });
      for (const { db } of others.values()) db.close();
    },
  };
}

const tableOf = (sql: string): string => /^\s*(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)/.exec(sql)?.[1] ?? '';

/** As durable as the store's own, and as thorough where it deletes. */
function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec(pragmas);
  return db;
}
