import type { CaseRecord } from '#engine';
import { recordsOf } from '../cases/index.ts';
import type { Store, StoredCase } from '../store/port.ts';

/** What a disposal takes away, and what is left because it is another child's too. */
export interface GoesAndStays {
  whole: boolean;
  goes: { records: number; people: number };
  stays: { records: number };
  /** people no other family refers to */
  people: string[];
}

/**
 * With every child due the family goes. With some, only what is theirs alone: what was written of siblings together
 * stays until the last of them is due.
 */
export async function goesAndStays(store: Store, stored: StoredCase, due: string[]): Promise<GoesAndStays> {
  const { case: kase, family } = stored;
  const whole = kase.children.every((child) => due.includes(child.id));
  const records = await recordsOf(store, kase.id);
  const going = whole ? records : records.filter((record) => isAloneOf(record, due));
  const people = await onlyHere(store, kase.id, whole ? family.people : due);
  return {
    whole,
    goes: { records: going.length, people: people.length },
    stays: { records: records.length - going.length },
    people,
  };
}

function isAloneOf({ children }: CaseRecord, due: string[]): boolean {
  return children.length === 1 && due.includes(children[0] ?? '');
}

async function onlyHere(store: Store, caseId: string, people: string[]): Promise<string[]> {
  const found = await Promise.all(
    people.map(async (person) => {
      const { rows } = await store.list('families-of-person', { person }, { limit: 2 });
      return rows.every((row) => row.id === caseId) ? [person] : [];
    }),
  );
  return found.flat();
}
