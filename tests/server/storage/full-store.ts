import type { Store } from '../../../server/store/index.ts';
import { aCard, aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { bytesOf } from '../store/dumped.ts';

/** Families with something of every kind, as many as asked for. */
export async function fillStore(store: Store, families: number): Promise<void> {
  for (let n = 1; n <= families; n += 1) {
    const id = `case-${String(n)}`;
    const person = `person-${String(n)}`;
    const sent = await store.attach({
      ...{ bytes: bytesOf(`drawing ${String(n)}`), limit: 1000, name: 'house.png', type: 'image/png' },
      ...{ by: 'sam', at: startOfTest },
    });
    if (!sent.ok) throw new Error('not kept');
    const ada = { id: person, body: { first: 'Ada' }, keys: ['name:ada'], expecting: 0, by: 'sam' };
    await store.commit(
      aCommit(0, {
        ...{ case: aCase(id), family: aFamily(id, { people: [person] }), attachments: [sent.facts.id] },
        ...{ tasks: [aTask(`t${String(n)}`, { case: id })], cards: [aCard({ case: id })] },
        ...{ people: [{ ...ada, at: startOfTest }], records: [aRecord(`r${String(n)}`, { case: id })] },
      }),
    );
  }
  const entry = {
    at: startOfTest,
    action: 'x',
    outcome: 'ok' as const,
    route: '/',
    status: 200,
    request: 'r',
  };
  await store.appendAudit([entry, entry]);
}
