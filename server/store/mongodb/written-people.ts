import type { Bundle, PersonStored } from './collections.ts';
import { idOf, type Scope } from './scope.ts';

/** Part of a drain: the people of the bundle become what it says, and what they were is kept as an earlier revision. */
export async function finishPeople(scope: Scope, { people, linked = [], token }: Bundle): Promise<void> {
  for (const next of people) {
    const there = await scope.people.findOne({ _id: next._id, 'hold.token': token });
    if (!there) continue;
    await keepEarlier(scope, there);
    const { revision, by, at, keys, body, sum } = next;
    await scope.people.updateOne(
      { _id: next._id, 'hold.token': token },
      { $set: { revision, by, at, keys, body, sum, hold: null } },
    );
  }
  if (linked.length === 0) return;
  await scope.people.updateMany({ _id: { $in: linked }, 'hold.token': token }, { $set: { hold: null } });
}

/** What a person was stays readable. The same revision again changes nothing. */
export async function keepEarlier(scope: Scope, there: PersonStored): Promise<void> {
  if (there.revision === 0) return;
  const { authority, id, revision, by, at, body, sum } = there;
  await scope.peopleEarlier.updateOne(
    { _id: idOf(scope, id, revision) },
    { $setOnInsert: { authority, id, revision, by, at, body, sum } },
    { upsert: true },
  );
}
