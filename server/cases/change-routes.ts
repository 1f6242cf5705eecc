import type { FastifyInstance } from 'fastify';
import { familyNamed } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { TaskRow } from '../store/port.ts';
import { changeNetwork, peopleIn } from './change-network.ts';
import type { NetworkChange } from './change-network.ts';
import { readAs } from '../withholding/index.ts';
import { giveNews } from './give-news.ts';
import type { NewsGiven } from './give-news.ts';
import { joinOthers } from './join-others.ts';
import type { OfFamily } from './of-family.ts';
import { restrict } from './restrict.ts';
import type { Restriction } from './restrict.ts';
import { sayTasks } from './say-task.ts';
import * as shapes from './shapes.ts';

type NetworkSent = Pick<NetworkChange, 'rows' | 'ended' | 'revision'>;
type Command<Body> = OfFamily<Body & { commandId: string }>;

/** What may be done with a family at any time: news, who is around the children, who may know of it. */
export function changeRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['families'], params: params('id') };
  const thing = familyNamed(host);

  app.post('/api/cases/:id/strands', {
    schema: {
      ...{ summary: 'Something happened: a new worry, a birth, a move', ...shared },
      ...{ body: shapes.strand, response: { 200: shapes.strandOpened } },
    },
    config: { may: { action: 'start-strand', thing }, audit: { action: 'start-strand' } },
    handler: async (request: Command<NewsGiven>) => {
      const { commandId, ...news } = request.body;
      const given = { ...news, case: request.params.id, by: signedIn(request).id, commandId };
      const { opened } = replyOf(await giveNews(host, given));
      const rows = await Promise.all(opened.map((id) => host.store.task(id)));
      return {
        opened: await sayTasks(
          host,
          rows.filter((row): row is TaskRow => row?.state === 'open'),
        ),
      };
    },
  });

  app.put('/api/cases/:id/network', {
    schema: {
      ...{ summary: 'Who is around the children', ...shared },
      ...{ body: shapes.rows, response: { 200: shapes.revision } },
    },
    config: { may: { action: 'change-network', thing }, audit: { action: 'change-network' } },
    handler: async (request: Command<NetworkSent>) => {
      const { id } = request.params;
      const joins = await joinOthers(host, request, peopleIn(request.body.rows), id);
      const by = signedIn(request);
      const reading = await readAs(host, id, by.id);
      return changeNetwork(host, { ...request.body, case: id, by, joins, reading });
    },
  });

  app.post('/api/cases/:id/restriction', {
    schema: {
      ...{ summary: 'Close a family to all but the people named, or open it again', ...shared },
      ...{ body: shapes.restriction, response: { 200: shapes.restricted } },
    },
    config: { may: { action: 'restrict-family', thing }, audit: { action: 'restrict-family' } },
    handler: async (request: Command<{ restriction: Restriction; reason: string }>) => {
      const command = { ...request.body, case: request.params.id, by: signedIn(request) };
      return replyOf(await restrict(host, command));
    },
  });
}
