import { listOf, named, text } from '../schemas.ts';
import type { Found } from './find-people.ts';
import { shownPerson, type PersonRecord } from './person-record.ts';

/** What a search shows of a person, as `sayMatch` makes it. */
export const matchProperties = {
  ...{ id: text, name: text, born: text, expected: text, address: text },
  families: listOf(named),
};

/** Somebody who was found: enough to know them by, and never a sensitive address. */
export function sayMatch({ document, families }: Found) {
  const person = document.body as PersonRecord;
  const address = person.addresses?.find((one) => !one.to && !one.sensitive);
  return {
    ...shownPerson(document.id, person),
    ...(address ? { address: [address.line1, address.postcode].filter(Boolean).join(', ') } : {}),
    families: families.map(({ id, name }) => ({ id, name })),
  };
}
