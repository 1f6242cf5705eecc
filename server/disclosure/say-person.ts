import { dayInWords } from '#engine';
import type { Address, PersonRecord } from '../people/index.ts';
import { shownPerson } from '../people/index.ts';
import type { PersonDocument } from '../store/port.ts';
import type { HeldItem, HeldLine } from './disclosure.ts';

const plain: [keyof PersonRecord, string][] = [
  ['firstNames', 'First names'],
  ['familyName', 'Family name'],
  ['knownAs', 'Known as'],
  ['sex', 'Sex'],
  ['gender', 'Gender'],
  ['ethnicity', 'Ethnicity'],
  ['religion', 'Religion'],
  ['firstLanguage', 'First language'],
  ['communicationNeeds', 'Communication needs'],
  ['laChildId', 'Number here'],
  ['upn', 'Pupil number'],
  ['formerUpn', 'Former pupil number'],
  ['nhsNumber', 'NHS number'],
  ['phone', 'Telephone'],
  ['school', 'School'],
  ['gp', 'GP'],
  ['healthVisitor', 'Health visitor'],
  ['immigrationStatus', 'Immigration status'],
  ['legalStatus', 'Legal status'],
];

const days: [keyof PersonRecord, string][] = [
  ['dateOfBirth', 'Date of birth'],
  ['expectedDateOfBirth', 'Expected date of birth'],
  ['deathDate', 'Date of death'],
];

/** What is known of the person themselves. */
export function sayPerson({ id, body }: PersonDocument): HeldItem {
  const person = body as PersonRecord;
  const lines: HeldLine[] = [
    ...plain.flatMap(([field, label]) => line(field, label, person[field], true)),
    ...days.flatMap(([field, label]) => {
      const day = person[field];
      return line(field, label, typeof day === 'string' ? dayInWords(day) : undefined, false);
    }),
    ...line('disabilities', 'Disabilities', person.disabilities?.join(', '), true),
    ...(person.addresses ?? []).flatMap((one, at) =>
      line(`address.${String(at)}`, 'Address', sayAddress(one), true),
    ),
    ...(person.alerts ?? []).flatMap((one, at) => line(`alert.${String(at)}`, 'Alert', one.says, true)),
  ];
  return { id: 'person', kind: 'person', title: shownPerson(id, body).name, lines };
}

function line(id: string, label: string, value: unknown, free: boolean): HeldLine[] {
  return typeof value === 'string' && value !== '' ? [{ id, label, text: value, free }] : [];
}

/** An address on one line. */
export function sayAddress({ line1, line2, town, postcode }: Address): string {
  return [line1, line2, town, postcode].filter(Boolean).join(', ');
}
