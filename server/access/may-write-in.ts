import type { FamilyRow, Store } from '../store/port.ts';
import type { Action } from './actions.ts';
import { may } from './may.ts';
import type { Person } from './person.ts';
import { familyThing, taskThing } from './thing.ts';

const writing: Action[] = ['change-network', 'add-child', 'add-record', 'contribute'];

/**
 * Whether somebody adds to a family's record by a right of theirs, or by a step that is open there. Reading it, by a
 * role or by a reason given, is not enough.
 */
export async function mayWriteIn(
  store: Store,
  person: Person | undefined,
  family: FamilyRow,
): Promise<boolean> {
  if (writing.some((action) => may(person, action, familyThing(family)).ok)) return true;
  const { rows } = await store.list('case-tasks', { case: family.id, state: 'open' }, { limit: 500 });
  return rows.some((task) => may(person, 'write-draft', taskThing(task, family)).ok);
}
