import type { FamilyRow } from '../store/port.ts';

/** Who holds the family and who may know of it: the host's side of a case. */
export type Held = Pick<FamilyRow, 'team' | 'worker' | 'restricted'> & { name: string; people: string[] };

export function heldOf({ name, people, team, worker, restricted }: FamilyRow): Held {
  return {
    ...{ name, people },
    ...(team ? { team } : {}),
    ...(worker ? { worker } : {}),
    ...(restricted ? { restricted } : {}),
  };
}

/** The same family with further people. */
export function withPeople(held: Held, people: string[]): Held {
  return { ...held, people: [...new Set([...held.people, ...people])] };
}
