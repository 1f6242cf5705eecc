import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyNamed, recordNamed, thingOfCase, type Thing } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import { done, id, listOf, object, params, sent, text } from '../schemas.ts';
import type { Host } from '../host.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { isFrom, type Withheld } from './withheld.ts';
import { lift, sayWithheld, withholdAnswer, withholdRow, type Asked } from './withhold.ts';

type ById<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;

const reason = { type: 'string', minLength: 1, maxLength: 2000 } as const;
const from = { anyOf: [sent({ account: id }), sent({ person: id })] } as const;
const said = object(
  {
    ...{ id: text, question: text, child: text, part: text, block: text, row: text },
    ...{ reason: text, at: text, by: text },
    from: object({ account: text, person: text, name: text }, []),
  },
  ['id', 'reason', 'at', 'by', 'from'],
);
const made = object({ id: text }, ['id']);

/** Withholding parts of a family's record from somebody, with the reason, and lifting it again. */
export function withholdingRoutes(app: FastifyInstance, host: Host): void {
  const { store } = host;
  const withholds = { action: 'withhold-part', thing: recordNamed(host) } as const;
  const ofRecord = { tags: ['withholding'], params: params('id') };

  app.get('/api/records/:id/withholdings', {
    schema: { summary: 'What is withheld of a record', ...ofRecord, response: { 200: listOf(said) } },
    config: { may: withholds, audit: { action: 'read-withholdings' } },
    handler: async (request: ById) => {
      const record = (await store.record(request.params.id)) ?? refuseAbsent();
      return readableTo(request, await sayWithheld(store, record.case, record.id));
    },
  });

  app.post('/api/records/:id/withholdings', {
    schema: {
      ...{ summary: 'Withhold an answer from somebody, with the reason', ...ofRecord },
      ...{ body: sent({ question: id, child: id, from, reason }, ['child']), response: { 200: made } },
    },
    config: { may: withholds, audit: { action: 'withhold-part' } },
    handler: async (request: ById<Asked>) => {
      const record = (await store.record(request.params.id)) ?? refuseAbsent();
      return withholdAnswer(host, record, request.body, signedIn(request));
    },
  });
  rowRoutes(app, host);

  app.post('/api/withholdings/:id/lifting', {
    schema: {
      ...{ summary: 'Lift what was withheld, with a reason', ...ofRecord },
      ...{ body: sent({ reason }), response: { 200: done } },
    },
    config: {
      may: { action: 'withhold-part', thing: withheldNamed(host) },
      audit: { action: 'lift-withholding' },
    },
    handler: async (request: ById<{ reason: string }>) => {
      await lift(host, request.params.id, signedIn(request).id, request.body.reason);
      return { ok: true };
    },
  });
}

function rowRoutes(app: FastifyInstance, services: Services): void {
  const { store } = services;
  const withholds = { action: 'withhold-part', thing: familyNamed(services) } as const;
  const shared = { tags: ['withholding'], params: params('id') };

  app.get('/api/cases/:id/withholdings', {
    schema: { summary: 'What is withheld of the family’s map', ...shared, response: { 200: listOf(said) } },
    config: { may: withholds, audit: { action: 'read-withholdings' } },
    handler: async (request: ById) => readableTo(request, await sayWithheld(store, request.params.id)),
  });

  app.post('/api/cases/:id/withholdings', {
    schema: {
      ...{ summary: 'Withhold a row of the family’s map from somebody, with the reason', ...shared },
      ...{ body: sent({ part: id, block: id, row: id, from, reason }), response: { 200: made } },
    },
    config: { may: withholds, audit: { action: 'withhold-part' } },
    handler: (request: ById<Asked>) =>
      withholdRow(services, request.params.id, request.body, signedIn(request)),
  });
}

/** Nobody is told what is withheld from them, nor why. */
function readableTo<One extends { from: object }>(request: ById, all: One[]): One[] {
  const { id: account } = signedIn(request);
  return all.filter(({ from: whom }) => !isFrom({ from: whom } as Withheld, account));
}

/** What is withheld from somebody is not theirs to lift. */
function withheldNamed(services: Services) {
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const { id } = request.params as { id: string };
    const found = await services.store.document<Withheld>('withheld', id);
    if (!found) return undefined;
    const { from: whom, case: caseId } = found.body;
    return thingOfCase(services, caseId, {
      ...{ kind: 'record', id: found.id },
      ...('account' in whom ? { withheldFrom: [whom.account] } : {}),
    });
  };
}
