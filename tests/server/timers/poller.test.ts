import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import { pollOnce, type PollerOptions } from '../../../server/timers/index.ts';
import { aCase, aCommit, aFamily } from '../support/a-commit.ts';
import { movingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

describe('waking cases', () => {
  let folder: TemporaryFolder;
  let stores: Store[];
  const clock = movingClock();
  beforeEach(() => {
    folder = temporaryFolder();
    stores = [1, 2].map(() => storeIn(folder.path, { now: () => Date.parse(clock.now()) }));
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    folder.remove();
  });
  const [first, second] = [0, 1].map((n) => () => stores[n] as Store) as [() => Store, () => Store];

  const open = (id: string, wakeUp: string) =>
    first().commit(aCommit(0, { case: aCase(id, { wakeUp }), family: aFamily(id) }));
  /** wakes a case the way the server does: by a commit on the revision that was read */
  const waking = (store: Store, over: Partial<PollerOptions> = {}): PollerOptions => ({
    ...{ store, clock, owner: 'one', failed: () => undefined },
    async onDue(id) {
      const found = await store.load(id);
      if (!found) return;
      const { wakeUp: _done, ...rest } = found.case;
      await store.commit(
        aCommit(found.case.revision, {
          case: rest,
          family: aFamily(id),
          commandId: `wake-${String(found.case.revision)}`,
        }),
      );
    },
    ...over,
  });

  it('happens once for each case, though two servers look', async () => {
    for (let n = 0; n < 45; n += 1) await open(`case-${n}`, '2026-09-01T08:00:00.000Z');
    await open('later', '2027-01-01T00:00:00.000Z');
    const woken = await Promise.all([
      pollOnce(waking(first())),
      pollOnce(waking(second(), { owner: 'two' })),
    ]);
    expect(woken[0] + woken[1]).toBe(45);
    expect((await first().load('case-7'))?.case).toMatchObject({ revision: 2 });
    expect((await first().load('later'))?.case).toMatchObject({ revision: 1 });
    expect(await pollOnce(waking(first()))).toBe(0);
  });

  it('goes on with the others when one case fails, and gives that one up after five tries', async () => {
    await open('bad', '2026-09-01T08:00:00.000Z');
    await open('good', '2026-09-01T08:00:00.000Z');
    const faults: number[] = [];
    const options = waking(first(), { failed: (_id, attempts) => faults.push(attempts) });
    const { onDue } = options;
    options.onDue = async (id, now) => {
      if (id === 'bad') throw new TypeError('what somebody wrote');
      await onDue(id, now);
    };
    expect(await pollOnce(options)).toBe(1);
    for (let n = 0; n < 6; n += 1) await pollOnce(options);
    expect(faults).toEqual([1, 2, 3, 4, 5]);
    const { rows } = await first().list('incidents', {});
    expect(rows).toMatchObject([{ case: 'bad', message: 'TypeError' }]);
  });

  it('does not come round for ever when nothing changes', async () => {
    await open('idle', '2026-09-01T08:00:00.000Z');
    let woken = 0;
    const options = waking(first(), { onDue: async () => void (woken += 1) });
    for (let n = 0; n < 10; n += 1) await pollOnce(options);
    expect(woken).toBe(5);
  });
});
