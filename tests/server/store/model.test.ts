import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCase, aCommit, aTask } from '../support/a-commit.ts';
import { storeIn, temporaryFolder } from '../support/temporary-store.ts';

/** A case as the contract describes it, without a database. */
interface Model {
  revision: number;
  replies: Map<string, number>;
  open: Set<string>;
}

const command = fc.record({
  commandId: fc.integer({ min: 1, max: 12 }).map((n) => `c${n}`),
  behind: fc.integer({ min: 0, max: 2 }),
  tasks: fc.uniqueArray(fc.integer({ min: 1, max: 5 }).map((n) => `t${n}`)),
  through: fc.integer({ min: 0, max: 1 }),
  reopen: fc.boolean(),
});

describe('a store', () => {
  it('behaves as the contract says, whatever commands come in whatever order through whichever connection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 15 }), async (commands) => {
        const folder = temporaryFolder();
        const stores = [storeIn(folder.path), storeIn(folder.path)];
        const model: Model = { revision: 0, replies: new Map(), open: new Set() };
        try {
          for (const { commandId, behind, tasks, through, reopen } of commands) {
            if (reopen) {
              await stores[through]?.close();
              stores[through] = storeIn(folder.path);
            }
            const expecting = Math.max(0, model.revision - behind);
            const done = await stores[through]?.commit(
              aCommit(expecting, {
                commandId,
                case: aCase(),
                tasks: tasks.map((id) => aTask(id)),
                reply: expecting + 1,
              }),
            );
            const replied = model.replies.get(commandId);
            if (replied !== undefined) {
              expect(done).toMatchObject({ ok: true, replayed: true, reply: replied });
            } else if (expecting !== model.revision) {
              expect(done).toMatchObject({ ok: false, reason: 'conflict', revision: model.revision });
            } else {
              model.revision += 1;
              model.replies.set(commandId, model.revision);
              model.open = new Set(tasks);
              expect(done).toMatchObject({ ok: true, replayed: false, revision: model.revision });
            }
          }
          const [one] = stores;
          const rows = (await one?.list('case-tasks', { case: 'case-1' }))?.rows ?? [];
          expect(new Set(rows.map((row) => row.id))).toEqual(model.open);
          expect((await one?.history('case-1', {}))?.rows ?? []).toHaveLength(model.revision);
          expect((await one?.verify())?.findings).toEqual([]);
        } finally {
          for (const store of stores) await store.close();
          folder.remove();
        }
      }),
      { numRuns: 40 },
    );
  });
});
