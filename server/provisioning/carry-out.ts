import {
  accountOf,
  askForRoles,
  changeAccount,
  closeSessionsOf,
  createAccount,
  isOpen,
  logged,
  newRoles,
  weigh,
  type Account,
  type Person,
} from '../access/index.ts';
import type { Services } from '../services.ts';
import type { Refused } from '../store/port.ts';
import type { Plan, Step } from './plan-import.ts';

type Giver = Pick<Person, 'id' | 'roles'>;

interface Import {
  steps: Step[];
  /** whose table it is: who finishes it does so in their name */
  by?: Giver;
}

const owner = 'import';

/**
 * Carries a plan out. It is written down whole before its first step, so that one that was cut off is finished by
 * whoever looks next: nothing stays half done. Every step may be done twice.
 */
export async function carryOut(
  services: Services,
  plan: Plan,
  { id: giver, roles }: Giver,
): Promise<{ ok: true } | Refused> {
  const { store } = services;
  const id = `import-${plan.fingerprint}`;
  const body: Import = { steps: plan.steps, by: { id: giver, roles } };
  const put = await store.put({ kind: 'provisioning', id, owner, expecting: 0, body });
  // the same plan is under way already: both do it, once
  if (!put.ok && put.reason !== 'conflict') return put;
  return finish(services, id, body);
}

/** Finishes imports that were cut off. */
export async function finishImports(services: Services): Promise<void> {
  const { rows } = await services.store.list('documents', { kind: 'provisioning', owner }, { limit: 100 });
  for (const row of rows) await finish(services, row.id, row.body as Import);
}

async function finish(
  services: Services,
  id: string,
  { steps, by }: Import,
): Promise<{ ok: true } | Refused> {
  for (const step of steps) {
    const done = await doStep(services, step, by ?? nobody);
    if (!done.ok) return done;
  }
  const removed = await services.store.remove('provisioning', id);
  return removed.ok || removed.reason === 'conflict' ? { ok: true } : removed;
}

/** Begun by an earlier release, which did not write down whose it was: as somebody without any role. */
const nobody: Giver = { id: 'table', roles: [] };

/** What a step gives is weighed when it is done: what waits for a second person is not held until then. */
async function doStep(services: Services, step: Step, by: Giver): Promise<{ ok: true } | Refused> {
  const { store, clock } = services;
  const now = clock.now();
  const found = await accountOf(store, step.id);
  if (step.does !== 'make' && !found) return { ok: true };
  // done already, before it was cut off
  if (step.does === 'make' && found) return { ok: true };
  const wanted = after(found?.body, step);
  const roles = newRoles(found?.body, wanted, now);
  const weighed = await weigh(store, { by, to: step.id, roles }, now);
  const held = { ...wanted, roles: wanted.roles.filter((role) => !weighed.waiting.includes(role)) };
  const act = { by: by.id, at: now, ...(weighed.alone ? { alone: true as const } : {}) };
  const next = logged(found?.body, held, act);
  // asked first: a step that is cut off here is done again, and asks again
  if (weighed.waiting.length > 0) {
    await askForRoles(services, { account: step.id, roles: weighed.waiting, by: by.id });
  }
  if (!found) {
    const made = await createAccount(store, next);
    // somebody was quicker with this name: it is theirs, and the table can be sent again
    return made.ok || made.reason === 'conflict' ? { ok: true } : made;
  }
  const put = await changeAccount(store, next, found.revision);
  if (!put.ok) return put.reason === 'conflict' ? doStep(services, step, by) : put;
  if (!isOpen(next, now)) await closeSessionsOf(services, step.id);
  return { ok: true };
}

function after(account: Account | undefined, step: Step): Account {
  if (step.does === 'disable') {
    const { id, name, displayName } = step;
    return { ...(account ?? { id, name, displayName, roles: [] }), disabled: true };
  }
  if (!account) return { ...step.wanted, id: step.id, source: 'csv' };
  const { team: _team, until: _until, disabled: _disabled, ...rest } = account;
  const { name: _name, ...wanted } = step.wanted;
  return { ...rest, ...wanted };
}
