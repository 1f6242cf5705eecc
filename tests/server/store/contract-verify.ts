import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import { aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import type { Place } from './place.ts';

const families = Array.from({ length: 24 }, (_, at) => `case-${at + 1}`);

function commitOf(id: string, revision: number) {
  return aCommit(revision, {
    ...{ commandId: `${id}-${revision}`, case: aCase(id), family: aFamily(id) },
    ...{
      tasks: [aTask(`task-${id}`, { case: id })],
      records: [aRecord(`record-${id}-${revision}`, { case: id })],
    },
  });
}

function looked(id: string, at: number) {
  const thing = { kind: 'record', id };
  const of = { action: 'read-record', outcome: 'ok', route: '/', status: 200, request: `r${at}` } as const;
  return { at: startOfTest, case: id, thing, ...of };
}

/** Verification reads a store that others write to. */
export function verifyContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name}: verification`, () => {
    let place: Place;
    let store: Store;
    let other: Store;
    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
      other = await place.open();
      for (const id of families) await store.commit(commitOf(id, 0));
    });
    afterEach(async () => {
      await Promise.all([store.close(), other.close()]);
      await place.remove();
    });

    it('of a store at work finds nothing wrong, and what is written meanwhile is not held up', async () => {
      const revisions = new Map(families.map((id) => [id, 1]));
      let written = 0;
      const write = async (): Promise<void> => {
        const id = families[(written * 7) % families.length] ?? '';
        const revision = revisions.get(id) ?? 0;
        const [to, beside] = written % 2 === 0 ? [store, other] : [other, store];
        expect(await to.commit(commitOf(id, revision))).toMatchObject({ ok: true });
        revisions.set(id, revision + 1);
        await beside.appendAudit([looked(id, written)]);
        written += 1;
      };
      for (const round of [1, 2]) {
        const before = written;
        const under = { way: true };
        const looking = store.verify().finally(() => (under.way = false));
        while (under.way) {
          await write();
          await setImmediate();
        }
        const { findings, cases } = await looking;
        expect(findings, `round ${round}`).toEqual([]);
        expect(cases).toBe(families.length);
        expect(written - before).toBeGreaterThan(2);
      }
      expect((await store.list('quarantined', {})).rows).toEqual([]);
    });

    it('finds nothing wrong with a family that is let go of meanwhile', async () => {
      const looking = store.verify();
      for (const id of ['case-2', 'case-23']) {
        const certificate = { case: id };
        const by = { people: [], by: ['jo', 'kim'], at: startOfTest, commandId: `dispose-${id}` };
        expect(await other.dispose({ case: id, certificate, ...by })).toMatchObject({ ok: true });
      }
      expect((await looking).findings).toEqual([]);
      expect((await store.verify()).findings).toEqual([]);
      expect((await store.list('quarantined', {})).rows).toEqual([]);
    });
  });
}
