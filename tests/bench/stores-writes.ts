import { DatabaseSync, StatementSync, type SQLInputValue } from 'node:sqlite';
import { Collection, MongoClient } from 'mongodb';

/** What a store writes for a command, caught as it is written, to be written once more with nothing around it. */
export interface Writes {
  /** what `work` wrote, once all of it is there, also what goes on after the answer */
  of(work: () => Promise<void>): Promise<void>;
  /** the same writes to a database like it */
  again(): Promise<void>;
  /** leaves the driver as it was */
  stop(): void | Promise<void>;
}

type Step = () => unknown;

/** The file of a statement is known only where it is prepared. */
interface Statement {
  sql: string;
  file: string;
}

/**
 * Every statement that changes something of the files of one folder, done again on the same files of another. To be
 * called before the store is opened, since it prepares its statements once.
 */
export function sqliteWrites(): Writes & { between(folder: string, like: string): void } {
  let [folder, like] = ['', ''];
  const { prepare, exec } = DatabaseSync.prototype;
  const { run } = StatementSync.prototype;
  const statements = new WeakMap<StatementSync, Statement>();
  const others = new Map<string, { db: DatabaseSync; prepared: Map<string, StatementSync> }>();
  let caught: Step[] = [];
  let catching = false;
  const otherOf = (file: string) => {
    const found = others.get(file) ?? { db: opened(file.replace(folder, like)), prepared: new Map() };
    others.set(file, found);
    return found;
  };
  const isOurs = (file: string | null): file is string => catching && (file ?? '').startsWith(folder);
  DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...more) {
    const made = prepare.call(this, sql, ...more);
    statements.set(made, { sql, file: this.location() ?? '' });
    return made;
  };
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    const file = this.location();
    if (isOurs(file) && !/^PRAGMA/i.test(sql)) {
      const { db } = otherOf(file);
      caught.push(() => exec.call(db, sql));
    }
    exec.call(this, sql);
  };
  StatementSync.prototype.run = function (this: StatementSync, ...values: [Record<string, SQLInputValue>]) {
    const { sql, file } = statements.get(this) ?? { sql: '', file: null };
    if (isOurs(file)) {
      const { db, prepared } = otherOf(file);
      const same = prepared.get(sql) ?? prepare.call(db, sql);
      same.setAllowUnknownNamedParameters(true);
      prepared.set(sql, same);
      caught.push(() => run.apply(same, values));
    }
    return run.apply(this, values);
  } as typeof run;
  return {
    between(from, to) {
      [folder, like] = [from, to];
    },
    async of(work) {
      caught = [];
      catching = true;
      await work();
      catching = false;
    },
    async again() {
      for (const step of caught) step();
    },
    stop() {
      Object.assign(DatabaseSync.prototype, { prepare, exec });
      Object.assign(StatementSync.prototype, { run });
      for (const { db } of others.values()) db.close();
    },
  };
}

/** As durable as the store's own. */
function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;');
  return db;
}

/** The driver's `insertMany` is a `bulkWrite`. */
const methods = [
  'insertOne',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'bulkWrite',
  'findOneAndUpdate',
] as const;

type Method = (this: Collection, ...args: unknown[]) => Promise<unknown>;

/** Every write to one database and the one of its keys, done again on two like them: what went together goes together. */
export async function mongoWrites(from: string, to: string): Promise<Writes> {
  const client = await new MongoClient(to, { writeConcern: { w: 'majority', journal: true } }).connect();
  const [name, like] = [databaseOf(from), databaseOf(to)];
  const prototype = Collection.prototype as unknown as Record<string, Method>;
  const original = new Map(methods.map((method) => [method as string, prototype[method] as Method]));
  const underWay = new Set<Promise<unknown>>();
  let caught: Step[][] = [];
  let catching = false;
  for (const [method, does] of original) {
    prototype[method] = function (...args) {
      const ours = catching && this.dbName.startsWith(name);
      const doing = does.apply(this, args);
      if (!ours) return doing;
      const other = client.db(this.dbName.replace(name, like)).collection(this.collectionName);
      const step = (): unknown => does.apply(other, args);
      if (underWay.size === 0) caught.push([step]);
      else caught.at(-1)?.push(step);
      underWay.add(doing);
      const over = (): boolean => underWay.delete(doing);
      doing.then(over, over);
      return doing;
    };
  }
  return {
    async of(work) {
      caught = [];
      catching = true;
      await work();
      while (underWay.size > 0) await Promise.allSettled(underWay).then(() => new Promise(setImmediate));
      catching = false;
    },
    async again() {
      for (const together of caught) await Promise.all(together.map((step) => step()));
    },
    async stop() {
      Object.assign(prototype, Object.fromEntries(original));
      await client.close();
    },
  };
}

const databaseOf = (url: string): string => new URL(url.replace(/^mongodb/, 'http')).pathname.slice(1);
