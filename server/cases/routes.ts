import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describePathway, giveMessage, stagesInOrder } from '#engine';
import { accountNames, familyThing, nothing } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import type { PersonRecord } from '../people/index.ts';
import { listOf, named, object, pageAsked, paging, params, sent, text } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { board } from './board.ts';
import { carryOut } from './carry-out.ts';
import { familyDrawing, familyPage } from './family-page.ts';
import { changeNetwork } from './join-family.ts';
import { openContact } from './open-contact.ts';
import { sayHistory } from './say-history.ts';
import * as shapes from './shapes.ts';

type OfFamily<Body = unknown, Query = unknown> = FastifyRequest<{
  Params: { id: string };
  Body: Body;
  Querystring: Query;
}>;
type ContactChild = { person: string } | { new: PersonRecord };

/** Families: becoming known, their page, timeline and drawing, who is in them, and what may happen at any time. */
export function caseRoutes(app: FastifyInstance, host: Host): void {
  const thing = async (request: FastifyRequest) => {
    const family = await host.store.family((request.params as { id: string }).id);
    return family && familyThing(family);
  };
  const tags = ['families'];
  const byId = params('id');

  app.get('/api/cases', {
    schema: {
      ...{ summary: 'Families by the names in them', tags, response: { 200: listOf(shapes.familyRow) } },
      querystring: sent({ text }),
    },
    config: { may: { action: 'find-families', thing: () => nothing }, audit: { action: 'find-families' } },
    handler: async (request: FastifyRequest<{ Querystring: { text: string } }>) => {
      const reader = signedIn(request).id;
      const { rows } = await host.store.list('families', { reader, text: request.query.text }, { limit: 20 });
      const names = await accountNames(
        host.store,
        rows.map((row) => row.worker),
      );
      return rows.map((row) => {
        const stage = row.children.find((child) => child.stage)?.stage;
        return {
          ...{ id: row.id, name: row.name, children: row.children.map(({ id, name }) => ({ id, name })) },
          ...(row.team ? { team: row.team } : {}),
          ...(row.worker ? { worker: { id: row.worker, name: names.get(row.worker) ?? '' } } : {}),
          ...(stage ? { stage } : {}),
        };
      });
    },
  });

  app.post('/api/cases', {
    schema: {
      ...{ summary: 'Somebody told us about children', tags, body: shapes.contact },
      response: { 200: shapes.opened },
    },
    config: { may: { action: 'open-contact', thing: () => nothing }, audit: { action: 'open-contact' } },
    handler: async (
      request: FastifyRequest<{
        Body: { contact: { existing?: string; children: ContactChild[] }; commandId: string };
      }>,
    ) => {
      const person = signedIn(request);
      const { contact, commandId } = request.body;
      const given = { ...contact, by: person.id, commandId };
      const team = person.team ? { team: person.team.id } : {};
      return replyOf(await openContact(host, { ...given, ...team }));
    },
  });

  app.get('/api/cases/:id', {
    schema: { ...{ summary: 'A family', tags, params: byId }, response: { 200: shapes.open } },
    config: { may: { action: 'read-family', thing }, audit: { action: 'read-family' } },
    handler: async (request: OfFamily) => {
      const stored = await host.store.load(request.params.id);
      if (!stored) return refuseAbsent();
      return familyPage(host, stored, signedIn(request));
    },
  });

  app.get('/api/cases/:id/history', {
    schema: {
      ...{ summary: 'Everything that happened, the latest first', tags, params: byId },
      ...{ querystring: sent(paging, ['after', 'limit']), response: { 200: shapes.historyPage } },
    },
    config: { may: { action: 'read-family', thing }, audit: { action: 'read-history' } },
    handler: async (request: OfFamily<unknown, { after?: string; limit?: string }>) =>
      (await sayHistory(host, request.params.id, pageAsked(request.query))) ?? refuseAbsent(),
  });

  app.get('/api/cases/:id/drawing', {
    schema: {
      ...{ summary: 'Where each child stands on the drawing', tags, params: byId },
      response: { 200: shapes.drawing },
    },
    config: { may: { action: 'read-family', thing }, audit: { action: 'read-family' } },
    handler: async (request: OfFamily) => {
      const stored = await host.store.load(request.params.id);
      return stored ? familyDrawing(host, stored) : refuseAbsent();
    },
  });

  app.post('/api/cases/:id/children', {
    schema: {
      ...{ summary: 'A child joins the family', tags, params: byId, response: { 200: shapes.opened } },
      body: {
        anyOf: [sent({ person: text, commandId: text }), sent({ new: shapes.person, commandId: text })],
      },
    },
    config: { may: { action: 'add-child', thing }, audit: { action: 'add-child' } },
    handler: async (request: OfFamily<ContactChild & { commandId: string }>) => {
      const { commandId, ...child } = request.body;
      const by = signedIn(request).id;
      return replyOf(
        await openContact(host, { existing: request.params.id, children: [child], by, commandId }),
      );
    },
  });

  app.post('/api/cases/:id/strands', {
    schema: {
      ...{ summary: 'Something happened: a new worry, a birth, a move', tags, params: byId },
      ...{ body: shapes.strand, response: { 200: object({ opened: listOf(text) }, ['opened']) } },
    },
    config: { may: { action: 'start-strand', thing }, audit: { action: 'start-strand' } },
    handler: async (
      request: OfFamily<{ message: string; children: string[]; note?: string; commandId: string }>,
    ) => {
      const { commandId, ...given } = request.body;
      const carried = await carryOut(host, {
        ...{ case: request.params.id, by: signedIn(request).id, commandId },
        decide: (version, kase, act) => giveMessage(version, kase, given, act),
        reply: (change, _, before) => ({
          opened: change.case.tasks
            .map((task) => task.id)
            .filter((id) => before.tasks.every((one) => one.id !== id)),
        }),
      });
      return replyOf(carried);
    },
  });

  app.put('/api/cases/:id/network', {
    schema: {
      ...{ summary: 'Who is around the children', tags, params: byId, body: shapes.rows },
      response: { 200: shapes.revision },
    },
    config: { may: { action: 'change-network', thing }, audit: { action: 'change-network' } },
    handler: async (
      request: OfFamily<{ rows: Record<string, unknown>[]; revision: number; commandId: string }>,
    ) => changeNetwork(host, { ...request.body, case: request.params.id, by: signedIn(request).id }),
  });

  app.get('/api/stages', {
    schema: {
      ...{ summary: 'Cases by stage', tags, response: { 200: shapes.board } },
      querystring: sent({ team: text, worker: text }, ['team', 'worker']),
    },
    config: { may: { action: 'see-stages', thing: () => nothing }, audit: { action: 'see-stages' } },
    handler: (request: FastifyRequest<{ Querystring: { team?: string; worker?: string } }>) =>
      board(host, { reader: signedIn(request).id, ...request.query }),
  });

  app.get('/api/pathway', {
    schema: {
      ...{ summary: 'The pathway: its drawing, its stages, and both in words', tags: ['pathway'] },
      response: {
        200: object({ version: text, xml: text, stages: listOf(named), described: text }, [
          'version',
          'xml',
          'stages',
          'described',
        ]),
      },
    },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { none: 'The drawing: nothing of any family.' },
    },
    handler: async () => {
      const version = await host.versions.current();
      const { pathway, xml, roles, timescales, facts } = version;
      const described = describePathway(pathway, { roles, timescales, facts });
      return {
        ...{ version: version.id, xml },
        stages: stagesInOrder(pathway).map(({ id, name }) => ({ id, name })),
        described: described.map((one) => [one.name, ...one.sentences].join('\n')).join('\n\n'),
      };
    },
  });
}
