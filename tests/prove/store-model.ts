import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { CommitResult, Store } from '../../server/store/index.ts';
import { aCase, aCommit, aFamily, aTask, anEntry } from '../server/support/a-commit.ts';

/** A case as the contract describes it, without a database. */
interface Model {
  revision: number;
  replies: Map<string, number>;
  open: Set<string>;
}

/** A store under test, which can be closed and opened again while another connection uses it. */
export interface Place {
  open(): Promise<Store>;
}

const command = fc.record({
  commandId: fc.integer({ min: 1, max: 12 }).map((n) => `c${String(n)}`),
  behind: fc.integer({ min: 0, max: 2 }),
  tasks: fc.uniqueArray(fc.integer({ min: 1, max: 5 }).map((n) => `t${String(n)}`)),
  through: fc.integer({ min: 0, max: 1 }),
  reopen: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

type Command = typeof command extends fc.Arbitrary<infer One> ? One : never;

/**
 * Whatever commands come in whatever order through whichever connection, the store does what the model says. Each run
 * has a case of its own in one store. Throws with the shortest commands that show otherwise; says how many ran.
 */
export async function modelStore(
  place: Place,
  runs: number,
  seed?: number,
): Promise<{ runs: number; commands: number }> {
  const stores = [await place.open(), await place.open()];
  const ran = { runs: 0, commands: 0 };
  const run = async (commands: Command[]): Promise<void> => {
    const id = `case-${String(ran.runs)}`;
    const model: Model = { revision: 0, replies: new Map(), open: new Set() };
    ran.runs += 1;
    for (const one of commands) {
      ran.commands += 1;
      if (one.reopen) {
        await stores[one.through]?.close();
        stores[one.through] = await place.open();
      }
      await step(stores[one.through] as Store, id, model, one);
    }
    await endsAs(stores[0] as Store, id, model);
  };
  try {
    const property = fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 15 }), run);
    await fc.assert(property, { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
    agree((await stores[0]?.verify())?.findings, [], 'verify');
    return ran;
  } finally {
    for (const store of stores) await store.close();
  }
}

async function step(store: Store, id: string, model: Model, one: Command): Promise<void> {
  const expecting = Math.max(0, model.revision - one.behind);
  const { commandId } = one;
  const done = await store.commit(
    aCommit(expecting, {
      ...{ commandId, case: aCase(id), family: aFamily(id), reply: expecting + 1 },
      history: [anEntry(`${id}-${commandId}`, id)],
      tasks: one.tasks.map((task) => aTask(`${id}-${task}`, { case: id })),
    }),
  );
  const replied = model.replies.get(commandId);
  if (replied !== undefined) {
    agree(said(done), { ok: true, replayed: true, reply: replied }, commandId);
  } else if (expecting !== model.revision) {
    agree(said(done), { ok: false, reason: 'conflict', revision: model.revision }, commandId);
  } else {
    model.revision += 1;
    model.replies.set(commandId, model.revision);
    model.open = new Set(one.tasks.map((task) => `${id}-${task}`));
    agree(said(done), { ok: true, replayed: false, reply: model.revision }, commandId);
  }
}

function said(done: CommitResult): object {
  if (done.ok) return { ok: true, replayed: done.replayed, reply: done.reply };
  return { ok: false, reason: done.reason, revision: done.revision };
}

async function endsAs(store: Store, id: string, model: Model): Promise<void> {
  const { rows } = await store.list('case-tasks', { case: id });
  agree(rows.map((row) => row.id).sort(), [...model.open].sort(), 'open tasks');
  agree((await store.history(id, { limit: 500 })).rows.length, model.revision, 'entries');
  agree((await store.load(id))?.case.revision ?? 0, model.revision, 'revision');
}

function agree(is: unknown, should: unknown, what: string): void {
  if (isDeepStrictEqual(is, should)) return;
  throw new Error(`${what}: the store says ${JSON.stringify(is)}, the model ${JSON.stringify(should)}`);
}
