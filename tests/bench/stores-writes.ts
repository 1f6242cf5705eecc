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
