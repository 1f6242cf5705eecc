import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  allAccounts,
  nothing,
  roleRequests,
  whoElseLooksAfter,
  type Person,
  type Tell,
} from '../access/index.ts';
import { refuse, refuseWrite } from '../errors.ts';
import { flag, id, listOf, object, sent, text, whole } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { Services } from '../services.ts';
import { carryOut, finishImports } from './carry-out.ts';
import { planImport, type Plan, type Step } from './plan-import.ts';

const administrator = { action: 'manage-accounts', thing: () => nothing } as const;
const table = { type: 'string', minLength: 1, maxLength: 1_000_000 } as const;
const counts = object({ made: whole, changed: whole, disabled: whole, same: whole }, [
  ...(['made', 'changed', 'disabled', 'same'] as const),
]);
const planShape = object(
  {
    faults: listOf(object({ line: whole, message: text }, ['line', 'message'])),
    steps: listOf(
      object({ does: text, name: text, displayName: text, because: listOf(text) }, [
        ...(['does', 'name', 'displayName', 'because'] as const),
      ]),
    ),
    ...{ counts, fingerprint: text },
  },
  ['faults', 'steps', 'counts', 'fingerprint'],
);

interface Sent {
  table: string;
  disableMissing: boolean;
}

/** Accounts by a table: first what it would do, then exactly that. */
export function importRoutes(app: FastifyInstance, services: Services, tell: Tell): void {
  app.post('/api/accounts/import-plan', {
    schema: {
      ...{ summary: 'What a table of accounts would do', tags: ['accounts'] },
      ...{ body: sent({ table, disableMissing: flag }), response: { 200: planShape } },
    },
    config: { may: administrator, audit: { action: 'plan-import' } },
    handler: async (request: FastifyRequest<{ Body: Sent }>) => {
      await finishImports(services);
      return told(await planImport(services, request.body, signedIn(request).id));
    },
  });

  app.post('/api/accounts/import', {
    schema: {
      ...{ summary: 'Carry a table of accounts out', tags: ['accounts'], response: { 200: counts } },
      body: sent({ table, disableMissing: flag, fingerprint: id }),
    },
    config: { may: administrator, audit: { action: 'import-accounts' }, stepUp: true },
    handler: async (request: FastifyRequest<{ Body: Sent & { fingerprint: string } }>) => {
      await finishImports(services);
      const plan = await planImport(services, request.body, signedIn(request).id);
      if (plan.faults.length > 0) refuseFaults(plan);
      if (plan.fingerprint !== request.body.fingerprint) {
        const message =
          'Accounts were changed since you looked at this. Look again at what the table would do.';
        refuse(409, 'changed', message);
      }
      const by = signedIn(request);
      const done = await carryOut(services, plan, by);
      if (!done.ok) refuseWrite(done);
      await tellOthers(services, tell, by, plan);
      request.alsoAbout = await decidedAlone(services, plan);
      return countsOf(plan);
    },
  });
}

/** Entries for what a table gave that nobody else could confirm. */
async function decidedAlone({ store }: Services, plan: Plan) {
  const ours = new Set(plan.steps.map(({ id: one }) => one));
  const alone = (await allAccounts(store)).filter((one) => ours.has(one.id) && one.log?.[0]?.alone);
  return alone.map((one) => ({ action: 'give-roles-alone', thing: { kind: 'account', id: one.id } }));
}

/** Whoever else looks after accounts is told once of a table, whatever of it waits for them. */
async function tellOthers(services: Services, tell: Tell, by: Person, plan: Plan): Promise<void> {
  const ours = new Set(plan.steps.map(({ id: one }) => one));
  const waits = (await roleRequests(services)).some(({ account }) => ours.has(account));
  if (!waits) return;
  const others = await whoElseLooksAfter(services.store, [by.id], services.clock.now());
  for (const { id: to } of others) await tell(services, { to, by: by.id, kind: 'roles-asked' });
}

function refuseFaults(plan: Plan): never {
  const findings = plan.faults.map(({ line, message }) => ({
    ...{ check: 'table', level: 'error' as const, message: `Line ${String(line)}: ${message}` },
  }));
  refuse(422, 'table', 'Nothing was changed: some lines of the table are not right.', { findings });
}

function countsOf({ steps, same }: Plan) {
  const count = (does: Step['does']): number => steps.filter((step) => step.does === does).length;
  return { made: count('make'), changed: count('change'), disabled: count('disable'), same };
}

function told(plan: Plan) {
  const steps = plan.steps.map((step) => {
    const { name, displayName } = step.does === 'disable' ? step : step.wanted;
    return { does: step.does, name, displayName, because: step.does === 'change' ? step.because : [] };
  });
  return { faults: plan.faults, steps, counts: countsOf(plan), fingerprint: plan.fingerprint };
}
