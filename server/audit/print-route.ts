import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Thing } from '../access/index.ts';
import { done, id, sent } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { Store } from '../store/port.ts';

const kinds = ['family', 'record', 'person', 'task'] as const;

interface Printed {
  kind: (typeof kinds)[number];
  id: string;
}

/**
 * A page says that it is about to be printed. What stands on it was read under a right of its own; here it only leaves
 * its mark, so anybody signed in may say it, and it tells nothing back of what there is.
 */
export function printRoute(app: FastifyInstance, { store }: Services): void {
  app.post('/api/prints', {
    schema: {
      ...{ summary: 'A page is about to be printed', tags: ['audit'], response: { 200: done } },
      body: sent({ kind: { enum: kinds }, id }),
    },
    config: {
      may: {
        action: 'be-signed-in',
        thing: (request: FastifyRequest) => printed(store, request.body as Printed),
      },
      audit: { action: 'print-page' },
    },
    handler: () => ({ ok: true }),
  });
}

async function printed(store: Store, { kind, id: of }: Printed): Promise<Thing> {
  const caseId = await caseOf(store, kind, of);
  return { kind, id: of, ...(caseId === undefined ? {} : { case: caseId }) };
}

async function caseOf(store: Store, kind: Printed['kind'], of: string): Promise<string | undefined> {
  switch (kind) {
    case 'family':
      return (await store.family(of))?.id;
    case 'record':
      return (await store.record(of))?.case;
    case 'task':
      return (await store.task(of))?.case;
    case 'person': {
      const { rows } = await store.list('families-of-person', { person: of }, { limit: 2 });
      return rows.length === 1 ? rows[0]?.id : undefined;
    }
  }
}
