import { accountOf } from '../access/index.ts';
import type { FamilyRow, Store } from '../store/port.ts';
import { plainly } from './earlier-parts.ts';

export interface Owner {
  id: string;
  name: string;
}

/** Colleagues who work with the family: whose name stands beside an action has it in their own list. */
export async function ownersIn(store: Store, family: FamilyRow): Promise<Owner[]> {
  const accounts = await Promise.all(family.staff.map((id) => accountOf(store, id)));
  return accounts
    .flatMap((one) => (one && !one.body.disabled ? [one.body] : []))
    .map(({ id, displayName: name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The colleague whom the words name; undefined: somebody else, or more than one could be meant. */
export function ownerNamed(owners: readonly Owner[], who: string): Owner | undefined {
  const named = owners.filter(({ name }) => plainly(name) === plainly(who));
  return named.length === 1 ? named[0] : undefined;
}
