import type { Store } from '../../server/store/index.ts';
import { startOfTest } from '../server/support/a-commit.ts';
import { storeIn } from '../server/support/temporary-store.ts';
import { pathwayWrites } from './pathway-writes.ts';

/** What was put into a store, so that it can be asked for again. */
export interface Filled {
  cases: string[];
  people: string[];
  records: string[];
  files: string[];
  /** case, command and actor of each commit */
  commands: [string, string, string][];
}

/** Fills a store with families on their way, people, files, notes and audit, and closes it. */
export async function fillStore(folder: string, families: number): Promise<Filled> {
  const store = storeIn(folder);
  const filled: Filled = { cases: [], people: [], records: [], files: [], commands: [] };
  try {
    for (let at = 0; at < families; at += 1) await fillFamily(store, `family-${String(at)}`, 9 + at, filled);
    for (let at = 0; at < 12; at += 1) {
      const id = `note-${String(at)}`;
      await store.put({ kind: 'note', id, body: { said: `${id} is kept` }, expecting: 0, owner: 'sam' });
      await store.appendAudit([
        { at: startOfTest, action: 'read', outcome: 'ok', route: 'GET /x', status: 200, request: id },
      ]);
    }
    return filled;
  } finally {
    await store.close();
  }
}

async function fillFamily(store: Store, id: string, most: number, filled: Filled): Promise<void> {
  filled.cases.push(id);
  for (const write of await pathwayWrites(most, id)) {
    if (write.kind === 'person') {
      await store.putPerson(write.put);
      filled.people.push(write.put.id);
      continue;
    }
    const { commit } = write;
    const done = await store.commit(commit);
    if (!done.ok) throw new Error(`a commit was refused: ${done.reason}`);
    filled.commands.push([id, commit.commandId, commit.actor]);
    filled.records.push(...(commit.records ?? []).map((record) => record.id));
  }
  const bytes = (async function* () {
    yield Buffer.from(`A drawing of ${id}. `.repeat(300));
  })();
  const facts = { limit: 1e6, name: 'drawing', type: 'image/png', by: 'sam', at: startOfTest };
  const attached = await store.attach({ ...facts, bytes, case: id });
  if (!attached.ok) throw new Error(`a file was refused: ${attached.reason}`);
  filled.files.push(attached.facts.id);
}
