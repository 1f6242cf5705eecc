import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import type { MongoOptions } from '../../../server/store/mongodb/open.ts';
import { aCase, aCommit, aFamily, aRecord } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';

class Killed extends Error {}

const next = Buffer.alloc(32, 9);

describe('the keys of a store on MongoDB', () => {
  let place: MongoPlace;
  let store: Store;
  const opened: Store[] = [];
  const open = async (options?: Partial<MongoOptions>): Promise<Store> => {
    const one = await place.open(options);
    opened.push(one);
    return one;
  };
  beforeEach(async () => {
    place = mongoPlace(inject('wire'));
    store = await open();
    await store.commit(aCommit(0, { records: [aRecord('r1', { children: ['ada'] })] }));
    await store.commit(aCommit(0, { case: aCase('case-2'), family: aFamily('case-2') }));
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
    await place.remove();
  });

  it.each([1, 2, 3])(
    'that were wrapped anew as far as the key %i go on being so with the old one',
    async (at) => {
      let keys = 0;
      const dying = await open({
        reached: (point) => {
          if (point !== 'rewrapping') return;
          keys += 1;
          if (keys > at) throw new Killed();
        },
      });
      await expect(dying.rewrap(next)).rejects.toThrow(Killed);
      await expect(open({ masterKey: next })).rejects.toThrow(/master key is not the one/);
      const again = await open();
      expect(await again.rewrap(next)).toBe(4);
      const there = await open({ masterKey: next });
      expect((await there.load('case-1'))?.case.name).toBe('Hartley');
      expect((await there.record('r1'))?.children).toEqual(['ada']);
      expect((await there.verify()).findings).toEqual([]);
      await expect(open()).rejects.toThrow(/master key is not the one/);
    },
  );
});
