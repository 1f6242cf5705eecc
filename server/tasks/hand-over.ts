import { giveTasks, noteInHistory } from '#engine';
import type { Case, CaseChange, Outcome } from '#engine';
import { accountOf, familyThing, isClosed, isOpen, may, personFrom } from '../access/index.ts';
import type { Account, Person, RoleRights } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { carryOut } from '../cases/index.ts';
import { RefusedRequest } from '../errors.ts';
import type { Host } from '../host.ts';
import type { FamilyRow } from '../store/port.ts';
import { heldBy, holds, refuseTaker, rolesHeld } from './give.ts';
import type { NotGiven } from './give.ts';

export interface HandingOver {
  cases: string[];
  /** who holds the families from now on, with their team */
  to: string;
  reason: string;
  commandId: string;
}

export interface HandedOver {
  case: string;
  ok: boolean;
  message?: string;
  /** why it was refused, for the trail of the family; absent where there is no such family */
  refused?: string;
  /** open tasks that went with the family */
  tasks?: number;
}

/** Hands families over to another worker, each with the open tasks of the one before; what fails in one stops no other. */
export async function handOver(host: Host, person: Person, asked: HandingOver): Promise<HandedOver[]> {
  const account = (await accountOf(host.store, asked.to))?.body;
  const held = account ? await rolesHeld(host, account) : [];
  const results: HandedOver[] = [];
  for (const id of [...new Set(asked.cases)]) {
    results.push(await handOne(host, person, { ...asked, case: id, account, held }).catch(said(id)));
  }
  return results;
}

const said =
  (id: string) =>
  (fault: unknown): HandedOver => {
    if (!(fault instanceof RefusedRequest)) throw fault;
    const { reason, message } = fault.body.refusal;
    return no(id, message, reason);
  };

interface One extends HandingOver {
  case: string;
  account: Account | undefined;
  held: RoleRights[];
}

async function handOne(host: Host, person: Person, one: One): Promise<HandedOver> {
  const family = await host.store.family(one.case);
  if (!family) return no(one.case, 'There is nothing here, or it is not for you to see.');
  const answer = may(person, 'give-task', familyThing(family));
  if (!answer.ok) return no(one.case, answer.say, answer.code);
  const unable = await refuseHolder(host, one, family);
  if (unable) return no(one.case, unable.say, unable.code);
  const account = one.account as Account;
  const able = await goingAlong(host, family, account, one.held);
  let gone = 0;
  const act = { case: family.id, by: person.id, commandId: `${one.commandId}-${family.id}` };
  const reply = replyOf(
    await carryOut(host, {
      ...act,
      decide: (_, kase, by) => {
        // one that somebody took, or completed, in this moment is theirs
        const going = kase.tasks.filter(({ id, assignee }) => able.has(id) && assignee === family.worker);
        gone = going.length;
        return handed(kase, going, { ...one, before: family.worker }, by);
      },
      held: (held) => ({ ...held, ...heldBy(account) }),
      reply: () => ({ tasks: gone }),
    }),
  );
  return { case: family.id, ok: true, tasks: reply.tasks };
}

const no = (id: string, message: string, refused?: string): HandedOver => ({
  ...{ case: id, ok: false, message },
  ...(refused === undefined ? {} : { refused }),
});

/** Families are held by whoever writes with them, and by nobody to whom they are closed. */
async function refuseHolder(
  host: Host,
  { account, held }: One,
  family: FamilyRow,
): Promise<NotGiven | undefined> {
  const name = account?.displayName ?? 'Somebody who left';
  if (!account || !isOpen(account, host.clock.now()) || !holds(held)) {
    return {
      code: 'not-their-role',
      say: `${name} cannot hold a family. Choose somebody who works with families.`,
    };
  }
  if (family.worker === account.id) return { code: 'theirs', say: `${family.name} is with ${name} already.` };
  if (!isClosed(await personFrom(host, account), family)) return undefined;
  return { code: 'restricted', say: `${name} cannot be given this. Choose somebody else.` };
}

/** Ids of the open tasks of whoever held the family that the next one can do; the rest stays where it is. */
async function goingAlong(
  { store }: Host,
  family: FamilyRow,
  account: Account,
  held: RoleRights[],
): Promise<Set<string>> {
  if (family.worker === undefined) return new Set();
  const { rows } = await store.list('case-tasks', { case: family.id, state: 'open' }, { limit: 500 });
  const able = rows.filter(
    (row) => row.assignee === family.worker && !refuseTaker(account, held, row, family),
  );
  return new Set(able.map(({ id }) => id));
}

/** One command: the tasks that go along, and the family itself. */
function handed(
  kase: Case,
  going: { id: string }[],
  { to, reason, before }: One & { before: string | undefined },
  act: { by: string; now: string },
): Outcome {
  const tasks = going.map(({ id }) => id);
  const given = tasks.length > 0 ? giveTasks(kase, { tasks, to, reason }, act) : undefined;
  const first: CaseChange | undefined = given?.kind === 'done' ? given : undefined;
  const about = { to, reason, ...(before === undefined ? {} : { before }) };
  const noted = noteInHistory(first?.case ?? kase, { kind: 'case-given', about }, act);
  if (noted.kind !== 'done') return noted;
  return { ...noted, history: [...(first?.history ?? []), ...noted.history] };
}
