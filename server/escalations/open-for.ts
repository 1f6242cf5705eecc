import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import { allDocuments, type FamilyRow } from '../store/port.ts';
import { isFor, ownerOf } from './escalation.ts';
import type { Escalation } from './escalation.ts';

export interface OpenEscalation {
  id: string;
  said: Escalation;
  family: FamilyRow;
}

/** What waits for this person's answer, the oldest first. */
export async function openFor(host: Host, person: Person): Promise<OpenEscalation[]> {
  const owners = [
    ...person.roles.map(({ id }) => ownerOf({ role: id })),
    ...[person.id, ...(person.covers ?? [])].map((id) => ownerOf({ account: id })),
  ];
  // those of a role are of all its families: a page of them could hold none of this person's
  const found = await Promise.all(
    owners.map((owner) => allDocuments<Escalation>(host.store, { kind: 'escalation', owner })),
  );
  const open = found
    .flat()
    .map(({ id, body }) => ({ id, said: body }))
    .filter(({ said }) => said.answered === undefined);
  const families = new Map<string, FamilyRow | undefined>();
  for (const id of new Set(open.map(({ said }) => said.case))) families.set(id, await host.store.family(id));
  return open
    .flatMap((one) => {
      const family = families.get(one.said.case);
      return family && isFor(person, one.said.to, family) ? [{ ...one, family }] : [];
    })
    .sort((a, b) => a.said.at.localeCompare(b.said.at));
}
