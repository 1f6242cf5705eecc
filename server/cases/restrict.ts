import type { Case, Outcome } from '#engine';
import { allAccounts, may } from '../access/index.ts';
import type { Account, Person } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import { carryOut } from './carry-out.ts';
import type { Carried } from './carry-out.ts';
import { sayList } from './words.ts';

/** Who may know of a family from now on; null: whoever's role reaches it, as for any other. */
export type Restriction = FamilyRow['restricted'] | null;

export interface Restrict {
  case: string;
  restriction: Restriction;
  reason: string;
  by: Person;
  commandId: string;
}

/** Closes a family to all but the people named, or opens it again. It stands in the history, with the reason. */
export async function restrict(host: Host, command: Restrict): Promise<Carried<{ restricted: boolean }>> {
  const { restriction, reason, by, commandId } = command;
  const accounts = await allAccounts(host.store);
  return carryOut(host, {
    ...{ case: command.case, by: by.id, commandId },
    decide: (_, kase, act) =>
      refuseRestriction(kase, restriction, accounts) ?? noted(kase, restriction, reason, act),
    held: ({ restricted: _, ...held }) => ({ ...held, ...(restriction ? { restricted: restriction } : {}) }),
    reply: () => ({ restricted: restriction !== null }),
  });
}

/** Work must not disappear with the family, and somebody must be able to lift the restriction. */
function refuseRestriction(kase: Case, restriction: Restriction, accounts: Account[]): Outcome | undefined {
  if (!restriction) return undefined;
  const refuse = (reason: string, message: string): Outcome => ({
    ...{ kind: 'refused', reason, message, findings: [] },
  });
  const named = accounts.filter((account) => restriction.to.includes(account.id) && !account.disabled);
  if (named.length < new Set(restriction.to).size) {
    return refuse('unknown-account', 'Somebody you named has no account here: choose again.');
  }
  const lifts = named.some(({ id, roles }) => {
    const person = { id, name: '', serviceTeams: [], roles: roles.map((role) => ({ id: role, name: '' })) };
    return may(person, 'restrict-family', { kind: 'nothing' }).ok;
  });
  if (!lifts) {
    return refuse('nobody-lifts', 'Name at least one person who may lift the restriction again.');
  }
  const working = kase.tasks
    .flatMap((task) => task.assignee ?? [])
    .filter((id) => !restriction.to.includes(id));
  if (working.length === 0) return undefined;
  const names = [...new Set(working)].map((id) => accounts.find((one) => one.id === id)?.displayName ?? id);
  const them = names.length === 1 ? 'them' : 'all of them';
  return refuse(
    'has-work',
    `Work with this family is with ${sayList(names)}. Name ${them} too, or give that work to somebody you named.`,
  );
}

function noted(
  kase: Case,
  restriction: Restriction,
  reason: string,
  act: { by: string; now: string },
): Outcome {
  const copy = structuredClone(kase);
  const entry = {
    ...{ id: `${copy.id}-${String(copy.next++)}`, case: copy.id, kind: 'case-restricted' as const },
    ...{ at: act.now, by: act.by, children: copy.children.map((child) => child.id) },
    about: restriction
      ? { restricted: true, to: restriction.to, shown: restriction.shown, reason }
      : { restricted: false, reason },
  };
  return { kind: 'done', case: copy, blocks: [], people: [], history: [entry], warnings: [] };
}
