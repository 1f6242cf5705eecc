import { MongoError, MongoNetworkError } from 'mongodb';
import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../server/store/index.ts';
import { afterwards } from '../../../server/store/mongodb/afterwards.ts';
import { auditWriter } from '../../../server/store/mongodb/audit.ts';
import { put } from '../../../server/store/mongodb/documents.ts';
import { refusalOf } from '../../../server/store/mongodb/faults.ts';
import { keyring } from '../../../server/store/mongodb/keyring.ts';
import type { Scope } from '../../../server/store/mongodb/scope.ts';
import { startOfTest } from '../support/a-commit.ts';
import { masterOfTests } from './place.ts';

interface Row {
  _id: string;
  [field: string]: unknown;
}

type Filter = Record<string, unknown>;

/** As much of a collection as is needed; the line breaks after so many rows of the next write. */
class Rows {
  rows: Row[] = [];
  breaksAfter: number | undefined;

  #fits = (row: Row, filter: Filter): boolean =>
    Object.entries(filter).every(([field, value]) => {
      const among = (value as { $in?: unknown[] } | null)?.$in;
      return among ? among.includes(row[field]) : row[field] === value;
    });
  find = (filter: Filter) => {
    const found = this.rows.filter((row) => this.#fits(row, filter));
    const each = async function* () {
      yield* found;
    };
    return {
      [Symbol.asyncIterator]: each,
      toArray: async () => found,
      sort: () => ({ toArray: async () => found }),
    };
  };
  findOne = async (filter: Filter) => this.rows.findLast((row) => this.#fits(row, filter)) ?? null;
  insertOne = async (row: Row) => this.insertMany([row]);
  insertMany = async (rows: Row[]) => {
    const breaks = this.breaksAfter;
    this.breaksAfter = undefined;
    this.rows.push(...rows.slice(0, breaks ?? rows.length));
    if (breaks !== undefined) throw new MongoNetworkError('the line broke');
  };
  updateOne = async (filter: Filter, update: { $set?: Filter }) => {
    const row = this.rows.find((one) => this.#fits(one, filter));
    if (row) Object.assign(row, update.$set);
    else if ('_id' in filter) this.rows.push({ _id: String(filter['_id']), ...update.$set });
    return { matchedCount: row ? 1 : 0 };
  };
}

function scopeOf(over: object): Scope {
  const frozen = async () => '';
  const scope = { authority: 'council', process: 'p', frozen, afterwards: afterwards(), ...over };
  return scope as unknown as Scope;
}

const entry = (request: string): AuditEntry => ({
  ...{ at: startOfTest, action: 'x', outcome: 'ok', route: '/', status: 200, request },
});

describe('a line to MongoDB that breaks', () => {
  it.each([0, 2, 4])(
    'after %i of four audit entries doubles none when they are sent again',
    async (landed) => {
      const [audit, auditHeads] = [new Rows(), new Rows()];
      const { append } = auditWriter(scopeOf({ audit, auditHeads }));
      const entries = ['a', 'b', 'c', 'd'].map(entry);
      expect(await append([entry('first')])).toEqual({ ok: true });
      audit.breaksAfter = landed;
      expect(await append(entries)).toEqual({ ok: false, reason: 'unavailable' });
      expect(await append([...entries, entry('later')])).toEqual({ ok: true });
      const requests = audit.rows.map((row) => (JSON.parse(String(row['body'])) as AuditEntry).request);
      expect(requests).toEqual(['first', 'a', 'b', 'c', 'd', 'later']);
      expect(auditHeads.rows).toMatchObject([{ seq: 6, hash: audit.rows.at(-1)?.['hash'] }]);
      expect(audit.rows.map((row) => row['seq'])).toEqual([1, 2, 3, 4, 5, 6]);
    },
  );

  it.each([
    [1, { ok: true, revision: 1 }],
    [0, { ok: false, reason: 'unavailable' }],
  ])('with %i document written says whether it was', async (landed, answer) => {
    const documents = new Rows();
    documents.breaksAfter = landed;
    const scope = scopeOf({ documents });
    expect(await put(scope, { kind: 'note', id: 'n', body: 1, expecting: 0 })).toEqual(answer);
  });

  it('while pages are told of a document does not refuse what is written', async () => {
    const [documents, changes] = [new Rows(), new Rows()];
    const broken = { ...changes, findOne: () => Promise.reject(new MongoNetworkError('the line broke')) };
    const scope = scopeOf({ documents, changes: broken });
    const change = { kind: 'draft' as const, task: 't1' };
    expect(await put(scope, { kind: 'note', id: 'n', body: 1, expecting: 0, change })).toEqual({
      ...{ ok: true, revision: 1 },
    });
  });

  it('for good, because a server left the set, is a database that is not there', () => {
    const fault = new MongoError('closed');
    Object.defineProperty(fault, 'name', { value: 'MongoPoolClosedError' });
    expect(refusalOf(fault)).toBe('unavailable');
  });
});

it('a key that is destroyed was never to be seen as damaged', async () => {
  const stored = new Rows();
  const seen: Row[] = [];
  const { updateOne } = stored;
  stored.updateOne = async (filter, update) => {
    const done = await updateOne(filter, update);
    seen.push(...stored.rows.map((row) => ({ ...row })));
    return done;
  };
  const keys = keyring(stored as never, 'council', masterOfTests);
  await keys.ensure('person:ada');
  await keys.destroy(['person:ada'], startOfTest);
  expect(seen.filter((row) => row['wrapped'] === '' && row['destroyed'] === '')).toEqual([]);
  expect((await keys.of(['person:ada'])).get('person:ada')).toBe('destroyed');
});
