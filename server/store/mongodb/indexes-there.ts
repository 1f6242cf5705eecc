import type { Collection } from 'mongodb';
import { StoreNotOpened } from '../sqlite/not-opened.ts';
import { collectionNames, type Collections } from './collections.ts';
import { indexes, indexFault, type IndexWanted } from './indexes.ts';

const mostTries = 5;

/** Makes the indexes that are missing and reads back that all are as wanted: lists and uniqueness rest on them. */
export async function assertIndexes(collections: Collections): Promise<void> {
  const wanted = Object.entries(indexes) as [keyof Collections, IndexWanted[]][];
  await Promise.all(
    wanted.map(async ([name, ones]) => {
      const collection = collections[name] as unknown as Collection;
      // servers that begin at once make them together, and one may be told that they can't be made just now
      let there = await thereOn(collection);
      for (let tries = 0; tries < mostTries && missing(ones, there).length > 0; tries += 1) {
        await collection.createIndexes(missing(ones, there)).catch(() => undefined);
        there = await thereOn(collection);
      }
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

/** What the account may not make is told of afterwards, with the command for somebody who may. */
function missing(wanted: IndexWanted[], there: IndexThere[]): IndexWanted[] {
  return wanted.filter((one) => !there.some(({ name }) => name === one.name));
}

function howTo(collection: string, { name, key, unique }: IndexWanted): string {
  const options = JSON.stringify({ name, ...(unique ? { unique } : {}) });
  const command = `db.${collection}.createIndex(${JSON.stringify(key)}, ${options})`;
  return `Remove one of that name, make it with ${command}, and start again.`;
}
