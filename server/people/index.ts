export { changePerson, writePerson } from './change-person.ts';
export { familiesOf, findPeople, personThing, type KnownThrough } from './find-people.ts';
export { joining, type Joining } from './joining.ts';
export { nameWords } from './person-keys.ts';
export {
  drawnPerson,
  nameOf,
  personFaults,
  shownPerson,
  type Address,
  type PersonRecord,
} from './person-record.ts';
export { personSent } from './person-schema.ts';
export { peopleRoutes } from './routes.ts';
export type { PeopleOfCases } from './of-cases.ts';
