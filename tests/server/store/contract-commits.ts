import { describe, expect, it } from 'vitest';
import { aCard, aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { withStore, type Place } from './place.ts';

/** What one command may rely on, and waking cases. */
export function commitContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} keeps what it acknowledged`, () => {
    const { another, place, store } = withStore(makePlace);

    it('a committed case is there after the store is closed and opened again', async () => {
      const done = await store().commit(aCommit(0, { case: aCase('case-1', { name: 'Hartley' }) }));
      expect(done).toEqual({ ok: true, revision: 1, replayed: false, reply: { done: 1 } });
      await store().close();
      const loaded = await (await another()).load('case-1');
      expect(loaded?.case).toMatchObject({ id: 'case-1', name: 'Hartley', revision: 1 });
      expect(loaded?.family.name).toBe('Hartley');
    });

    it('a repeated command gives its first answer and changes nothing', async () => {
      await store().commit(aCommit(0, { commandId: 'open' }));
      const again = await store().commit(aCommit(0, { commandId: 'open', reply: { done: 'other' } }));
      expect(again).toEqual({ ok: true, revision: 1, replayed: true, reply: { done: 1 } });
      expect((await store().history('case-1', {})).rows).toHaveLength(1);
      expect(await store().answered('case-1', 'open', 'sam')).toEqual({ reply: { done: 1 } });
    });

    it("somebody else's command id answers nobody but them", async () => {
      await store().commit(aCommit(0, { commandId: 'open' }));
      const other = await store().commit(aCommit(0, { commandId: 'open', actor: 'kim' }));
      expect(other).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await store().answered('case-1', 'open', 'kim')).toBeUndefined();
    });

    it('a command decided on an older revision is refused and told who came first', async () => {
      await store().commit(aCommit(0));
      await store().commit(aCommit(1, { actor: 'kim', at: '2026-09-02T10:00:00.000Z' }));
      const late = await store().commit(aCommit(1, { commandId: 'late' }));
      expect(late).toEqual({
        ok: false,
        reason: 'conflict',
        revision: 2,
        changed: { by: 'kim', at: '2026-09-02T10:00:00.000Z' },
      });
    });

    it('of two stores on one place that commit the same revision exactly one wins', async () => {
      const other = await another();
      await store().commit(aCommit(0));
      const race = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store() : other).commit(aCommit(1, { commandId: `race-${n}` })),
        ),
      );
      expect(race.filter((one) => one.ok)).toHaveLength(1);
      expect((await store().load('case-1'))?.case.revision).toBe(2);
    });

    it('equal command ids at once have one effect and equal replies', async () => {
      const other = await another();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          (n % 2 ? store() : other).commit(aCommit(0, { commandId: 'same' })),
        ),
      );
      expect(answers.every((one) => one.ok && one.revision === 1)).toBe(true);
      expect(answers.filter((one) => one.ok && !one.replayed)).toHaveLength(1);
      expect((await store().history('case-1', {})).rows).toHaveLength(1);
    });

    it('nothing of a refused commit is stored', async () => {
      await store().commit(aCommit(0));
      await store().putPerson({ id: 'ada', body: {}, keys: [], expecting: 0, by: 'sam', at: startOfTest });
      const refused = await store().commit(
        aCommit(1, {
          records: [aRecord('r1')],
          tasks: [aTask('t1')],
          cards: [aCard()],
          people: [
            { id: 'ben', body: {}, keys: ['name:ben'], expecting: 0, by: 'sam', at: startOfTest },
            { id: 'ada', body: {}, keys: [], expecting: 7, by: 'sam', at: startOfTest },
          ],
        }),
      );
      expect(refused).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await store().record('r1')).toBeUndefined();
      expect(await store().task('t1')).toBeUndefined();
      expect(await store().person('ben')).toBeUndefined();
      expect((await store().load('case-1'))?.case.revision).toBe(1);
      expect((await store().verify()).findings).toEqual([]);
    });

    it('a completed form is never written a second time', async () => {
      await store().commit(aCommit(0, { records: [aRecord('r1')] }));
      const twice = aCommit(1, { records: [aRecord('r1', { by: 'kim' })] });
      await expect(store().commit(twice)).rejects.toThrow();
      expect((await store().record('r1'))?.by).toBe('sam');
      expect((await store().load('case-1'))?.case.revision).toBe(1);
    });

    it('a living document moves one revision at a time, and every revision stays readable', async () => {
      const part = (revision: number, text: string) => ({
        ...{ part: 'map', revision, blocks: { worries: [{ text }] }, by: 'sam', at: startOfTest },
      });
      await store().commit(aCommit(0, { parts: [part(1, 'first')] }));
      expect(await store().commit(aCommit(1, { parts: [part(3, 'jump')] }))).toMatchObject({
        reason: 'conflict',
      });
      await store().commit(aCommit(1, { parts: [part(2, 'second')] }));
      expect((await store().part('case-1', 'map'))?.blocks['worries']).toEqual([{ text: 'second' }]);
      expect((await store().part('case-1', 'map', 1))?.blocks['worries']).toEqual([{ text: 'first' }]);
    });

    it('a wake-up is claimed once, and by another when the lease has passed', async () => {
      await store().commit(aCommit(0, { case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }) }));
      const ask = (owner: string, now = '2026-09-06T00:00:00.000Z') =>
        store().claim({ owner, now, lease: 30, limit: 10 });
      expect(await ask('one', '2026-09-04T00:00:00.000Z')).toEqual([]);
      const [first] = await ask('one');
      expect(first).toMatchObject({ case: 'case-1', fence: 1 });
      expect(await ask('two')).toEqual([]);
      place().pass(31_000);
      const [second] = await ask('two');
      expect(second).toMatchObject({ case: 'case-1', fence: 2 });
      expect(first && (await store().settle(first, { done: true }))).toBe(false);
      await store().commit(aCommit(1));
      expect(second && (await store().settle(second, { done: true }))).toBe(true);
      place().pass(31_000);
      expect(await ask('two')).toEqual([]);
    });

    it('a wake-up that fails five times stands as an incident until a person has it tried again', async () => {
      await store().commit(aCommit(0, { case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }) }));
      const ask = () =>
        store().claim({ owner: 'one', now: '2026-09-06T00:00:00.000Z', lease: 30, limit: 10 });
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const [held] = await ask();
        expect(held && (await store().settle(held, { done: false, message: 'no table' }))).toBe(true);
      }
      expect(await ask()).toEqual([]);
      expect((await store().list('incidents', {})).rows).toMatchObject([
        { case: 'case-1', message: 'no table' },
      ]);
      await store().retry('case-1');
      expect(await ask()).toHaveLength(1);
    });

    it('a wake-up that takes its process down five times stands as an incident too, and no other with it', async () => {
      const wakeUp = '2026-09-05T00:00:00.000Z';
      for (const id of ['case-1', 'case-2']) {
        await store().commit(aCommit(0, { case: aCase(id, { wakeUp }), family: aFamily(id) }));
      }
      const ask = () =>
        store().claim({ owner: 'one', now: '2026-09-06T00:00:00.000Z', lease: 30, limit: 10 });
      const incidents = async () => (await store().list('incidents', {})).rows;
      for (let attempt = 1; attempt <= 5; attempt += 1) {
        const held = (await ask()).find((one) => one.case === 'case-1');
        expect(held && (await store().begin(held))).toBe(true);
        expect(await incidents()).toEqual([]);
        // nobody settles it: the process is gone
        place().pass(31_000);
      }
      expect((await ask()).map((one) => one.case)).toEqual(['case-2']);
      expect(await incidents()).toMatchObject([{ case: 'case-1', attempts: 5 }]);
      expect((await store().metrics()).incidents).toBe(1);
    });

    it('a wake-up that succeeds after failing begins to count anew, and one of another is not begun', async () => {
      await store().commit(aCommit(0, { case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }) }));
      const ask = async () =>
        (await store().claim({ owner: 'one', now: '2026-09-08T00:00:00.000Z', lease: 30, limit: 1 }))[0];
      const first = await ask();
      expect(first && (await store().begin(first))).toBe(true);
      expect(first && (await store().settle(first, { done: false, message: 'no' }))).toBe(true);
      const second = await ask();
      expect(second?.attempts).toBe(1);
      expect(first && (await store().begin(first))).toBe(false);
      expect(second && (await store().begin(second))).toBe(true);
      await store().commit(aCommit(1, { case: aCase('case-1', { wakeUp: '2026-09-07T00:00:00.000Z' }) }));
      expect(second && (await store().settle(second, { done: true }))).toBe(true);
      expect((await ask())?.attempts).toBe(0);
    });
  });
}
