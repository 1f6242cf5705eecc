import type { Day, OutputPerson } from '#engine';

/** What is known of a person, once, for every case they belong to. Every part may still be unknown. */
export interface PersonRecord {
  firstNames?: string;
  familyName?: string;
  knownAs?: string;
  /** a child has one of the two; an adult may have neither on file */
  dateOfBirth?: Day;
  expectedDateOfBirth?: Day;
  deathDate?: Day;
  sex?: 'M' | 'F' | 'U';
  gender?: string;
  ethnicity?: string;
  disabilities?: string[];
  religion?: string;
  firstLanguage?: string;
  interpreterNeeded?: boolean;
  communicationNeeds?: string;
  laChildId?: string;
  upn?: string;
  formerUpn?: string;
  upnUnknown?: string;
  nhsNumber?: string;
  addresses?: Address[];
  phone?: string;
  school?: string;
  gp?: string;
  healthVisitor?: string;
  immigrationStatus?: string;
  uasc?: boolean;
  legalStatus?: string;
  alerts?: { kind: string; says: string }[];
}

export interface Address {
  line1: string;
  line2?: string;
  town?: string;
  postcode?: string;
  from?: Day;
  to?: Day;
  /** not for the other parent, not in outputs, only for those with the right to see it */
  sensitive?: boolean;
}

/** What is wrong with a person's record beyond its shape, beside the field it is about. */
export function personFaults(person: PersonRecord, today: Day): { field: string; message: string }[] {
  const faults: { field: string; message: string }[] = [];
  const { dateOfBirth, expectedDateOfBirth, deathDate, familyName, firstNames, knownAs } = person;
  if (!familyName && !firstNames && !knownAs) {
    faults.push({ field: 'familyName', message: 'Enter at least one name.' });
  }
  if (dateOfBirth && expectedDateOfBirth) {
    faults.push({
      field: 'expectedDateOfBirth',
      message: 'Give the date of birth or the date the baby is due, not both.',
    });
  }
  if (dateOfBirth && dateOfBirth > today) {
    faults.push({
      field: 'dateOfBirth',
      message:
        'The date of birth must not be in the future. For an unborn child give the date the baby is due.',
    });
  }
  if (deathDate && deathDate > today) {
    faults.push({ field: 'deathDate', message: 'The date of death must not be in the future.' });
  }
  if (deathDate && dateOfBirth && deathDate < dateOfBirth) {
    faults.push({ field: 'deathDate', message: 'The date of death must not be before the date of birth.' });
  }
  return faults;
}

/** The name as lists and forms show it. */
export function nameOf(person: PersonRecord): string {
  const first = person.firstNames ?? person.knownAs;
  const unborn = person.expectedDateOfBirth && !person.dateOfBirth && !first ? 'Unborn baby' : undefined;
  return [first ?? unborn, person.familyName].filter(Boolean).join(' ') || 'Name not recorded';
}

/** What a list may show of a person. */
export function shownPerson(
  id: string,
  body: unknown,
): { id: string; name: string; called: string; born?: Day; expected?: Day } {
  const person = body as PersonRecord;
  return {
    ...{ id, name: nameOf(person), called: person.knownAs ?? person.firstNames ?? nameOf(person) },
    ...(person.dateOfBirth ? { born: person.dateOfBirth } : {}),
    ...(person.expectedDateOfBirth && !person.dateOfBirth ? { expected: person.expectedDateOfBirth } : {}),
  };
}

/** What a drawing of the family needs of somebody; where they live is not part of it. */
export function drawnPerson({ id, body }: { id: string; body: unknown }): OutputPerson {
  const { sex, deathDate } = body as PersonRecord;
  return {
    ...shownPerson(id, body),
    ...(sex ? { sex } : {}),
    ...(deathDate ? { died: deathDate } : {}),
  };
}
