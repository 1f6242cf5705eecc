import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { done, flag, listOf, object, params, text, whole } from '../schemas.ts';
import { statusOf } from './status.ts';

const keeper = { action: 'see-operations', thing: () => nothing } as const;
const number = { type: 'number' } as const;
const store = object({ ok: flag, kind: text, writable: flag, message: text }, ['ok', 'kind', 'writable']);
const incident = object({ case: text, due: text, attempts: whole, message: text }, [
  ...(['case', 'due', 'attempts', 'message'] as const),
]);
const quarantined = object({ id: text, since: text, message: text }, ['id', 'since', 'message']);
const node = object({ process: text, version: text, since: text, seen: text, here: flag }, [
  ...(['process', 'version', 'since', 'seen', 'here'] as const),
]);
const pathway = object({ id: text, name: text, current: flag }, ['id', 'name', 'current']);
const status = object(
  {
    ...{ version: text, demonstration: flag, leaving: flag, store },
    queue: object({ lag: number, due: whole }, ['lag', 'due']),
    incidents: object({ count: whole, rows: listOf(incident) }, ['count', 'rows']),
    quarantined: object({ count: whole, rows: listOf(quarantined) }, ['count', 'rows']),
    audit: object({ waiting: whole }, ['waiting']),
    anchoring: object({ ok: flag, at: text, tried: text, message: text }, ['ok']),
    ...{ nodes: listOf(node), pathways: listOf(pathway) },
  },
  [
    ...(['version', 'demonstration', 'leaving', 'store', 'queue', 'incidents', 'quarantined'] as const),
    ...(['audit', 'anchoring', 'nodes', 'pathways'] as const),
  ],
);

/** For those who keep the service running: what is stuck, and to try it again. No content of any family. */
export function operationsRoutes(app: FastifyInstance, host: Host, version: string): void {
  app.get('/api/operations', {
    schema: {
      summary: 'How the service stands: incidents, damaged cases, audit, anchors, servers',
      ...{ tags: ['service'], response: { 200: status } },
    },
    config: { may: keeper, audit: { action: 'see-operations' } },
    handler: () => statusOf(app, host, version),
  });

  app.post('/api/operations/incidents/:id/retry', {
    schema: {
      summary: 'Wake a case again that was given up after five attempts',
      ...{ tags: ['service'], params: params('id'), response: { 200: done } },
    },
    config: { may: keeper, audit: { action: 'retry-incident' } },
    handler: async (request: FastifyRequest<{ Params: { id: string } }>) => {
      const { id } = request.params;
      if (!(await isIncident(host, id))) refuseAbsent();
      // the audit names the case that was woken
      request.thing = { ...nothing, id, case: id };
      await host.store.retry(id);
      return { ok: true };
    },
  });
}

async function isIncident({ store: from }: Host, id: string): Promise<boolean> {
  let after: string | undefined;
  do {
    const { rows, next } = await from.list('incidents', {}, after === undefined ? {} : { after });
    if (rows.some((row) => row.case === id)) return true;
    after = next;
  } while (after !== undefined);
  return false;
}
