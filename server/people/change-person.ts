import type { Moment } from '#engine';
import type { PersonDocument, PersonPut } from '../store/port.ts';
import { keysOf } from './person-keys.ts';
import type { PersonRecord } from './person-record.ts';

/** A person's record as it is written: over the revision that was read, 0 for somebody new. */
export function writePerson(
  id: string,
  person: PersonRecord,
  expecting: number,
  act: { by: string; now: Moment },
): PersonPut {
  return { id, body: person, keys: keysOf(person), expecting, by: act.by, at: act.now };
}

/** names that questions of forms use for fields of the record */
const fieldOf: Record<string, keyof PersonRecord> = {
  born: 'dateOfBirth',
  expected: 'expectedDateOfBirth',
  died: 'deathDate',
};

/** A person after answers of a form became part of the record. A birth ends the expecting. */
export function changePerson(
  document: PersonDocument,
  fields: Record<string, unknown>,
  act: { by: string; now: Moment },
): PersonPut {
  const person = { ...(document.body as Record<string, unknown>) };
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === null || value === '') continue;
    person[fieldOf[name] ?? name] = value;
  }
  if (person['dateOfBirth'] !== undefined) delete person['expectedDateOfBirth'];
  return writePerson(document.id, person as PersonRecord, document.revision, act);
}
