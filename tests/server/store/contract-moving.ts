import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import {
  aCard,
  aCase,
  aCommit,
  aFamily,
  aRecord,
  aTask,
  journeysOf,
  startOfTest,
} from '../support/a-commit.ts';
import { bytesOf, dumped, textOf } from './dumped.ts';
import { withStore, type Place } from './place.ts';

const anAuditEntry = {
  ...{ at: startOfTest, action: 'x', outcome: 'ok' as const, route: '/', status: 200, request: 'r' },
};

const drawing = 'a drawing of a house '.repeat(20_000);

/** Going from one store to another, keeping still meanwhile, and how the work stands. */
export function movingContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} goes to another store as it lies`, () => {
    const { store } = withStore(makePlace);
    let other: Place;
    let target: Store;
    beforeEach(async () => {
      other = await makePlace();
      target = await other.open();
    });
    afterEach(async () => {
      await target.close();
      await other.remove();
    });

    it.each([1000, 3])('in pages of %i, with the same chains, lists and files', async (limit) => {
      const file = await fill(store());
      let after: string | undefined;
      do {
        const page = await store().dump(after, limit);
        await target.take(page.rows);
        after = page.next;
      } while (after !== undefined);
      expect(await target.counts()).toEqual(await store().counts());
      const heads = await store().heads();
      expect(await target.heads()).toEqual(heads);
      expect((await target.verify(heads)).findings).toEqual([]);
      for (const one of [store(), target]) await sameThings(one, file);
      expect(await target.commit(aCommit(1, { commandId: 'after' }))).toMatchObject({
        ok: true,
        revision: 2,
      });
    });

    it('rows that come twice change nothing', async () => {
      await fill(store());
      const rows = await dumped(store());
      await target.take(rows);
      const once = await target.counts();
      await target.take(rows);
      expect(await target.counts()).toEqual(once);
      expect((await target.verify()).findings).toEqual([]);
    });

    it('a key that was destroyed comes as a stone, and no older copy of it opens anything', async () => {
      await fill(store());
      const before = await dumped(store());
      const disposal = { case: 'case-1', people: [], certificate: {}, by: ['kim'], at: startOfTest };
      await store().dispose({ ...disposal, commandId: 'let-go' });
      const stones = (await dumped(store())).filter((row) => row.place === 'key');
      await target.take(stones);
      await target.take(before);
      expect(await target.load('case-1')).toBeUndefined();
      expect(await target.record('r1')).toBeUndefined();
      expect((await target.list('families', { reader: 'sam', text: 'hartley' })).rows).toEqual([]);
      expect(await target.verify()).toMatchObject({ disposed: 1, findings: [] });
    });
  });

  describe(`${name} says how it stands`, () => {
    const { another, place, store } = withStore(makePlace);

    it('frozen it refuses every write, at every server, until that is lifted; reading goes on', async () => {
      const there = await another();
      await fill(store());
      await store().freeze('It is being moved.');
      for (const one of [store(), there]) {
        expect(await one.commit(aCommit(1))).toEqual({ ok: false, reason: 'readonly' });
        expect(await one.appendAudit([anAuditEntry])).toEqual({
          ...{ ok: false, reason: 'readonly', moving: true },
        });
        expect(await one.put({ kind: 'note', id: 'n', body: 1, expecting: 0 })).toEqual({
          ...{ ok: false, reason: 'readonly' },
        });
        expect(await one.health()).toMatchObject({
          ok: true,
          writable: false,
          message: 'It is being moved.',
        });
        expect((await one.load('case-1'))?.case.revision).toBe(1);
      }
      await there.freeze();
      expect(await store().commit(aCommit(1))).toMatchObject({ ok: true, revision: 2 });
    });

    it('under another master key everything opens as before', async () => {
      await fill(store());
      expect(await store().rewrap(Buffer.alloc(32, 9))).toBeGreaterThan(2);
      expect((await store().load('case-1'))?.case.name).toBe('Hartley');
      expect(await store().commit(aCommit(1))).toMatchObject({ ok: true, revision: 2 });
      expect((await store().verify()).findings).toEqual([]);
    });

    it('it counts what waits, by its own clock, and what waits for a person', async () => {
      const calm = { queueLag: 0, waiting: 0, incidents: 0, quarantined: 0 };
      expect(await store().metrics()).toEqual(calm);
      const wakeUp = '1970-01-01T00:00:10.000Z';
      await store().commit(aCommit(0, { case: aCase('case-1', { wakeUp }) }));
      expect(await store().metrics()).toEqual(calm);
      place().pass(40_000);
      expect(await store().metrics()).toEqual({ ...calm, queueLag: 30, waiting: 1 });
      for (let n = 0; n < 5; n += 1) {
        const [held] = await store().claim({ owner: 'one', now: wakeUp, lease: 30, limit: 1 });
        if (held) await store().settle(held, { done: false, message: 'no' });
      }
      expect(await store().metrics()).toEqual({ ...calm, incidents: 1 });
    });

    it('the audit is narrowed by thing and by time', async () => {
      const entry = { action: 'x', outcome: 'ok' as const, route: '/', status: 200, request: 'r' };
      const at = (day: number, id: string) => ({
        ...{ ...entry, at: `2026-09-0${String(day)}T09:00:00.000Z`, thing: { kind: 'task', id } },
      });
      await store().appendAudit([at(1, 't1'), at(2, 't2'), at(3, 't1')]);
      const found = async (filter: { thing?: string; from?: string; to?: string }) =>
        (await store().list('audit', filter)).rows.map((row) => row.at.slice(8, 10));
      expect(await found({ thing: 't1' })).toEqual(['03', '01']);
      expect(await found({ from: '2026-09-02T09:00:00.000Z' })).toEqual(['03', '02']);
      expect(await found({ to: '2026-09-02T09:00:00.000Z' })).toEqual(['01']);
      expect(await found({ thing: 't1', from: '2026-09-02T00:00:00.000Z' })).toEqual(['03']);
    });
  });
}

/** Something of every kind. Gives the id of a file of several pieces. */
async function fill(store: Store): Promise<string> {
  const sent = await store.attach({
    ...{ bytes: bytesOf(drawing), limit: 1_000_000, name: 'house.png', type: 'image/png' },
    ...{ by: 'sam', at: startOfTest },
  });
  if (!sent.ok) throw new Error('not kept');
  const ada = { id: 'ada', body: { first: 'Ada' }, keys: ['name:ada'], by: 'sam', at: startOfTest };
  await store.putPerson({ ...ada, expecting: 0 });
  await store.commit(
    aCommit(0, {
      ...{ case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }), attachments: [sent.facts.id] },
      ...{
        journeys: journeysOf('case-1'),
        cards: [aCard()],
        family: aFamily('case-1', { people: ['ada'] }),
        tasks: [aTask('t1')],
      },
      ...{
        people: [{ ...ada, expecting: 1 }],
        records: [aRecord('r1'), aRecord('r2', { children: ['ada'] })],
      },
      parts: [{ part: 'map', revision: 1, blocks: { worries: [] }, by: 'sam', at: startOfTest }],
    }),
  );
  await store.put({
    kind: 'draft',
    id: 't1/why',
    owner: 't1',
    body: 'because',
    expecting: 0,
    case: 'case-1',
  });
  await store.put({ kind: 'setting', id: 's', body: { on: true }, expecting: 0 });
  const entry = {
    at: startOfTest,
    action: 'x',
    outcome: 'ok' as const,
    route: '/',
    status: 200,
    request: 'r',
  };
  await store.appendAudit([{ ...entry, case: 'case-1', actor: 'sam' }]);
  return sent.facts.id;
}

async function sameThings(store: Store, file: string): Promise<void> {
  expect((await store.load('case-1'))?.case).toMatchObject({ id: 'case-1', revision: 1, name: 'Hartley' });
  expect((await store.record('r2'))?.children).toEqual(['ada']);
  expect((await store.part('case-1', 'map'))?.revision).toBe(1);
  expect((await store.history('case-1', {})).rows).toHaveLength(1);
  expect(await store.answered('case-1', 'command-1', 'sam')).toEqual({ reply: { done: 1 } });
  expect((await store.person('ada', 1))?.body).toEqual({ first: 'Ada' });
  const rows = async (...asked: Parameters<Store['list']>) => (await store.list(...asked)).rows;
  expect(await rows('open-tasks', { reader: 'sam', text: 'hart' })).toMatchObject([{ id: 't1' }]);
  expect(await rows('families', { reader: 'sam', text: 'hart' })).toMatchObject([{ name: 'Hartley' }]);
  expect(await rows('families-of-person', { person: 'ada' })).toHaveLength(1);
  expect(await rows('people', { keys: ['name:a*'] })).toMatchObject([{ id: 'ada' }]);
  expect(await rows('cards', { reader: 'sam', stage: 'contact' })).toHaveLength(1);
  expect(await rows('documents', { kind: 'draft', owner: 't1' })).toMatchObject([{ body: 'because' }]);
  expect(await rows('audit', { actor: 'sam' })).toHaveLength(1);
  expect((await store.document('setting', 's'))?.body).toEqual({ on: true });
  const found = await store.attachment(file);
  expect(found?.facts).toMatchObject({ name: 'house.png', case: 'case-1', bytes: drawing.length });
  expect((await textOf(found?.open() ?? (await Promise.reject(new Error('no file'))))) === drawing).toBe(
    true,
  );
}
