import { Damaged, type FamilyRow } from '../port.ts';
import { familyKeyId, personKeyId } from '../keys.ts';
import { unsealWith, type Sealed } from '../sealing.ts';
import { faultToRefusal, type Database } from './database.ts';
import { foundByKeys } from './people.ts';
import { findBy } from './project.ts';
import type { Scope } from './scope.ts';

/** Takes out of a copy what is in the open about people: with the keys it is made again, without them it is not there. */
export function blank(db: Database): void {
  db.connection.exec(`
    PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON;
    UPDATE store SET blanked = 1, frozen = '', unswept = 0;
    UPDATE families SET name = '';
    DELETE FROM family_words;
    DELETE FROM people_keys;
    VACUUM;
  `);
}

/** In a restored copy: the names and words by which families and people are found, from the sealed rows. */
export function fillIn(scope: Scope): void {
  const { connection } = scope.db;
  connection.exec('BEGIN IMMEDIATE');
  try {
    const store = scope.db.get<{ blanked: number }>('SELECT blanked FROM store');
    if (store?.blanked === 1) {
      fillFamilies(scope);
      fillPeople(scope);
      scope.db.run('UPDATE store SET blanked = 0');
    }
    connection.exec('COMMIT');
  } catch (fault) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw fault;
  }
}

function fillFamilies(scope: Scope): void {
  const { db, authority, keys } = scope;
  const rows = db.all<Sealed & { id: string }>(
    'SELECT id, body, sum FROM families WHERE authority = :authority',
    { authority },
  );
  for (const row of rows) {
    const keyId = familyKeyId(row.id);
    const family = whole(() => unsealWith<FamilyRow>('family', row.id, 0, row, keys.states([keyId])(keyId)));
    if (!family) continue;
    db.run('UPDATE families SET name = :name WHERE authority = :authority AND id = :id', {
      ...{ authority, id: row.id, name: family.name },
    });
    findBy(scope, family);
  }
}

function fillPeople(scope: Scope): void {
  const { db, authority, keys } = scope;
  const rows = db.all<Sealed & { id: string; revision: number }>(
    'SELECT id, revision, body, sum FROM people WHERE authority = :authority',
    { authority },
  );
  for (const row of rows) {
    const keyId = personKeyId(row.id);
    const person = whole(() =>
      unsealWith<{ keys: string[] }>('person', row.id, row.revision, row, keys.states([keyId])(keyId)),
    );
    if (person) foundByKeys(scope, row.id, person.keys);
  }
}

/**
 * What was removed may still stand in free parts of the file: names, until it is written anew without them. Nobody can
 * write meanwhile.
 */
export function sweepFile({ db }: Scope): void {
  if (db.get<{ unswept: number }>('SELECT unswept FROM store')?.unswept !== 1) return;
  try {
    db.connection.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
    db.run('UPDATE store SET unswept = 0');
  } catch (fault) {
    faultToRefusal(fault);
  }
}

/** What is damaged is found by `verify`; here it is left out. */
function whole<T>(open: () => T | undefined): T | undefined {
  try {
    return open();
  } catch (fault) {
    if (fault instanceof Damaged) return undefined;
    throw fault;
  }
}
