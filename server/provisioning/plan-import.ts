import { hash } from 'node:crypto';
import {
  allAccounts,
  allTeams,
  defaultRights,
  endFault,
  looksAfter,
  rightsHere,
  sameName,
  type Account,
} from '../access/index.ts';
import type { Services } from '../services.ts';
import { readLine, type Wanted } from './read-line.ts';
import { readTable, type Fault } from './read-table.ts';

/** One thing an import does. `id` is decided with the plan, so that a step done twice is done once. */
export type Step =
  | { does: 'make'; id: string; wanted: Wanted }
  | { does: 'change'; id: string; wanted: Wanted; because: string[] }
  | { does: 'disable'; id: string; name: string; displayName: string };

export interface Plan {
  faults: Fault[];
  steps: Step[];
  /** lines that already hold */
  same: number;
  /** what it was made of: a plan is carried out only while it is still the same one */
  fingerprint: string;
}

/**
 * What a table would do to the accounts there are. Somebody who is missing from it is only touched when asked, and
 * only if their account came by a table.
 */
export async function planImport(
  { store, clock }: Services,
  ask: { table: string; disableMissing: boolean },
  by: string,
): Promise<Plan> {
  const read = readTable(ask.table);
  if (!read.ok) return planned(read.faults, [], 0);
  const [accounts, teams, rights] = await Promise.all([
    allAccounts(store),
    allTeams(store),
    rightsHere(store),
  ]);
  const roles = [...defaultRights.values()];
  const byName = new Map(accounts.map((one) => [sameName(one.name), one]));
  const faults: Fault[] = [];
  const steps: Step[] = [];
  const seen = new Map<string, number>();
  for (const line of read.lines) {
    const { wanted, faults: found } = readLine(line, { roles, teams });
    const before = seen.get(sameName(wanted.name));
    const account = byName.get(sameName(wanted.name));
    const messages = [...found];
    const endless = endFault(rights, wanted, clock.now());
    if (endless !== undefined) messages.push(endless);
    if (account?.id === by && decides(account, wanted)) {
      messages.push('This is your own account: a colleague who looks after accounts changes it.');
    }
    if (before !== undefined && wanted.name !== '')
      messages.push(`The username stands in line ${String(before)} already.`);
    if (account?.source === 'scim') messages.push('This account comes from the directory: change it there.');
    seen.set(sameName(wanted.name), before ?? line.line);
    faults.push(...messages.map((message) => ({ line: line.line, message })));
    const step = stepFor(account, wanted);
    if (step) steps.push(step);
  }
  const same = read.lines.length - steps.length;
  if (ask.disableMissing) steps.push(...missing(accounts, seen));
  if (!someoneLooksAfter(accounts, steps, clock.now())) {
    faults.push({ line: 1, message: 'Nobody would be left to look after accounts. Keep an administrator.' });
  }
  return planned(faults, steps, same);
}

function stepFor(account: Account | undefined, wanted: Wanted): Step | undefined {
  if (!account) {
    // the id follows from the name: the same table sent twice at once makes nobody twice
    return { does: 'make', id: `table-${hash('sha256', sameName(wanted.name), 'hex').slice(0, 24)}`, wanted };
  }
  const because = [
    ...(account.displayName === wanted.displayName ? [] : ['name']),
    ...(String([...account.roles].sort()) === String([...wanted.roles].sort()) ? [] : ['roles']),
    ...(account.team === wanted.team ? [] : ['team']),
    ...(account.until === wanted.until ? [] : ['until']),
    ...(account.disabled ? ['disabled'] : []),
  ];
  return because.length === 0 ? undefined : { does: 'change', id: account.id, wanted, because };
}

/** Whether a line says something else about what somebody may do. */
function decides(account: Account, { roles, team, until }: Wanted): boolean {
  const same = String([...account.roles].sort()) === String([...roles].sort());
  return !same || account.team !== team || account.until !== until;
}

function missing(accounts: Account[], seen: Map<string, number>): Step[] {
  return accounts
    .filter((one) => one.source === 'csv' && !one.disabled && !seen.has(sameName(one.name)))
    .map(({ id, name, displayName }) => ({ does: 'disable', id, name, displayName }));
}

function someoneLooksAfter(accounts: Account[], steps: Step[], now: string): boolean {
  if (!accounts.some((one) => looksAfter(one, now))) return true;
  const after = new Map(accounts.map((one) => [one.id, one]));
  for (const step of steps) {
    const before = after.get(step.id);
    if (step.does === 'disable') {
      if (before) after.set(step.id, { ...before, disabled: true });
    } else after.set(step.id, { id: step.id, ...step.wanted });
  }
  return [...after.values()].some((one) => looksAfter(one, now));
}

function planned(faults: Fault[], steps: Step[], same: number): Plan {
  const fingerprint = hash('sha256', JSON.stringify(steps), 'base64url');
  return { faults, steps: faults.length > 0 ? [] : steps, same, fingerprint };
}
