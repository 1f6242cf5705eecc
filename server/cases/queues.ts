import type { CaseChange, Task } from '#engine';
import { giveTasks } from '#engine';
import { allAccounts, defaultRights, performsOf } from '../access/index.ts';
import type { Account } from '../access/index.ts';
import type { Store } from '../store/port.ts';
import type { Held } from './held.ts';

/** The authority's own data: in which team's queue a step or a role stands, where it is not the family's own team. */
export type Queues = Record<string, string>;

export async function queuesOf(store: Store): Promise<Queues> {
  return (await store.document<Queues>('setting', 'queues'))?.body ?? {};
}

/** The team in whose queue a task stands: that of its step, of its role, or else the family's. */
export function queueOf(queues: Queues, task: Pick<Task, 'step' | 'role'>, held: Held): string | undefined {
  return queues[task.step] ?? queues[task.role] ?? held.team;
}

/**
 * Gives what opened to whom it plainly falls: the family's own worker, or the only one of that role in the team.
 * Everything else waits in the team's queue.
 */
export async function giveOpened(
  store: Store,
  change: CaseChange,
  held: Held,
  queues: Queues,
  act: { by: string; now: string },
): Promise<CaseChange> {
  const free = change.case.tasks.filter((task) => !task.assignee && task.opened === act.now);
  if (free.length === 0) return change;
  const accounts = (await allAccounts(store)).filter(
    (account) =>
      !account.disabled &&
      !account.conflicts?.includes(change.case.id) &&
      (!held.restricted || held.restricted.to.includes(account.id)),
  );
  let given = change;
  for (const task of free) {
    const to = fallsTo(accounts, task, held, queueOf(queues, task, held));
    const outcome = to ? giveTasks(given.case, { tasks: [task.id], to }, act) : undefined;
    if (outcome?.kind !== 'done') continue;
    given = { ...given, case: outcome.case, history: [...given.history, ...outcome.history] };
  }
  return given;
}

function fallsTo(accounts: Account[], task: Task, held: Held, team: string | undefined): string | undefined {
  const worker = accounts.find((account) => account.id === held.worker);
  if (worker && isOfRole(worker, task.role)) return worker.id;
  const able = accounts.filter((account) => account.team === team && account.roles.includes(task.role));
  const [only] = able;
  // where a family has no worker yet, choosing one is a manager's decision, even in a team of one
  const decides = accounts.some((account) => isHolder(account, task.role));
  return able.length === 1 && !decides ? only?.id : undefined;
}

function isOfRole(account: Account, role: string): boolean {
  return performsOf(account.roles.map((id) => ({ id }))).includes(role) && isHolder(account, role);
}

/** Whether the role is one that holds families, and the account has it. */
function isHolder(account: Account, role: string): boolean {
  return account.roles.includes(role) && defaultRights.get(role)?.holdsFamilies === true;
}
