import type { Filter } from 'mongodb';
import type { PageAsked, Paged, PersonDocument, PersonPut, PutResult } from '../port.ts';
import { personKeyId } from '../keys.ts';
import { limitOf, readPlace } from '../paging.ts';
import { seal, unsealWith, type KeyState } from '../sealing.ts';
import type { EarlierPerson, PersonStored } from './collections.ts';
import { isDuplicate, refusing } from './faults.ts';
import { beginning, pageOf, text } from './filters.ts';
import { conflictOf, finishHold, freePerson } from './holds.ts';
import { idOf, type Scope } from './scope.ts';
import { keepEarlier } from './written-people.ts';

/** Most keys a person is looked for by at a time. */
const mostKeys = 8;

function open(raw: EarlierPerson, key: KeyState): PersonDocument | undefined {
  const stored = unsealWith<{ body: unknown; keys: string[] }>('person', raw.id, raw.revision, raw, key);
  return stored && { id: raw.id, revision: raw.revision, body: stored.body, keys: stored.keys };
}

/** Writes a person when they have the revision expected; what was there before stays as an earlier revision. */
export async function putPerson(scope: Scope, put: PersonPut): Promise<PutResult> {
  return refusing<PutResult>(async () => {
    if (await scope.frozen()) return { ok: false, reason: 'readonly' };
    const key = await scope.keys.ensureNow(personKeyId(put.id));
    if (key === 'destroyed') return { ok: false, reason: 'conflict', revision: 0 };
    const revision = put.expecting + 1;
    const next = {
      ...{ revision, by: put.by, at: put.at, keys: [...new Set(put.keys)] },
      ...seal('person', put.id, revision, { body: put.body, keys: put.keys }, key),
    };
    for (;;) {
      const there = await freePerson(scope, put.id);
      if ((there?.revision ?? 0) !== put.expecting) return conflictOf(there);
      if (await replaced(scope, put.id, there, next)) return { ok: true, revision };
    }
  });
}

/** False when somebody wrote or held the person in the same moment. */
async function replaced(
  scope: Scope,
  id: string,
  there: PersonStored | undefined,
  next: Omit<PersonStored, '_id' | 'authority' | 'id' | 'hold'>,
): Promise<boolean> {
  const _id = idOf(scope, id);
  if (there) {
    await keepEarlier(scope, there);
    const filter = { _id, revision: there.revision, hold: null };
    return (await scope.people.updateOne(filter, { $set: next })).matchedCount > 0;
  }
  try {
    await scope.people.insertOne({ _id, authority: scope.authority, id, ...next, hold: null });
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}

/** The person as committed: what a commit wrote and has not brought along yet is brought along first. */
async function committed(scope: Scope, id: string): Promise<PersonStored | null> {
  const there = await scope.people.findOne({ _id: idOf(scope, id) });
  if (!there?.hold || !(await finishHold(scope, there.hold))) return there;
  return scope.people.findOne({ _id: idOf(scope, id) });
}

export async function personOf(
  scope: Scope,
  id: string,
  revision?: number,
): Promise<PersonDocument | undefined> {
  const now = await committed(scope, id);
  if (!now || now.revision === 0) return undefined;
  const earlier = revision !== undefined && revision !== now.revision;
  const row = earlier ? await scope.peopleEarlier.findOne({ _id: idOf(scope, id, revision) }) : now;
  if (!row) return undefined;
  const keyId = personKeyId(id);
  return open(row, (await scope.keys.of([keyId])).get(keyId));
}

export async function peopleOf(scope: Scope, ids: string[]): Promise<PersonDocument[]> {
  const which: Filter<PersonStored> = { _id: { $in: ids.map((id) => idOf(scope, text(id))) } };
  let rows = await scope.people.find(which).sort({ _id: 1 }).toArray();
  const held = rows.flatMap((row) => row.hold ?? []);
  let finished = false;
  for (const hold of held) finished = (await finishHold(scope, hold)) || finished;
  if (finished) rows = await scope.people.find(which).sort({ _id: 1 }).toArray();
  const shown = rows.filter((row) => row.revision > 0);
  const keys = await scope.keys.of(shown.map((row) => personKeyId(row.id)));
  return shown.flatMap((row) => open(row, keys.get(personKeyId(row.id))) ?? []);
}

/** People who have every key asked for; a key ending in '*' is the beginning of one. */
export async function listPeople(
  scope: Scope,
  filter: { keys: string[] },
  page?: PageAsked,
): Promise<Paged<PersonDocument>> {
  if (filter.keys.length === 0) return { rows: [] };
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const conditions = filter.keys.slice(0, mostKeys).map((asked): Filter<PersonStored> => {
    const key = text(asked);
    return { keys: key.endsWith('*') ? beginning(key.slice(0, -1)) : key };
  });
  const raw = await scope.people
    .find({
      $and: [
        { authority: scope.authority, revision: { $gt: 0 }, id: { $gt: String(place?.[0] ?? '') } },
        ...conditions,
      ],
    })
    .sort({ id: 1 })
    .limit(limit + 1)
    .toArray();
  const keys = await scope.keys.of(raw.map((row) => personKeyId(row.id)));
  return pageOf(
    raw,
    limit,
    (row) => open(row, keys.get(personKeyId(row.id))),
    (row) => [row.id],
  );
}
