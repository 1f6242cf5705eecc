import { blockChanged, personChanged } from '#engine';
import { replyOf } from '../answers.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { PeopleOfCases } from '../people/index.ts';
import { carryOut } from './carry-out.ts';

/** What a change of somebody's own record means for the families they belong to. */
export function peopleOfCases(host: Host): PeopleOfCases {
  const tell = async (
    caseId: string,
    id: string,
    act: { by: string; commandId: string },
    joined: boolean,
  ): Promise<void> => {
    const document = await host.store.person(id);
    const { born, expected } = shownPerson(id, document?.body ?? {});
    const person = { id, joined, ...(born ? { born } : {}), ...(expected ? { expected } : {}) };
    const carried = await carryOut(host, {
      ...{ case: caseId, by: act.by, commandId: act.commandId },
      decide: (version, kase, now) => personChanged(version, kase, person, now),
      held: (family) => (joined ? { people: [...new Set([...family.people, id])] } : {}),
      reply: () => ({ ok: true }),
    });
    replyOf(carried);
  };
  return {
    joined: (caseId, person, act) => tell(caseId, person, act, true),
    changed: async (families, person, act) => {
      for (const family of families) await tell(family, person, act, false);
    },
  };
}

/** The family's network, edited on its own page: rows are added or change the row of their id. */
export async function changeNetwork(
  host: Host,
  change: { case: string; rows: Record<string, unknown>[]; revision: number; by: string; commandId: string },
): Promise<{ revision: number }> {
  const now = await host.store.part(change.case, 'network');
  if ((now?.revision ?? 0) !== change.revision) {
    refuse(
      409,
      'conflict',
      'Somebody changed who is around the children meanwhile. Look, then change it again.',
      {
        changed: { by: now?.by, at: now?.at, revision: now?.revision },
      },
    );
  }
  const people = change.rows.map((row) => row['personId']).filter((id) => typeof id === 'string');
  const carried = await carryOut(host, {
    ...{ case: change.case, by: change.by, commandId: change.commandId },
    decide: (version, kase, act) => blockChanged(version, kase, { block: 'network', rows: change.rows }, act),
    held: (family) => ({ people: [...new Set([...family.people, ...people])] }),
    reply: () => ({ revision: change.revision + 1 }),
  });
  return replyOf(carried);
}
