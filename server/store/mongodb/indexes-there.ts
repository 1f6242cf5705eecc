import type { Collection } from 'mongodb';
import { StoreNotOpened } from '../sqlite/not-opened.ts';
import { collectionNames, type Collections } from './collections.ts';
import { indexes, indexFault, type IndexWanted } from './indexes.ts';

/** Makes the indexes that are missing and reads back that all are as wanted: lists and uniqueness rest on them. */
export async function assertIndexes(collections: Collections): Promise<void> {
  const wanted = Object.entries(indexes) as [keyof Collections, IndexWanted[]][];
  await Promise.all(
    wanted.map(async ([name, ones]) => {
      const collection = collections[name] as unknown as Collection;
      await makeMissing(collection, ones);
      const there = await thereOn(collection);
      for (const one of ones) {
        const fault = indexFault(collectionNames[name], one, there);
        if (fault) throw new StoreNotOpened(`${fault} ${howTo(collectionNames[name], one)}`);
      }
    }),
  );
}

interface IndexThere {
  name: string;
  key: Record<string, unknown>;
  unique?: boolean;
}

async function thereOn(collection: Collection): Promise<IndexThere[]> {
  // a collection nobody wrote to yet has none
  return (await collection
    .listIndexes()
    .toArray()
    .catch(() => [])) as IndexThere[];
}

async function makeMissing(collection: Collection, wanted: IndexWanted[]): Promise<void> {
  const there = new Set((await thereOn(collection)).map((one) => one.name));
  const missing = wanted.filter((one) => !there.has(one.name));
  if (missing.length === 0) return;
  // what the account may not make is told of below, with the command for somebody who may
  await collection.createIndexes(missing).catch(() => undefined);
}

function howTo(collection: string, { name, key, unique }: IndexWanted): string {
  const options = JSON.stringify({ name, ...(unique ? { unique } : {}) });
  const command = `db.${collection}.createIndex(${JSON.stringify(key)}, ${options})`;
  return `Remove one of that name, make it with ${command}, and start again.`;
}
