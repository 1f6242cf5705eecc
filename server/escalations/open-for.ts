import type { Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
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
  const found = await Promise.all(
    owners.map((owner) => host.store.list('documents', { kind: 'escalation', owner }, { limit: 500 })),
  );
  const open = found
    .flatMap(({ rows }) => rows.map(({ id, body }) => ({ id, said: body as Escalation })))
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
