import { get, newCommandId, post, put, type Answered } from './request.ts';
import type { Named } from './session.ts';

export interface Person {
  id: string;
  revision: number;
  firstNames?: string;
  familyName?: string;
  knownAs?: string;
  dateOfBirth?: string;
  expectedDateOfBirth?: string;
  [field: string]: unknown;
}

export interface PersonMatch extends Named {
  born?: string;
  expected?: string;
  age?: string | number;
  families?: Named[];
  address?: string;
}

export const findPeople = (text: string, born?: string): Promise<Answered<PersonMatch[]>> =>
  post('/people/search', { text, ...(born ? { born } : {}) });
export const loadPerson = (id: string): Promise<Answered<Person>> => get(`/people/${id}`);
export const savePerson = (person: Person): Promise<Answered<Person>> =>
  put(`/people/${person.id}`, { person, revision: person.revision, commandId: newCommandId() });
/** A person not yet on file; with `family`, one of its people from now on. */
export const makePerson = (
  person: Omit<Person, 'id' | 'revision'>,
  family?: string,
): Promise<Answered<Person>> =>
  post('/people', { person, ...(family ? { case: family } : {}), commandId: newCommandId() });
