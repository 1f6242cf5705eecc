import type { Case } from '#engine';
import { describe, expect, it } from 'vitest';
import { aCard, aCase, aCommit, aFamily, anEntry, aTask, startOfTest } from '../support/a-commit.ts';
import { withStore, type Place } from './place.ts';

/** What lists and pages may rely on. */
export function listContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} lists what it keeps`, () => {
    const { store } = withStore(makePlace);

    it('the open rows of a case become those of the commit, and completed ones stay', async () => {
      await store().commit(aCommit(0, { tasks: [aTask('t1'), aTask('t2')] }));
      const done = aTask('t1', { state: 'done', completed: { by: 'sam', at: startOfTest } });
      await store().commit(aCommit(1, { tasks: [done, aTask('t3')] }));
      const { rows } = await store().list('case-tasks', { case: 'case-1' });
      expect(rows.map((row) => [row.id, row.state])).toEqual([
        ['t3', 'open'],
        ['t1', 'done'],
      ]);
      await store().commit(aCommit(2, { tasks: [] }));
      expect((await store().list('done-tasks', { reader: 'sam', by: 'sam' })).rows).toHaveLength(1);
    });

    it('every case is told with the version it runs on, restricted ones too, page by page', async () => {
      const { case: kase, family } = aCommit(0);
      for (const [n, version] of ['v1', 'v2', 'v1'].entries()) {
        const id = `case-${String(n)}`;
        const restricted = { to: ['sam'], contact: 'Sam', shown: 'hidden' as const };
        await store().commit(
          aCommit(0, {
            ...{
              case: { ...kase, id, version, tracks: tracksOf(n === 1) },
              family: { ...family, id, restricted },
            },
            ...{ history: [{ ...anEntry(`h${String(n)}`), case: id }], tasks: [], cards: [] },
            commandId: `open-${id}`,
          }),
        );
      }
      const first = await store().list('cases', {}, { limit: 2 });
      const rest = await store().list('cases', {}, { limit: 2, after: first.next ?? '' });
      expect([...first.rows, ...rest.rows]).toEqual([
        { id: 'case-0', version: 'v1', open: false },
        { id: 'case-1', version: 'v2', open: true },
        { id: 'case-2', version: 'v1', open: false },
      ]);
      expect(rest.next).toBeUndefined();
    });

    it('a task that was completed is still found by its id, as what was completed of it last', async () => {
      const done = (record: string, at: string) =>
        aTask(`t1.${record}`, { state: 'done', completed: { by: 'sam', at, record } });
      await store().commit(aCommit(0, { tasks: [aTask('t1'), done('r2', '2026-09-01T10:00:00.000Z')] }));
      expect((await store().task('t1'))?.state).toBe('open');
      await store().commit(aCommit(1, { tasks: [aTask('t11'), done('r10', '2026-09-02T10:00:00.000Z')] }));
      expect((await store().task('t1'))?.completed?.record).toBe('r10');
      expect(await store().task('t')).toBeUndefined();
    });

    it('queues are filtered, sorted by due date and paged without a gap', async () => {
      const due = (on: string) => ({ due: { on, timescale: { id: 's', name: 'S' }, because: '' } });
      const tasks = Array.from({ length: 25 }, (_, n) =>
        aTask(`t${String(n).padStart(2, '0')}`, {
          ...(n < 20 ? due(`2026-09-${String(30 - n)}`) : {}),
          ...(n % 2 ? { assignee: 'sam' } : { team: 'north' }),
          step: `step-${String(n % 5)}`,
        }),
      );
      await store().commit(aCommit(0, { tasks }));
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store().list(
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
      expect(await store().countTasks({ reader: 'sam', assignee: 'sam' })).toBe(12);
      expect(await store().countTasks({ reader: 'sam', team: 'north', given: false })).toBe(13);
      expect(await store().countTasks({ reader: 'sam', dueBy: '2026-09-12' })).toBe(2);
      expect(await store().countTasks({ reader: 'sam', steps: ['step-1', 'step-2', 'none'] })).toBe(10);
      const last = { reader: 'sam', dueFrom: '2026-09-29' };
      const { rows } = await store().list('open-tasks', last);
      expect(rows.map(({ id }) => id)).toEqual(['t01', 't00']);
      expect(await store().countTasks({ ...last, dueBy: '2026-09-29' })).toBe(1);
    });

    it('tasks and families are found by how the names in the family begin', async () => {
      const family = aFamily('case-1', { words: ['hartley', 'ada', "o'neil"] });
      await store().commit(aCommit(0, { family, tasks: [aTask('t1')] }));
      const found = (text: string) => store().countTasks({ reader: 'sam', text });
      expect(await found('Har')).toBe(1);
      expect(await found('ada hart')).toBe(1);
      expect(await found('artley')).toBe(0);
      expect(await found('%')).toBe(1);
      expect((await store().list('families', { reader: 'sam', text: 'ADA' })).rows).toHaveLength(1);
    });

    it('a restricted family is in nobody’s list but of those named', async () => {
      const restricted = { to: ['kim'], contact: 'kim', shown: 'hidden' as const };
      const family = aFamily('case-1', { restricted });
      const onlyFor = ['kim'];
      await store().commit(
        aCommit(0, { family, tasks: [aTask('t1', { onlyFor })], cards: [aCard({ onlyFor })] }),
      );
      for (const [reader, count] of [
        ['sam', 0],
        ['kim', 1],
        ['ki', 0],
      ] as const) {
        expect((await store().list('families', { reader, text: 'hartley' })).rows).toHaveLength(count);
        expect((await store().list('open-tasks', { reader })).rows).toHaveLength(count);
        expect((await store().list('cards', { reader, stage: 'contact' })).rows).toHaveLength(count);
        expect(await store().countStages({ reader, today: '2026-09-01' })).toHaveLength(count);
      }
    });

    it('the board counts families, children and late ones in each column', async () => {
      const due = { on: '2026-09-03', timescale: { id: 's', name: 'S' }, because: '' };
      await store().commit(aCommit(0, { cards: [aCard({ due, team: 'north' })] }));
      const second = aCard({ case: 'case-2', children: [...aCard().children, ...aCard().children] });
      await store().commit(aCommit(0, { case: aCase('case-2'), family: aFamily('case-2'), cards: [second] }));
      expect(await store().countStages({ reader: 'sam', today: '2026-09-04' })).toEqual([
        { stage: { id: 'contact', name: 'Contact' }, families: 2, children: 3, late: 1 },
      ]);
      expect(await store().countStages({ reader: 'sam', team: 'north', today: '2026-09-03' })).toMatchObject([
        { families: 1, late: 0 },
      ]);
      const { rows } = await store().list('cards', { reader: 'sam', stage: 'contact' });
      expect(rows.map((row) => row.case)).toEqual(['case-1', 'case-2']);
    });

    it('history is paged both ways', async () => {
      await store().commit(aCommit(0, { history: [anEntry('a'), anEntry('b'), anEntry('c')] }));
      const first = await store().history('case-1', { limit: 2 });
      const second = await store().history('case-1', {
        limit: 2,
        ...(first.next ? { after: first.next } : {}),
      });
      expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(['a', 'b', 'c']);
      const newest = await store().history('case-1', { limit: 1, newestFirst: true });
      expect(newest.rows[0]).toMatchObject({ id: 'c', seq: 3 });
    });
  });
}

/** A track that has ended, and one that goes on or not. */
function tracksOf(open: boolean): Case['tracks'] {
  const track = { child: 'ada', episode: 'e', process: 'main', started: startOfTest, timers: {} };
  const place = open ? { place: 'p', inside: {} } : null;
  return [
    { ...track, id: 'k1', track: null },
    { ...track, id: 'k2', track: place as Case['tracks'][number]['track'] },
  ];
}
