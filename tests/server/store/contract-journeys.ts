import { describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import { aCase, aCommit, aFamily, journeysOf, startOfTest } from '../support/a-commit.ts';
import { dumped } from './dumped.ts';
import { withStore, type Place } from './place.ts';

/** Journeys of a family: they stand as its last commit left them, or not at all. */
export function journeysContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} keeps the journeys of a family beside its case`, () => {
    const { another, store } = withStore(makePlace);

    it('as the last commit left them; a commit without any leaves none, to be made anew', async () => {
      await store().commit(aCommit(0, { journeys: journeysOf('case-1') }));
      expect(await store().journeys('case-1')).toEqual(journeysOf('case-1'));
      await store().commit(aCommit(1, { journeys: journeysOf('case-1', '2026-10-01') }));
      expect((await store().journeys('case-1'))?.journeys[0]?.closed).toBe('2026-10-01');
      await store().commit(aCommit(2));
      expect(await store().journeys('case-1')).toBeUndefined();
      expect((await store().verify()).findings).toEqual([]);
    });

    it('lists every case page by page, with those that have none', async () => {
      for (const id of ['case-1', 'case-2', 'case-3']) {
        const journeys = id === 'case-2' ? {} : { journeys: journeysOf(id) };
        await store().commit(aCommit(0, { case: aCase(id), family: aFamily(id), ...journeys }));
      }
      const first = await store().list('journeys', {}, { limit: 2 });
      expect(first.rows).toEqual([
        { case: 'case-1', revision: 1, made: journeysOf('case-1') },
        { case: 'case-2', revision: 1 },
      ]);
      const rest = await store().list('journeys', {}, { limit: 2, after: first.next ?? '' });
      expect(rest).toEqual({ rows: [{ case: 'case-3', revision: 1, made: journeysOf('case-3') }] });
    });

    it('keeps those made anew only of the case as it is', async () => {
      await store().commit(aCommit(0));
      expect(await store().keepJourneys(journeysOf('case-1'), 2)).toBe(false);
      expect(await store().keepJourneys(journeysOf('nobody'), 1)).toBe(false);
      expect(await store().keepJourneys(journeysOf('case-1'), 1)).toBe(true);
      expect(await (await another()).journeys('case-1')).toEqual(journeysOf('case-1'));
      await store().freeze('it is being moved');
      expect(await store().keepJourneys(journeysOf('case-1', '2026-10-01'), 1)).toBe(false);
      await store().freeze();
      expect((await store().journeys('case-1'))?.journeys[0]?.closed).toBeUndefined();
    });

    it('moves them with everything else, and lets go of them with the family', async () => {
      const family = aFamily('case-1', { team: 'north' });
      await store().commit(aCommit(0, { family, journeys: journeysOf('case-1', undefined, 'north') }));
      const other = await makePlace();
      const there = await other.open();
      await move(store(), there);
      expect((await there.counts()).journeys).toBe(1);
      expect((await there.journeys('case-1'))?.team).toBe('north');
      expect((await there.verify()).findings).toEqual([]);
      await there.close();
      await other.remove();
      const gone = await store().dispose({
        ...{ case: 'case-1', people: [], certificate: {}, by: ['kim', 'sam'], at: startOfTest },
        commandId: 'gone',
      });
      expect(gone.ok).toBe(true);
      expect(await store().journeys('case-1')).toBeUndefined();
      expect((await store().list('journeys', {})).rows).toEqual([]);
      expect((await dumped(store())).filter(({ place }) => place === 'journeys')).toEqual([]);
      expect((await store().verify()).findings).toEqual([]);
    });

    it('names journeys that say of others than the family’s row who may count them', async () => {
      const restricted = { to: ['kim'], contact: 'Kim', shown: 'hidden' as const };
      const family = aFamily('case-1', { restricted });
      await store().commit(aCommit(0, { family, journeys: journeysOf('case-1') }));
      const { findings } = await store().verify();
      expect(findings.map(({ id }) => id)).toEqual(['case-1']);
      expect(findings[0]?.message).toContain('journeys');
    });
  });
}

async function move(from: Store, to: Store): Promise<void> {
  for (let after: string | undefined; ;) {
    const page = await from.dump(after);
    await to.take(page.rows);
    if (page.next === undefined) return;
    after = page.next;
  }
}
