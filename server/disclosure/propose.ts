import type { Host } from '../host.ts';
import type { PersonRecord } from '../people/index.ts';
import type { StoredCase } from '../store/port.ts';
import type { Disclosure, HeldItem, Proposal } from './disclosure.ts';
import { sayAddress } from './say-person.ts';
import { withheldIn } from './withheld-in.ts';

/** Sensitive addresses, and parts that are withheld from somebody. */
export async function propose(
  host: Host,
  stored: StoredCase,
  asked: Pick<Disclosure, 'case' | 'person'>,
  items: HeldItem[],
): Promise<Proposal[]> {
  return [
    ...(await sensitiveAddresses(host, stored, asked.person)),
    ...ownAddresses(items, stored, asked.person, await ownSensitive(host, asked.person)),
    ...(await withheldIn(host.store, asked, items)),
  ];
}

/** An address that must not be known, of anybody else: its lines, wherever they stand. */
async function sensitiveAddresses(host: Host, stored: StoredCase, person: string): Promise<Proposal[]> {
  const people = await host.store.people(stored.family.people.filter((id) => id !== person));
  const found = people.flatMap(({ body }) =>
    ((body as PersonRecord).addresses ?? []).filter((one) => one.sensitive),
  );
  const words = found.flatMap(({ line1, postcode }) => [line1, ...(postcode ? [postcode] : [])]);
  return [...new Set(words)].map((one) => ({
    ...{ words: one, reason: 'safety' },
    because: 'A sensitive address of another person in the family',
  }));
}

async function ownSensitive(host: Host, person: string): Promise<string[]> {
  const document = await host.store.person(person);
  const addresses = (document?.body as PersonRecord | undefined)?.addresses ?? [];
  return addresses.filter((one) => one.sensitive).map(sayAddress);
}

/** A child's own sensitive address: who asks for the child may be who must not know it. */
function ownAddresses(
  items: HeldItem[],
  { case: kase }: StoredCase,
  person: string,
  sensitive: string[],
): Proposal[] {
  if (!kase.children.some((child) => child.id === person)) return [];
  const item = items.find((one) => one.kind === 'person');
  return (item?.lines ?? [])
    .filter((line) => sensitive.includes(line.text))
    .map((line) => ({
      ...{ item: 'person', line: line.id, reason: 'safety' },
      because: 'The child’s own address is sensitive: whoever asks for the child may be who must not know it',
    }));
}
