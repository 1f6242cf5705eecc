import {
  accountOf,
  changeAccount,
  closeSessionsOf,
  createAccount,
  isOpen,
  type Account,
} from '../access/index.ts';
import type { Services } from '../services.ts';
import type { Refused } from '../store/port.ts';
import type { Plan, Step } from './plan-import.ts';

interface Import {
  steps: Step[];
}

const owner = 'import';

/**
 * Carries a plan out. It is written down whole before its first step, so that one that was cut off is finished by
 * whoever looks next: nothing stays half done. Every step may be done twice.
 */
export async function carryOut(services: Services, plan: Plan): Promise<{ ok: true } | Refused> {
  const { store } = services;
  const id = `import-${plan.fingerprint}`;
  const body: Import = { steps: plan.steps };
  const put = await store.put({ kind: 'provisioning', id, owner, expecting: 0, body });
  // the same plan is under way already: both do it, once
  if (!put.ok && put.reason !== 'conflict') return put;
  return finish(services, id, plan.steps);
}

/** Finishes imports that were cut off. */
export async function finishImports(services: Services): Promise<void> {
  const { rows } = await services.store.list('documents', { kind: 'provisioning', owner }, { limit: 100 });
  for (const row of rows) await finish(services, row.id, (row.body as Import).steps);
}

async function finish(services: Services, id: string, steps: Step[]): Promise<{ ok: true } | Refused> {
  for (const step of steps) {
    const done = await doStep(services, step);
    if (!done.ok) return done;
  }
  const removed = await services.store.remove('provisioning', id);
  return removed.ok || removed.reason === 'conflict' ? { ok: true } : removed;
}

async function doStep(services: Services, step: Step): Promise<{ ok: true } | Refused> {
  const { store } = services;
  const found = await accountOf(store, step.id);
  if (step.does === 'make' && !found) {
    const made = await createAccount(store, { ...step.wanted, id: step.id, source: 'csv' });
    // somebody was quicker with this name: it is theirs, and the table can be sent again
    return made.ok || made.reason === 'conflict' ? { ok: true } : made;
  }
  if (!found) return { ok: true };
  const next = after(found.body, step);
  const put = await changeAccount(store, next, found.revision);
  if (!put.ok) return put.reason === 'conflict' ? doStep(services, step) : put;
  if (!isOpen(next, services.clock.now())) await closeSessionsOf(services, step.id);
  return { ok: true };
}

function after(account: Account, step: Step): Account {
  if (step.does === 'disable') return { ...account, disabled: true };
  const { team: _team, until: _until, disabled: _disabled, ...rest } = account;
  const { name: _name, ...wanted } = step.wanted;
  return { ...rest, ...wanted };
}
