import type { PageAsked, Paged, PersonDocument, PersonPut, PutResult } from '../port.ts';
import { seal, unseal } from '../sealing.ts';
import { limitOf, readPlace, toPage } from '../paging.ts';
import { upsert } from './project.ts';
import type { Scope } from './scope.ts';

interface PersonRaw {
  id: string;
  revision: number;
  keys: string;
  body: string;
  sum: string;
}

const columns = 'id, revision, keys, body, sum';

function open(raw: PersonRaw): PersonDocument {
  const stored = unseal<{ body: unknown; keys: string[] }>('person', raw.id, raw.revision, raw);
  return { id: raw.id, revision: raw.revision, body: stored.body, keys: stored.keys };
}

/** Writes a person inside a transaction of the caller; what was there before is kept as an earlier revision. */
export function writePerson({ db, authority }: Scope, put: PersonPut): PutResult {
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
  const sealed = seal('person', put.id, revision, { body: put.body, keys: put.keys });
  const values = { ...key, revision, by: put.by, at: put.at, keys: JSON.stringify(put.keys), ...sealed };
  db.run(upsert('people', ['authority', 'id'], values), values);
  db.run(`DELETE FROM people_keys WHERE authority = :authority AND person = :id`, key);
  for (const word of new Set(put.keys)) {
    db.run(`INSERT INTO people_keys (authority, key, person) VALUES (:authority, :word, :id)`, {
      ...key,
      word,
    });
  }
  return { ok: true, revision };
}

export function putPerson(scope: Scope, put: PersonPut): PutResult {
  return scope.db.write(() => writePerson(scope, put));
}

export function personOf(
  { db, authority }: Scope,
  id: string,
  revision?: number,
): PersonDocument | undefined {
  const where = 'authority = :authority AND id = :id';
  const now = db.get<PersonRaw>(`SELECT ${columns} FROM people WHERE ${where}`, { authority, id });
  if (revision === undefined || now?.revision === revision) return now && open(now);
  const earlier = db.get<PersonRaw>(
    `SELECT ${columns} FROM people_earlier WHERE ${where} AND revision = :revision`,
    { authority, id, revision },
  );
  return earlier && open(earlier);
}

export function peopleOf({ db, authority }: Scope, ids: string[]): PersonDocument[] {
  return db
    .all<PersonRaw>(
      `SELECT ${columns} FROM people WHERE authority = :authority
       AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id`,
      { authority, ids: JSON.stringify(ids) },
    )
    .map(open);
}

/** People who have every key asked for; a key ending in '*' is the beginning of one. */
export function listPeople(
  { db, authority }: Scope,
  filter: { keys: string[] },
  page?: PageAsked,
): Paged<PersonDocument> {
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
  return toPage(raw, limit, open, (row) => [row.id]);
}
