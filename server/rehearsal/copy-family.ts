import { historyOf, recordsOf } from '../cases/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { LivingPart, Store } from '../store/port.ts';
import type { RehearsedFamily } from './rehearsal.ts';

/** Everything of a family that its tasks and records show, copied; who holds it is left out. */
export async function copyOf(store: Store, id: string): Promise<RehearsedFamily> {
  const stored = await store.load(id);
  if (!stored) return refuseAbsent();
  const { team: _, worker: __, ...family } = stored.family;
  const [records, history, people, tasks] = await Promise.all([
    recordsOf(store, id),
    historyOf(store, id),
    store.people(family.people),
    store.list('case-tasks', { case: id, state: 'open' }, { limit: 500 }),
  ]);
  const parts = await Promise.all(
    Object.entries(stored.case.blocks).map(([part, revision]) => revisions(store, id, part, revision)),
  );
  return {
    ...{ case: stored.case, family: { ...family, staff: [] }, tasks: tasks.rows, records, history, people },
    ...{ parts: parts.flat(), drafts: [], replies: {} },
  };
}

async function revisions(store: Store, id: string, part: string, latest: number): Promise<LivingPart[]> {
  const numbers = Array.from({ length: latest }, (_, at) => at + 1);
  const found = await Promise.all(numbers.map((revision) => store.part(id, part, revision)));
  return found.filter((one) => one !== undefined);
}
