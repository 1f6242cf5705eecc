import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';

/** A database that nobody else uses. */
export interface WireDatabase {
  /** names the database, as MONGODB_URL does */
  url: string;
  /** drops it, and the one beside it that holds the keys */
  remove(): Promise<void>;
}

/** A new name on a server; the database comes into being with what is first written to it. */
export function wireDatabase(server: string): WireDatabase {
  const name = `throughline-test-${randomBytes(6).toString('hex')}`;
  const url = withDatabase(server, name);
  return {
    url,
    async remove() {
      const client = new MongoClient(url, { serverSelectionTimeoutMS: 5000 });
      try {
        await client.db(name).dropDatabase();
        await client.db(`${name}-keys`).dropDatabase();
      } finally {
        await client.close();
      }
    },
  };
}

/** Hosts may be several, which URL does not read: the path is what stands between them and the options. */
export function withDatabase(url: string, name: string): string {
  const [, hosts = '', options = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)[^?]*(\?.*)?$/.exec(url) ?? [];
  if (hosts === '') throw new Error('MONGODB_URL is no mongodb:// address.');
  return `${hosts}/${name}${options}`;
}
