import { createHash } from 'node:crypto';
import { noteInHistory } from '#engine';
import { accountOf, allAccounts, isOpen, personFrom, roleName } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { carryOut } from '../cases/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import type { FamilyRow, TaskRow } from '../store/port.ts';
import { dealWith } from './deal-with.ts';
import { isFor, ownerOf, rolesToTell } from './escalation.ts';
import type { Escalation, To } from './escalation.ts';

export interface Escalating {
  to: To;
  reason: string;
  task?: string;
  children?: string[];
  commandId: string;
}

/** Takes something of a family further, with a reason: it stands in the history and at the top of somebody's worklists. */
export async function escalate(
  host: Host,
  person: Person,
  caseId: string,
  asked: Escalating,
): Promise<{ id: string }> {
  const family = (await host.store.family(caseId)) ?? refuseAbsent();
  const task = asked.task === undefined ? undefined : await taskHere(host, family, asked.task);
  await refuseNobody(host, asked.to, family);
  const children = childrenOf(family, asked.children ?? task?.children.map(({ id }) => id));
  const { reason, commandId, to } = asked;
  const id = createHash('sha256').update(`${caseId} ${person.id} ${commandId}`).digest('hex').slice(0, 32);
  replyOf(
    await carryOut(host, {
      ...{ case: caseId, by: person.id, commandId },
      decide: (_, kase, act) =>
        noteInHistory(kase, { kind: 'escalated', children, about: aboutOf(id, to, reason, task) }, act),
      reply: () => ({ id }),
    }),
  );
  const body: Escalation = {
    ...{ kind: 'escalation', case: caseId, children, to, reason, by: person.id, at: host.clock.now() },
    ...(task ? { task: task.id, what: task.what } : {}),
  };
  const there = await host.store.document('escalation', id);
  if (!there) {
    const place = { kind: 'escalation', id, owner: ownerOf(to), about: caseId, case: caseId } as const;
    const put = await host.store.put({
      ...place,
      body,
      expecting: 0,
      change: { kind: 'case', case: caseId },
    });
    if (!put.ok) refuseWrite(put);
  }
  if (task) await dealWith(host, [task], { how: 'escalated', reason, by: person.id });
  return { id };
}

function aboutOf(id: string, to: To, reason: string, task: TaskRow | undefined): Record<string, unknown> {
  const whom = 'role' in to ? to.role : to.account;
  return { escalation: id, to: whom, reason, ...(task ? { task: task.id, step: task.step } : {}) };
}

async function taskHere({ store }: Host, family: FamilyRow, id: string): Promise<TaskRow> {
  const row = await store.task(id);
  if (row?.state === 'open' && row.case === family.id) return row;
  return refuse(409, 'not-open', 'This task is no longer open. Look at the family before taking it further.');
}

/** Children of the family; none named: all of them. */
function childrenOf(family: FamilyRow, asked: string[] | undefined): string[] {
  const known = family.children.map(({ id }) => id);
  return asked ? known.filter((id) => asked.includes(id)) : known;
}

/** It has to reach somebody: a role nobody near the family has, or a colleague who may not know of it, is refused. */
async function refuseNobody(host: Host, to: To, family: FamilyRow): Promise<void> {
  if ('account' in to) {
    const account = (await accountOf(host.store, to.account))?.body;
    const known = account && isOpen(account, host.clock.now());
    if (known && isFor(await personFrom(host, account), to, family)) return;
    refuse(422, 'unknown-account', 'This colleague cannot open this family. Choose somebody else.');
  }
  const known = rolesToTell().some(({ id }) => id === to.role);
  const accounts = known ? await allAccounts(host.store) : [];
  for (const account of accounts) {
    if (!account.roles.includes(to.role) || !isOpen(account, host.clock.now())) continue;
    if (isFor(await personFrom(host, account), to, family)) return;
  }
  const role = roleName(to.role).toLowerCase();
  refuse(
    422,
    'nobody-there',
    `There is no ${role} who can open this family. Choose another role, or a colleague.`,
  );
}
