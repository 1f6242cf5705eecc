import { personChanged } from '#engine';
import { replyOf } from '../answers.ts';
import { tellFamilies } from '../glass/index.ts';
import type { Host } from '../host.ts';
import { shownPerson } from '../people/index.ts';
import type { PeopleOfCases } from '../people/index.ts';
import { carryOut } from './carry-out.ts';
import { withPeople } from './held.ts';
import { knownThrough } from './known-through.ts';

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
      held: (held) => (joined ? withPeople(held, [id]) : held),
      reply: () => ({ ok: true }),
    });
    replyOf(carried);
  };
  return {
    joined: (caseId, person, act) => tell(caseId, person, act, true),
    changed: async (families, person, act) => {
      for (const family of families) await tell(family, person, act, false);
    },
    knownThrough: knownThrough(host),
    told: (families, done) => tellFamilies(host, families, done),
  };
}
