import type { Person } from '../../api/people.ts';

export interface PersonAddress {
  line1: string;
  line2?: string;
  town?: string;
  postcode?: string;
  from?: string;
  to?: string;
  sensitive?: boolean;
}

function addressesOf(person: Person): PersonAddress[] {
  return (person['addresses'] as PersonAddress[] | undefined) ?? [];
}

/** Where a person lives now: the address without an end. */
export function currentAddress(person: Person): PersonAddress | undefined {
  return addressesOf(person).find(({ to }) => !to);
}

/** All addresses with the present one changed; what is emptied is left out, earlier addresses stay. */
export function withAddress(person: Person, change: Partial<PersonAddress>): PersonAddress[] {
  const current = currentAddress(person);
  const next: PersonAddress = { line1: '', ...current, ...change };
  if (!next.town) delete next.town;
  if (!next.postcode) delete next.postcode;
  if (!next.sensitive) delete next.sensitive;
  const others = addressesOf(person).filter((address) => address !== current);
  const empty = next.line1 === '' && !next.town && !next.postcode;
  return empty ? others : [next, ...others];
}

interface Alert {
  kind: string;
  says: string;
}

/** The first alert changed; the others stay. */
export function withAlert(person: Person, says: string): Alert[] {
  const [first, ...others] = (person['alerts'] as Alert[] | undefined) ?? [];
  return says === '' ? others : [{ kind: first?.kind ?? 'staff-safety', says }, ...others];
}
