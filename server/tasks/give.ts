import { giveTasks } from '#engine';
import { accountOf, managesFamily, may, rightsHere, taskThing } from '../access/index.ts';
import type { Account, Person, RoleRights } from '../access/index.ts';
import { carryOut } from '../cases/index.ts';
import type { Carried } from '../cases/index.ts';
import { dealWith } from '../escalations/index.ts';
import type { Host } from '../host.ts';
import type { FamilyRow, TaskRow } from '../store/port.ts';

export interface Giving {
  /** account id, or null: back to the team's queue */
  to: string | null;
  reason?: string;
  commandId: string;
}

/** Why a task was not given, for whoever asked. */
export interface NotGiven {
  code: string;
  say: string;
}

/** Takes tasks of one family, gives them to a colleague, or puts them back; refused in words when that may not be. */
export async function give(
  host: Host,
  person: Person,
  rows: TaskRow[],
  giving: Giving,
): Promise<NotGiven | Carried<unknown>> {
  const [first] = rows;
  const family = first && (await host.store.family(first.case));
  if (!first || !family) return { kind: 'unknown' };
  const refused = rows.map((row) => refuseGiver(person, row, family, giving.to)).find(Boolean);
  if (refused) return refused;
  const account = giving.to === null ? undefined : (await accountOf(host.store, giving.to))?.body;
  const roles = account ? await rolesHeld(host, account) : [];
  const unable =
    giving.to === null
      ? undefined
      : rows.map((row) => refuseTaker(account, roles, row, family)).find(Boolean);
  if (unable) return unable;
  const { to, reason, commandId } = giving;
  const tasks = rows.map((row) => row.id);
  const given = await carryOut(host, {
    ...{ case: first.case, by: person.id, commandId },
    decide: (_, kase, act) => giveTasks(kase, { tasks, to, ...(reason ? { reason } : {}) }, act),
    // whoever writes with families holds this one from now on, should nobody hold it yet
    held: (held) => (account && holds(roles) && !held.worker ? { ...held, ...heldBy(account) } : held),
    reply: () => ({ ok: true }),
  });
  // whoever gives a late task away and says why has dealt with it
  const done = given.kind === 'done' && to !== null && reason !== undefined;
  if (done) await dealWith(host, rows, { how: 'given', reason, by: person.id });
  return given;
}

/** Taking what nobody has, and putting back one's own, is everyone's; the rest is for those who give work. */
function refuseGiver(
  person: Person,
  row: TaskRow,
  family: FamilyRow,
  to: string | null,
): NotGiven | undefined {
  const thing = taskThing(row, family);
  const seen = may(person, 'read-task', thing);
  if (!seen.ok) return seen;
  const given = may(person, 'give-task', thing);
  if (given.ok) return undefined;
  const takes = to === person.id && row.assignee === undefined;
  const putsBack = to === null && row.assignee === person.id;
  if (takes || putsBack) {
    const taken = may(person, 'take-task', thing);
    return taken.ok ? undefined : taken;
  }
  if (to === person.id && row.assignee === person.id) return undefined;
  if (row.assignee === undefined || row.assignee === person.id) return given;
  return {
    code: 'with-another',
    say: `“${row.what}” is with a colleague. Ask them to put it back, or their manager to give it to you.`,
  };
}

/** A task goes to somebody who can do its step, and who may know of the family. */
export function refuseTaker(
  account: Account | undefined,
  held: RoleRights[],
  row: TaskRow,
  family: FamilyRow,
): NotGiven | undefined {
  const name = account && !account.disabled ? account.displayName : 'Somebody who left';
  const able = held.filter((one) => one.performs.includes(row.role.id));
  if (!account || account.disabled || able.length === 0) {
    const role = row.role.name.toLowerCase();
    return {
      code: 'not-their-role',
      say: `${name} cannot do “${row.what}”: it is for another role (${role}).`,
    };
  }
  const team = account.team === undefined ? {} : { team: { id: account.team, name: '' } };
  if (able.every((one) => one.independent) && managesFamily(team, { families: [family] }, held)) {
    const say = `${name} manages the team that holds this family: “${row.what}” is for somebody independent of it.`;
    return { code: 'not-independent', say };
  }
  if (account.conflicts?.includes(family.id)) {
    return { code: 'restricted', say: `${name} cannot be given this. Choose somebody else.` };
  }
  if (!family.restricted || family.restricted.to.includes(account.id)) return undefined;
  return { code: 'restricted', say: `${name} is not among those who may know of this family.` };
}

export async function rolesHeld(host: Host, { roles }: Account): Promise<RoleRights[]> {
  const rights = await rightsHere(host.store);
  return roles.flatMap((role) => rights.get(role) ?? []);
}

export function holds(held: RoleRights[]): boolean {
  return held.some((one) => one.holdsFamilies);
}

export function heldBy({ id, team }: Account): { worker: string; team?: string } {
  return { worker: id, ...(team ? { team } : {}) };
}
