import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { standingHold, type Store } from '../../../server/store/port.ts';
import { aCommit, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';

const letGo = {
  ...{ case: 'case-1', people: [], certificate: {}, by: ['kim', 'lee'], at: startOfTest },
  commandId: 'let-go',
};

describe('a legal hold on MongoDB', () => {
  let place: MongoPlace;
  let store: Store;
  let other: Store;
  const hold = (id: string) =>
    other.put({ kind: 'legal-hold', id, owner: standingHold, body: {}, expecting: 0, case: 'case-1' });
  beforeEach(async () => {
    place = mongoPlace(inject('wire'));
    other = await place.open();
    await other.commit(aCommit(0));
  });
  afterEach(async () => {
    for (const one of [store, other]) await one.close();
    await place.remove();
  });

  it('that comes when letting go has begun is refused, and does not stay', async () => {
    let answer: unknown;
    store = await place.open({
      reached: async (point) => {
        if (point === 'disposing') answer ??= await hold('late');
      },
    });
    expect((await store.dispose(letGo)).ok).toBe(true);
    expect(answer).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await other.document('legal-hold', 'late')).toBeUndefined();
  });

  it('that stands stops it, and work with the family goes on', async () => {
    store = await place.open();
    expect(await hold('one')).toMatchObject({ ok: true });
    expect(await store.dispose(letGo)).toMatchObject({ ok: false, reason: 'conflict' });
    expect(await other.commit(aCommit(1))).toMatchObject({ ok: true });
    expect((await other.verify()).findings).toEqual([]);
  });
});
