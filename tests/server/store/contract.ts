import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import { aCard, aCase, aCommit, aFamily, anEntry, aRecord, aTask, startOfTest } from '../support/a-commit.ts';

/** What an adapter gives the suite: a fresh place, which may be opened more than once at a time. */
export interface Place {
  open(): Promise<Store>;
  /** time as the leases of this place see it */
  pass(milliseconds: number): void;
  remove(): Promise<void>;
}

/** What every store keeps to, whatever database it stands on. */
export function storeContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} keeps what it acknowledged`, () => {
    let place: Place;
    let store: Store;
    const stores: Store[] = [];
    const another = async (): Promise<Store> => {
      const opened = await place.open();
      stores.push(opened);
      return opened;
    };
    beforeEach(async () => {
      place = await makePlace();
      store = await another();
    });
    afterEach(async () => {
      for (const one of stores.splice(0)) await one.close().catch(() => undefined);
      await place.remove();
    });

    it('a committed case is there after the store is closed and opened again', async () => {
      const done = await store.commit(aCommit(0, { case: aCase('case-1', { name: 'Hartley' }) }));
      expect(done).toEqual({ ok: true, revision: 1, replayed: false, reply: { done: 1 } });
      await store.close();
      const loaded = await (await another()).load('case-1');
      expect(loaded?.case).toMatchObject({ id: 'case-1', name: 'Hartley', revision: 1 });
      expect(loaded?.family.name).toBe('Hartley');
    });

    it('a repeated command gives its first answer and changes nothing', async () => {
      await store.commit(aCommit(0, { commandId: 'open' }));
      const again = await store.commit(aCommit(0, { commandId: 'open', reply: { done: 'other' } }));
      expect(again).toEqual({ ok: true, revision: 1, replayed: true, reply: { done: 1 } });
      expect((await store.history('case-1', {})).rows).toHaveLength(1);
      expect(await store.answered('case-1', 'open', 'sam')).toEqual({ reply: { done: 1 } });
    });

    it("somebody else's command id answers nobody but them", async () => {
      await store.commit(aCommit(0, { commandId: 'open' }));
      const other = await store.commit(aCommit(0, { commandId: 'open', actor: 'kim' }));
      expect(other).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await store.answered('case-1', 'open', 'kim')).toBeUndefined();
    });

    it('a command decided on an older revision is refused and told who came first', async () => {
      await store.commit(aCommit(0));
      await store.commit(aCommit(1, { actor: 'kim', at: '2026-09-02T10:00:00.000Z' }));
      const late = await store.commit(aCommit(1, { commandId: 'late' }));
      expect(late).toEqual({
        ok: false,
        reason: 'conflict',
        revision: 2,
        changed: { by: 'kim', at: '2026-09-02T10:00:00.000Z' },
      });
    });

    it('of two stores on one place that commit the same revision exactly one wins', async () => {
      const other = await another();
      await store.commit(aCommit(0));
      const race = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          (n % 2 ? store : other).commit(aCommit(1, { commandId: `race-${n}` })),
        ),
      );
      expect(race.filter((one) => one.ok)).toHaveLength(1);
      expect((await store.load('case-1'))?.case.revision).toBe(2);
    });

    it('equal command ids at once have one effect and equal replies', async () => {
      const other = await another();
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          (n % 2 ? store : other).commit(aCommit(0, { commandId: 'same' })),
        ),
      );
      expect(answers.every((one) => one.ok && one.revision === 1)).toBe(true);
      expect(answers.filter((one) => one.ok && !one.replayed)).toHaveLength(1);
      expect((await store.history('case-1', {})).rows).toHaveLength(1);
    });

    it('nothing of a refused commit is stored', async () => {
      await store.commit(aCommit(0));
      await store.putPerson({ id: 'ada', body: {}, keys: [], expecting: 0, by: 'sam', at: startOfTest });
      const refused = await store.commit(
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
      expect(await store.record('r1')).toBeUndefined();
      expect(await store.task('t1')).toBeUndefined();
      expect(await store.person('ben')).toBeUndefined();
      expect((await store.load('case-1'))?.case.revision).toBe(1);
      expect((await store.verify()).findings).toEqual([]);
    });

    it('a completed form is never written a second time', async () => {
      await store.commit(aCommit(0, { records: [aRecord('r1')] }));
      const twice = aCommit(1, { records: [aRecord('r1', { by: 'kim' })] });
      await expect(store.commit(twice)).rejects.toThrow();
      expect((await store.record('r1'))?.by).toBe('sam');
      expect((await store.load('case-1'))?.case.revision).toBe(1);
    });

    it('a living document moves one revision at a time, and every revision stays readable', async () => {
      const part = (revision: number, text: string) => ({
        ...{ part: 'map', revision, blocks: { worries: [{ text }] }, by: 'sam', at: startOfTest },
      });
      await store.commit(aCommit(0, { parts: [part(1, 'first')] }));
      expect(await store.commit(aCommit(1, { parts: [part(3, 'jump')] }))).toMatchObject({
        reason: 'conflict',
      });
      await store.commit(aCommit(1, { parts: [part(2, 'second')] }));
      expect((await store.part('case-1', 'map'))?.blocks['worries']).toEqual([{ text: 'second' }]);
      expect((await store.part('case-1', 'map', 1))?.blocks['worries']).toEqual([{ text: 'first' }]);
    });

    it('the open rows of a case become those of the commit, and completed ones stay', async () => {
      await store.commit(aCommit(0, { tasks: [aTask('t1'), aTask('t2')] }));
      const done = aTask('t1', { state: 'done', completed: { by: 'sam', at: startOfTest } });
      await store.commit(aCommit(1, { tasks: [done, aTask('t3')] }));
      const { rows } = await store.list('case-tasks', { case: 'case-1' });
      expect(rows.map((row) => [row.id, row.state])).toEqual([
        ['t3', 'open'],
        ['t1', 'done'],
      ]);
      await store.commit(aCommit(2, { tasks: [] }));
      expect((await store.list('done-tasks', { reader: 'sam', by: 'sam' })).rows).toHaveLength(1);
    });

    it('queues are filtered, sorted by due date and paged without a gap', async () => {
      const due = (on: string) => ({ due: { on, timescale: { id: 's', name: 'S' }, because: '' } });
      const tasks = Array.from({ length: 25 }, (_, n) =>
        aTask(`t${String(n).padStart(2, '0')}`, {
          ...(n < 20 ? due(`2026-09-${String(30 - n)}`) : {}),
          ...(n % 2 ? { assignee: 'sam' } : { team: 'north' }),
        }),
      );
      await store.commit(aCommit(0, { tasks }));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.list(
          'open-tasks',
          { reader: 'sam' },
          { limit: 7, ...(after ? { after } : {}) },
        );
        seen.push(...page.rows.map((row) => row.id));
        after = page.next;
      } while (after);
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
      expect(seen.slice(0, 2)).toEqual(['t19', 't18']);
      expect(seen.slice(-5)).toEqual(['t20', 't21', 't22', 't23', 't24']);
      expect(await store.countTasks({ reader: 'sam', assignee: 'sam' })).toBe(12);
      expect(await store.countTasks({ reader: 'sam', team: 'north', given: false })).toBe(13);
      expect(await store.countTasks({ reader: 'sam', dueBy: '2026-09-12' })).toBe(2);
    });

    it('tasks and families are found by how the names in the family begin', async () => {
      const family = aFamily('case-1', { words: ['hartley', 'ada', "o'neil"] });
      await store.commit(aCommit(0, { family, tasks: [aTask('t1')] }));
      const found = (text: string) => store.countTasks({ reader: 'sam', text });
      expect(await found('Har')).toBe(1);
      expect(await found('ada hart')).toBe(1);
      expect(await found('artley')).toBe(0);
      expect(await found('%')).toBe(1);
      expect((await store.list('families', { reader: 'sam', text: 'ADA' })).rows).toHaveLength(1);
    });

    it('a restricted family is in nobody’s list but of those named', async () => {
      const restricted = { to: ['kim'], contact: 'kim', shown: 'hidden' as const };
      const family = aFamily('case-1', { restricted });
      const onlyFor = ['kim'];
      await store.commit(
        aCommit(0, { family, tasks: [aTask('t1', { onlyFor })], cards: [aCard({ onlyFor })] }),
      );
      for (const [reader, count] of [
        ['sam', 0],
        ['kim', 1],
        ['ki', 0],
      ] as const) {
        expect((await store.list('families', { reader, text: 'hartley' })).rows).toHaveLength(count);
        expect((await store.list('open-tasks', { reader })).rows).toHaveLength(count);
        expect((await store.list('cards', { reader, stage: 'contact' })).rows).toHaveLength(count);
        expect(await store.countStages({ reader, today: '2026-09-01' })).toHaveLength(count);
      }
    });

    it('the board counts families, children and late ones in each column', async () => {
      const due = { on: '2026-09-03', timescale: { id: 's', name: 'S' }, because: '' };
      await store.commit(aCommit(0, { cards: [aCard({ due, team: 'north' })] }));
      const second = aCard({ case: 'case-2', children: [...aCard().children, ...aCard().children] });
      await store.commit(aCommit(0, { case: aCase('case-2'), family: aFamily('case-2'), cards: [second] }));
      expect(await store.countStages({ reader: 'sam', today: '2026-09-04' })).toEqual([
        { stage: { id: 'contact', name: 'Contact' }, families: 2, children: 3, late: 1 },
      ]);
      expect(await store.countStages({ reader: 'sam', team: 'north', today: '2026-09-03' })).toMatchObject([
        { families: 1, late: 0 },
      ]);
      const { rows } = await store.list('cards', { reader: 'sam', stage: 'contact' });
      expect(rows.map((row) => row.case)).toEqual(['case-1', 'case-2']);
    });

    it('history is paged both ways', async () => {
      await store.commit(aCommit(0, { history: [anEntry('a'), anEntry('b'), anEntry('c')] }));
      const first = await store.history('case-1', { limit: 2 });
      const second = await store.history('case-1', {
        limit: 2,
        ...(first.next ? { after: first.next } : {}),
      });
      expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(['a', 'b', 'c']);
      const newest = await store.history('case-1', { limit: 1, newestFirst: true });
      expect(newest.rows[0]).toMatchObject({ id: 'c', seq: 3 });
    });

    it('a document is written only over the revision that was read', async () => {
      const put = (expecting: number, body: unknown) =>
        store.put({ kind: 'draft', id: 't1/why', owner: 't1', about: 'case-1/screening', body, expecting });
      expect(await put(0, 'one')).toEqual({ ok: true, revision: 1 });
      expect(await put(0, 'two')).toEqual({ ok: false, reason: 'conflict', revision: 1 });
      expect(await put(1, 'three')).toEqual({ ok: true, revision: 2 });
      expect((await store.document('draft', 't1/why'))?.body).toBe('three');
      expect((await store.list('documents', { kind: 'draft', owner: 't1' })).rows).toHaveLength(1);
      expect((await store.list('documents', { kind: 'draft', about: 'case-1/screening' })).rows).toHaveLength(
        1,
      );
      expect((await store.list('documents', { kind: 'draft', owner: 't2' })).rows).toHaveLength(0);
      await store.remove('draft', 't1/why');
      expect(await store.document('draft', 't1/why')).toBeUndefined();
    });

    it('a commit takes the drafts that became its record', async () => {
      await store.put({ kind: 'draft', id: 't1/why', body: 'x', expecting: 0 });
      await store.commit(aCommit(0, { drafts: ['t1/why'] }));
      expect(await store.document('draft', 't1/why')).toBeUndefined();
    });

    it('only what expired is swept', async () => {
      const session = (id: string, expires?: string) =>
        store.put({ kind: 'session', id, body: {}, expecting: 0, ...(expires ? { expires } : {}) });
      await session('old', '2026-09-01T00:00:00.000Z');
      await session('new', '2026-09-03T00:00:00.000Z');
      await session('kept');
      expect(await store.sweep('session', '2026-09-02T00:00:00.000Z')).toBe(1);
      expect(await store.document('session', 'old')).toBeUndefined();
      expect(await store.document('session', 'kept')).toBeDefined();
    });

    it('people are found by keys and keep their earlier revisions', async () => {
      const ada = { id: 'ada', by: 'sam', at: startOfTest };
      await store.putPerson({
        ...ada,
        body: { first: 'Ada' },
        keys: ['name:ada', 'born:2019'],
        expecting: 0,
      });
      await store.putPerson({
        ...ada,
        body: { first: 'Adah' },
        keys: ['name:adah', 'born:2019'],
        expecting: 1,
      });
      const found = async (...keys: string[]) =>
        (await store.list('people', { keys })).rows.map((row) => row.id);
      expect(await found('name:ada*', 'born:2019')).toEqual(['ada']);
      expect(await found('name:ada')).toEqual([]);
      expect(await found('name:ada*', 'born:2020')).toEqual([]);
      expect((await store.person('ada', 1))?.body).toEqual({ first: 'Ada' });
      expect((await store.person('ada'))?.body).toEqual({ first: 'Adah' });
      const late = await store.putPerson({ ...ada, body: {}, keys: [], expecting: 1 });
      expect(late).toMatchObject({ ok: false, reason: 'conflict', revision: 2, changed: { by: 'sam' } });
    });

    it('a wake-up is claimed once, and by another when the lease has passed', async () => {
      await store.commit(aCommit(0, { case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }) }));
      const ask = (owner: string, now = '2026-09-06T00:00:00.000Z') =>
        store.claim({ owner, now, lease: 30, limit: 10 });
      expect(await ask('one', '2026-09-04T00:00:00.000Z')).toEqual([]);
      const [first] = await ask('one');
      expect(first).toMatchObject({ case: 'case-1', fence: 1 });
      expect(await ask('two')).toEqual([]);
      place.pass(31_000);
      const [second] = await ask('two');
      expect(second).toMatchObject({ case: 'case-1', fence: 2 });
      expect(first && (await store.settle(first, { done: true }))).toBe(false);
      await store.commit(aCommit(1));
      expect(second && (await store.settle(second, { done: true }))).toBe(true);
      place.pass(31_000);
      expect(await ask('two')).toEqual([]);
    });

    it('a wake-up that fails five times stands as an incident until a person has it tried again', async () => {
      await store.commit(aCommit(0, { case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }) }));
      const ask = () => store.claim({ owner: 'one', now: '2026-09-06T00:00:00.000Z', lease: 30, limit: 10 });
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const [held] = await ask();
        expect(held && (await store.settle(held, { done: false, message: 'no table' }))).toBe(true);
      }
      expect(await ask()).toEqual([]);
      expect((await store.list('incidents', {})).rows).toMatchObject([
        { case: 'case-1', message: 'no table' },
      ]);
      await store.retry('case-1');
      expect(await ask()).toHaveLength(1);
    });

    it('an attachment comes back byte for byte, and one that is too large is not kept', async () => {
      const bytes = Buffer.from('a drawing of a house');
      const send = (limit: number) =>
        store.attach({
          ...{ bytes: streamOf(bytes), limit, name: 'house.png', type: 'image/png' },
          ...{ by: 'sam', at: startOfTest },
        });
      expect(await send(5)).toEqual({ ok: false, reason: 'too-large' });
      const kept = await send(1000);
      if (!kept.ok) throw new Error('not kept');
      await store.commit(aCommit(0, { attachments: [kept.facts.id] }));
      const found = await store.attachment(kept.facts.id);
      expect(found?.facts).toMatchObject({ name: 'house.png', bytes: bytes.length, case: 'case-1' });
      const back: Buffer[] = [];
      for await (const chunk of found?.open() ?? []) back.push(chunk as Buffer);
      expect(Buffer.concat(back).equals(bytes)).toBe(true);
    });

    it('audit entries form one chain per process, and each chain names those before it', async () => {
      const entry = {
        at: startOfTest,
        action: 'read-family',
        outcome: 'ok',
        route: '/x',
        status: 200,
        request: 'r',
      };
      const append = (to: Store, actor: string) =>
        to.appendAudit([{ ...entry, outcome: 'ok' as const, actor, case: 'case-1' }]);
      await append(store, 'sam');
      await append(store, 'kim');
      const other = await another();
      await append(other, 'lee');
      const heads = (await store.heads()).filter((head) => head.chain === 'audit');
      expect(heads.map((head) => head.seq).sort()).toEqual([1, 2]);
      expect((await store.list('audit', { actor: 'kim' })).rows).toMatchObject([{ seq: 2, actor: 'kim' }]);
      expect((await store.list('audit', { case: 'case-1' })).rows).toHaveLength(3);
      expect((await store.verify(heads)).findings).toEqual([]);
    });

    it('changes are numbered, so that a page on any server hears of them', async () => {
      const other = await another();
      const { latest } = await store.changes();
      await other.commit(aCommit(0));
      await other.put({
        ...{ kind: 'draft', id: 't1/why', body: 'x', expecting: 0 },
        change: { kind: 'draft', case: 'case-1', task: 't1' },
      });
      const { changes } = await store.changes(latest);
      expect(changes).toMatchObject([
        { kind: 'case', case: 'case-1' },
        { kind: 'draft', case: 'case-1', task: 't1' },
      ]);
      expect((await store.changes(changes.at(-1)?.seq)).changes).toEqual([]);
    });

    it('whether it is a demonstration was settled when it was made', async () => {
      expect((await another()).about).toMatchObject({
        demonstration: store.about.demonstration,
        authority: store.about.authority,
      });
    });
  });
}

async function* streamOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
