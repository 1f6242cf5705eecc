import type { FastifyInstance } from 'fastify';
import { familyNamed } from '../access/index.ts';
import type { Host } from '../host.ts';
import { flag, listOf, object, params, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { OfFamily } from './of-family.ts';
import { withheldList } from './withheld-list.ts';

const item = object(
  {
    ...{ id: text, what: text, record: text, from: text, inFamily: flag, reason: text, by: text, at: text },
  },
  ['id', 'what', 'from', 'inFamily', 'reason', 'by', 'at'],
);
const page = object({ case: text, name: text, items: listOf(item) }, ['case', 'name', 'items']);

/** What is withheld of a family, as one list. */
export function withheldRoutes(app: FastifyInstance, host: Host): void {
  app.get('/api/cases/:id/withheld', {
    schema: {
      ...{ summary: 'Everything that is withheld of a family: from whom, why, and who decided' },
      ...{ tags: ['withholding'], params: params('id'), response: { 200: page } },
    },
    config: {
      may: { action: 'withhold-part', thing: familyNamed(host) },
      audit: { action: 'read-withholdings' },
    },
    handler: (request: OfFamily) => withheldList(host, request.params.id, signedIn(request)),
  });
}
