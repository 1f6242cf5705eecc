import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { MongoClient } from 'mongodb';

/** As many bytes as a command stores, written to the same database as durably, with nothing around it. */
export interface Bare {
  /** what the case, its history and records come to in one write, and the entry of the audit in a second */
  write(id: string, text: string, audit: string): Promise<void>;
  close(): Promise<void>;
}

/** One row changed and one added, each in a transaction that is on the disk when it ends. */
export function bareSqlite(folder: string): Bare {
  const db = new DatabaseSync(join(folder, 'bare.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  db.exec('CREATE TABLE cases (id TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT');
  db.exec('CREATE TABLE audit (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const put = db.prepare(
    'INSERT INTO cases VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  );
  const add = db.prepare('INSERT INTO audit (body) VALUES (?)');
  return {
    async write(id, text, audit) {
      put.run(id, text);
      add.run(audit);
    },
    close: async () => db.close(),
  };
}

/** One document replaced and one inserted, each acknowledged by a majority that has it in its journal. */
export async function bareMongo(url: string): Promise<Bare> {
  const client = new MongoClient(url, { writeConcern: { w: 'majority', journal: true } });
  const cases = client.db().collection<{ _id: string; body: string }>('bare_cases');
  const audit = client.db().collection<{ body: string }>('bare_audit');
  return {
    async write(id, body, entry) {
      await cases.replaceOne({ _id: id }, { body }, { upsert: true });
      await audit.insertOne({ body: entry });
    },
    close: () => client.close(),
  };
}
