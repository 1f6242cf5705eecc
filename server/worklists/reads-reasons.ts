import { familyThing, may } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import { casesWithheldFrom } from '../withholding/index.ts';

/**
 * Whether this person may read why a family's work is late: somebody wrote or chose it of the family, so it is for whoever
 * may read the family, and is shown all of it. Whoever sees pseudonyms reads nothing that somebody wrote.
 */
export async function readsReasons(
  { store }: Host,
  person: Person,
): Promise<(family: FamilyRow | undefined) => boolean> {
  if (person.pseudonymised) return () => false;
  const withheld = await casesWithheldFrom(store, person.id);
  return (family) =>
    family !== undefined && !withheld.has(family.id) && may(person, 'read-family', familyThing(family)).ok;
}
