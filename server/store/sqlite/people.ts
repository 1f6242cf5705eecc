import type { PageAsked, Paged, PersonDocument, PersonPut, PutResult } from '../port.ts';
import { personKeyId } from '../keys.ts';
import { seal, unsealWith, type KeyState } from '../sealing.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { upsert } from './project.ts';
import type { Scope } from './scope.ts';

interface PersonRaw {
  id: string;
  revision: number;
  body: string;
  sum: string;
}

const columns = 'id, revision, body, sum';

type Open = (raw: PersonRaw) => PersonDocument | undefined;

function opening({ keys }: Scope, raws: { id: string }[]): Open {
  const state = keys.states(raws.map(({ id }) => personKeyId(id)));
  return (raw) => open(raw, state(personKeyId(raw.id)));
}

function open(raw: PersonRaw, key: KeyState): PersonDocument | undefined {
  const stored = unsealWith<{ body: unknown; keys: string[] }>('person', raw.id, raw.revision, raw, key);
  return stored && { id: raw.id, revision: raw.revision, body: stored.body, keys: stored.keys };
}

/** Writes a person inside a transaction of the caller; what was there before is kept as an earlier revision. */
export function writePerson(scope: Scope, put: PersonPut): PutResult {
  const { db, authority } = scope;
  const key = { authority, id: put.id };
  const there = db.get<{ revision: number; by: string; at: string }>(
    `SELECT revision, by, at FROM people WHERE authority = :authority AND id = :id`,
    key,
  );
  if ((there?.revision ?? 0) !== put.expecting) {
    const { revision = 0, by, at } = there ?? {};
    return { ok: false, reason: 'conflict', revision, ...(by && at ? { changed: { by, at } } : {}) };
  }
  db.run(`INSERT INTO people_earlier SELECT * FROM people WHERE authority = :authority AND id = :id`, key);
  const revision = put.expecting + 1;
  const keyId = personKeyId(put.id);
  const dataKey = scope.keys.made([keyId])(keyId);
  if (!dataKey || dataKey === 'destroyed') return { ok: false, reason: 'conflict', revision: put.expecting };
  const sealed = seal('person', put.id, revision, { body: put.body, keys: put.keys }, dataKey);
  const values = { ...key, revision, by: put.by, at: put.at, ...sealed };
  db.run(upsert('people', ['authority', 'id'], values), values);
  foundByKeys(scope, put.id, put.keys);
  return { ok: true, revision };
}

/** By which keys a person is found, in place of those before. */
export function foundByKeys({ db, authority }: Scope, id: string, keys: string[]): void {
  const key = { authority, id };
  db.run(`DELETE FROM people_keys WHERE authority = :authority AND person = :id`, key);
  for (const word of new Set(keys)) {
    db.run(`INSERT INTO people_keys (authority, key, person) VALUES (:authority, :word, :id)`, {
      ...key,
      word,
    });
  }
}

export function putPerson(scope: Scope, put: PersonPut): PutResult {
  return scope.db.write(() => writePerson(scope, put));
}

export function personOf(scope: Scope, id: string, revision?: number): PersonDocument | undefined {
  const { db, authority } = scope;
  const open = opening(scope, [{ id }]);
  const where = 'authority = :authority AND id = :id';
  const now = db.get<PersonRaw>(`SELECT ${columns} FROM people WHERE ${where}`, { authority, id });
  if (revision === undefined || now?.revision === revision) return now && open(now);
  const earlier = db.get<PersonRaw>(
    `SELECT ${columns} FROM people_earlier WHERE ${where} AND revision = :revision`,
    { authority, id, revision },
  );
  return earlier && open(earlier);
}

export function peopleOf(scope: Scope, ids: string[]): PersonDocument[] {
  const { db, authority } = scope;
  const raws = db.all<PersonRaw>(
    `SELECT ${columns} FROM people WHERE authority = :authority
       AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id`,
    { authority, ids: JSON.stringify(ids) },
  );
  return raws.map(opening(scope, raws)).filter((one) => one !== undefined);
}

/** People who have every key asked for; a key ending in '*' is the beginning of one. */
export function listPeople(
  scope: Scope,
  filter: { keys: string[] },
  page?: PageAsked,
): Paged<PersonDocument> {
  const { db, authority } = scope;
  const limit = limitOf(page);
  const place = readPlace(page?.after, 1);
  const values: Record<string, string | number> = { authority, limit: limit + 1 };
  if (filter.keys.length === 0) return { rows: [] };
  const found = filter.keys.slice(0, 8).map((key, index) => {
    values[`k${index}`] = key.endsWith('*') ? key.slice(0, -1) : key;
    const match = key.endsWith('*')
      ? `key >= :k${index} AND key < :k${index} || char(1114111)`
      : `key = :k${index}`;
    return `SELECT person FROM people_keys WHERE authority = :authority AND ${match}`;
  });
  if (place) values['after'] = String(place[0]);
  const raw = db.all<PersonRaw>(
    `SELECT ${columns} FROM people WHERE authority = :authority AND id IN (${found.join(' INTERSECT ')})
     ${place ? 'AND id > :after' : ''} ORDER BY id LIMIT :limit`,
    values,
  );
  return toPage(raw, limit, opening(scope, raw), (row) => [row.id]);
}
