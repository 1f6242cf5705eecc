import { personKeyId } from '../keys.ts';
import { drainAll } from './drain.ts';
import { freePerson } from './holds.ts';
import type { Scope } from './scope.ts';

/** The people no other case refers to, and their keys. */
export async function onlyHere(
  scope: Scope,
  caseId: string,
  people: string[],
): Promise<{ ids: string[]; keys: string[] }> {
  const ids: string[] = [];
  for (const person of people) if (!(await isElsewhere(scope, caseId, person))) ids.push(person);
  return { ids, keys: ids.map(personKeyId) };
}

async function isElsewhere({ families, authority }: Scope, caseId: string, person: string): Promise<boolean> {
  const which = { authority, people: person, id: { $ne: caseId } };
  return (await families.findOne(which, { projection: { _id: 1 } })) !== null;
}

/** Removes those whom still no other case refers to, and says who is gone. */
export async function removePeople(scope: Scope, caseId: string, people: string[]): Promise<string[]> {
  if (people.length === 0) return [];
  await drainAll(scope);
  const gone: string[] = [];
  for (const id of people) if (await removePerson(scope, caseId, id)) gone.push(id);
  return gone;
}

/**
 * Whoever refers to a person from now on holds them first: either that is seen here, or they find the person gone.
 * False when the person stays.
 */
async function removePerson(scope: Scope, caseId: string, id: string): Promise<boolean> {
  for (;;) {
    const there = await freePerson(scope, id);
    if (await isElsewhere(scope, caseId, id)) return false;
    if (!there) break;
    const asRead = { _id: there._id, hold: null, holds: there.holds ?? (null as never) };
    if ((await scope.people.deleteOne(asRead)).deletedCount > 0) break;
  }
  await scope.peopleEarlier.deleteMany({ authority: scope.authority, id });
  return true;
}
