import { fits, sorted, updated } from './stub-filter.ts';
import type { Document } from './stub-wire.ts';

interface Index {
  name: string;
  key: Record<string, number>;
  unique?: boolean;
}

interface Kept {
  documents: Map<string, Document>;
  indexes: Index[];
}

const idIndex: Index = { name: '_id_', key: { _id: 1 } };
const done = { ok: 1 };
const duplicate = { code: 11000, codeName: 'DuplicateKey', errmsg: 'E11000 duplicate key error' };

/** Databases in memory: what a server does with the commands our adapter sends, once for each of a session's numbers. */
export class StubMemory {
  readonly #kept = new Map<string, Kept>();
  /** a write that a driver sends again under its number is answered as the first time, as a replica set does */
  readonly #answered = new Map<string, Document>();

  /** How many documents of a collection fit; says so past the driver. */
  count(database: string, collection: string, filter: Document = {}): number {
    return this.#find({ $db: database }, collection, filter).length;
  }

  answer(command: Document): Document {
    const again = numberOf(command);
    const before = again && this.#answered.get(again);
    if (before) return before;
    const answer = this.#answer(command);
    if (again) this.#answered.set(again, answer);
    return answer;
  }

  #answer(command: Document): Document {
    const [name = '', collection] = Object.entries(command)[0] ?? [];
    const of = String(collection);
    switch (name) {
      case 'find':
        return cursor(this.#found(command, of));
      case 'aggregate':
        return cursor(this.#counted(command, of));
      case 'distinct': {
        const key = String(command['key']);
        return {
          ...done,
          values: [...new Set(this.#find(command, of, command['query']).map((one) => one[key]))],
        };
      }
      case 'insert':
        return this.#insert(command, of);
      case 'update':
        return this.#update(command, of);
      case 'delete':
        return this.#delete(command, of);
      case 'findAndModify':
        return this.#findAndModify(command, of);
      case 'createIndexes':
        this.#collection(command, of).indexes.push(...(command['indexes'] as Index[]));
        return done;
      case 'listIndexes':
        return cursor(
          [idIndex, ...this.#collection(command, of).indexes].map((index) => ({ v: 2, ...index })),
        );
      case 'dropDatabase':
        for (const key of this.#kept.keys())
          if (key.startsWith(`${String(command['$db'])}.`)) this.#kept.delete(key);
        return done;
      default:
        return { ok: 0, code: 59, codeName: 'CommandNotFound', errmsg: `no such command: '${name}'` };
    }
  }

  #collection(command: Document, name: string): Kept {
    const key = `${String(command['$db'])}.${name}`;
    const kept = this.#kept.get(key) ?? { documents: new Map<string, Document>(), indexes: [] };
    this.#kept.set(key, kept);
    return kept;
  }

  #find(command: Document, of: string, filter: unknown): Document[] {
    const { documents } = this.#collection(command, of);
    return [...documents.values()].filter((one) => fits(one, (filter ?? {}) as Document));
  }

  #found(command: Document, of: string): Document[] {
    const all = this.#find(command, of, command['filter']);
    const inOrder = command['sort'] ? sorted(all, command['sort'] as Record<string, number>) : all;
    const skip = Number(command['skip'] ?? 0);
    return inOrder.slice(skip, skip + (Math.abs(Number(command['limit'] ?? 0)) || inOrder.length));
  }

  /** The one pipeline there is: how many fit. */
  #counted(command: Document, of: string): Document[] {
    const [match, group] = command['pipeline'] as Document[];
    if (!match?.['$match'] || !group?.['$group']) throw new Error('only counting is known here');
    const n = this.#find(command, of, match['$match']).length;
    return n === 0 ? [] : [{ _id: 1, n }];
  }

  #insert(command: Document, of: string): Document {
    const writeErrors: Document[] = [];
    let n = 0;
    for (const [index, document] of (command['documents'] as Document[]).entries()) {
      if (this.#put(this.#collection(command, of), document)) n += 1;
      else {
        writeErrors.push({ index, ...duplicate });
        if (command['ordered'] !== false) break;
      }
    }
    return { ...done, n, ...(writeErrors.length > 0 ? { writeErrors } : {}) };
  }

  /** False when another document holds its id, or what an index keeps apart. */
  #put(kept: Kept, document: Document, instead?: Document): boolean {
    const others = [...kept.documents.values()].filter((one) => one !== instead);
    const apart = [idIndex, ...kept.indexes.filter(({ unique }) => unique)];
    const taken = apart.some(({ key }) => {
      const own = Object.fromEntries(Object.keys(key).map((field) => [field, document[field] ?? null]));
      return others.some((one) => fits(one, own));
    });
    if (taken) return false;
    if (instead) kept.documents.delete(String(instead['_id']));
    kept.documents.set(String(document['_id']), document);
    return true;
  }

  #update(command: Document, of: string): Document {
    const kept = this.#collection(command, of);
    const total = { n: 0, nModified: 0 };
    const upserted: Document[] = [];
    const writeErrors: Document[] = [];
    for (const [index, one] of (command['updates'] as Document[]).entries()) {
      const { q, u, multi, upsert } = one as { q: Document; u: Document; multi?: boolean; upsert?: boolean };
      const found = this.#find(command, of, q);
      for (const document of multi ? found : found.slice(0, 1)) {
        this.#put(kept, updated(document, u), document);
        total.n += 1;
        total.nModified += 1;
      }
      if (found.length > 0 || !upsert) continue;
      const made = updated(plain(q), u, true);
      if (this.#put(kept, made)) {
        total.n += 1;
        upserted.push({ index, _id: made['_id'] });
      } else writeErrors.push({ index, ...duplicate });
    }
    return {
      ...{ ...done, ...total },
      ...(upserted.length > 0 ? { upserted } : {}),
      ...(writeErrors.length > 0 ? { writeErrors } : {}),
    };
  }

  #delete(command: Document, of: string): Document {
    let n = 0;
    for (const { q, limit } of command['deletes'] as { q: Document; limit: number }[]) {
      const found = this.#find(command, of, q);
      for (const { _id } of limit === 1 ? found.slice(0, 1) : found) {
        this.#collection(command, of).documents.delete(String(_id));
        n += 1;
      }
    }
    return { ...done, n };
  }

  #findAndModify(command: Document, of: string): Document {
    const kept = this.#collection(command, of);
    const { query, sort, update, remove, upsert } = command as Record<string, Document | undefined>;
    const [before = null] = sorted(this.#find(command, of, query), (sort ?? {}) as Record<string, number>);
    if (remove) {
      if (before) kept.documents.delete(String(before['_id']));
      return { ...done, value: before };
    }
    if (!before && !upsert) return { ...done, value: null };
    const after = updated(before ?? plain(query ?? {}), update ?? {}, !before);
    this.#put(kept, after, before ?? undefined);
    return { ...done, value: command['new'] ? after : before };
  }
}

/** What a filter says outright: what a document made for it begins with. */
const plain = (filter: Document): Document =>
  Object.fromEntries(
    Object.entries(filter).filter(
      ([name, value]) => !name.startsWith('$') && (typeof value !== 'object' || value === null),
    ),
  );

const cursor = (firstBatch: Document[]): Document => ({
  ...done,
  cursor: { id: 0n, ns: 'stub.stub', firstBatch },
});

/** Session and number of a write that may be sent again. */
function numberOf(command: Document): string | undefined {
  if (command['txnNumber'] === undefined) return undefined;
  return JSON.stringify([command['lsid'], String(command['txnNumber'])]);
}
