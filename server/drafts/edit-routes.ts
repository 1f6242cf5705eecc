import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Accepted } from '#engine';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { imported } from './exchange.ts';
import { movePen, penOf } from './pen.ts';
import { restoreSave, saveDraft } from './saves.ts';
import * as shapes from './shapes.ts';
import { startDraft, startFrom } from './start-draft.ts';
import { takeOffersOf } from './take-offers.ts';
import { filesOfVersion } from './version-files.ts';

type Command<Body> = FastifyRequest<{ Params: { id: string }; Body: Body & { commandId: string } }>;
type Titled = { title: string; why: string };

/** a whole version is larger than what people send elsewhere */
const mostBytes = 8 * 1024 * 1024;

/** Starting, bringing in and changing drafts. */
export function editRoutes(app: FastifyInstance, host: Host): void {
  startRoutes(app, host);
  const shared = { tags: ['drafts'], params: params('id') };
  const may = { action: 'redraw-pathway', thing: () => nothing } as const;

  app.post('/api/drafts/:id/saves', {
    bodyLimit: mostBytes,
    schema: {
      ...{ summary: 'Keep what changed, as a new save', ...shared },
      ...{ body: shapes.saving, response: { 200: shapes.saved } },
    },
    config: { may, audit: { action: 'save-draft' } },
    handler: (
      request: Command<{ expecting: number; changes: Record<string, string | null>; says: string }>,
    ) => saveDraft(host, { ...request.body, draft: request.params.id, by: signedIn(request).id }),
  });

  app.post('/api/drafts/:id/restore', {
    schema: {
      ...{ summary: 'Go back to an earlier save, as a new one', ...shared },
      ...{ body: shapes.restoring, response: { 200: shapes.saved } },
    },
    config: { may, audit: { action: 'restore-draft' } },
    handler: (request: Command<{ save: number; expecting: number }>) => {
      const says = `Went back to save ${String(request.body.save)}.`;
      const at = { draft: request.params.id, by: signedIn(request).id, says };
      return restoreSave(host, { ...request.body, ...at });
    },
  });

  app.post('/api/drafts/:id/offers', {
    schema: {
      ...{ summary: 'Do what was offered for what can’t run here', ...shared },
      ...{ body: shapes.offersTaken, response: { 200: shapes.saved } },
    },
    config: { may, audit: { action: 'take-offers' } },
    handler: (request: Command<{ accepted: Accepted[]; expecting: number }>) =>
      takeOffersOf(host, { ...request.body, draft: request.params.id, by: signedIn(request).id }),
  });

  app.post('/api/drafts/:id/pen', {
    schema: {
      ...{ summary: 'Take the pen, lay it down or hand it over', ...shared },
      ...{ body: shapes.penMove, response: { 200: shapes.penNow } },
    },
    config: { may, audit: { action: 'move-pen' } },
    handler: async (request: Command<{ to: string }>) => {
      const by = signedIn(request).id;
      return penOf(host, await movePen(host, { ...request.body, draft: request.params.id, by }), by);
    },
  });
}

function startRoutes(app: FastifyInstance, host: Host): void {
  const may = { action: 'redraw-pathway', thing: () => nothing } as const;

  app.post('/api/drafts', {
    schema: {
      ...{ summary: 'Start a draft from a version, or a rival of a draft', tags: ['drafts'] },
      ...{ body: shapes.start, response: { 200: shapes.started } },
    },
    config: { may, audit: { action: 'start-draft' } },
    handler: async (request: Command<Titled & { from: { version?: string; draft?: string } }>) => ({
      draft: await startDraft(host, { ...request.body, by: signedIn(request).id }),
    }),
  });

  app.post('/api/drafts/import', {
    bodyLimit: mostBytes,
    schema: {
      ...{ summary: 'Start a draft from a drawing or a whole version from elsewhere', tags: ['drafts'] },
      ...{ body: shapes.bringIn, response: { 200: shapes.broughtIn } },
    },
    config: { may, audit: { action: 'import-draft' } },
    handler: async (request: Command<Titled & { name: string; text: string }>) => {
      const { name, text, ...start } = request.body;
      const base = (await host.versions.current()).id;
      const brought = await imported(text, await filesOfVersion(host, base));
      const says = `Brought in from “${name}”.`;
      const { laidOut, ...files } = brought;
      const started = await startFrom(host, { ...start, by: signedIn(request).id }, { ...files, base, says });
      return { ...started, laidOut };
    },
  });
}
