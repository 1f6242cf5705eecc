import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { describePathway } from '#engine';
import { nothing } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { listOf, params } from '../schemas.ts';
import { storedDraft } from './draft.ts';
import { exported } from './exchange.ts';
import type { Exported } from './exchange.ts';
import { draftFiles } from './open-draft.ts';
import { publishedVersions, versionNames } from './published.ts';
import { readAgain } from './read-files.ts';
import * as shapes from './shapes.ts';
import { filesOfVersion } from './version-files.ts';
import { withoutSchemas } from './with-schemas.ts';

type OfId<Query = unknown> = FastifyRequest<{ Params: { id: string }; Querystring: Query }>;

/** Published versions for everyone who works here, and taking a version or a draft away as a file. */
export function versionRoutes(app: FastifyInstance, host: Host): void {
  const config = {
    may: { action: 'be-signed-in', thing: () => nothing } as const,
    audit: { none: 'The drawing and its forms: nothing of any family.' },
  };

  app.get('/api/pathway/versions', {
    schema: {
      ...{ summary: 'The published versions of the pathway', tags: ['pathway'] },
      response: { 200: listOf(shapes.versionRow) },
    },
    config,
    handler: () => publishedVersions(host),
  });

  app.get('/api/pathway/versions/:id', {
    schema: {
      ...{ summary: 'A published version: its files, and its drawing in words', tags: ['pathway'] },
      ...{ params: params('id'), response: { 200: shapes.version } },
    },
    config,
    handler: async (request: OfId) => {
      const { id } = request.params;
      const row = (await publishedVersions(host)).find((one) => one.id === id) ?? refuseAbsent();
      const files = await filesOfVersion(host, id);
      const { version } = await readAgain(files);
      const { roles, timescales, facts } = version;
      return {
        ...{ ...row, files: await withoutSchemas(files) },
        described: describePathway(version.pathway, { roles, timescales, facts }),
      };
    },
  });
  exportRoutes(app, host);
}

/** A drawing is sent as XML, a whole version as JSON. */
const fileKinds = {
  'application/xml': { schema: { type: 'string' } },
  'application/json': { schema: { type: 'object', additionalProperties: true } },
} as const;

function exportRoutes(app: FastifyInstance, host: Host): void {
  const shared = {
    ...{ tags: ['pathway'], params: params('id'), querystring: shapes.exportAsked },
    response: { 200: { description: 'The file', content: fileKinds } },
  };

  app.get('/api/pathway/versions/:id/export', {
    schema: { summary: 'A published version as a file', ...shared },
    config: {
      may: { action: 'be-signed-in', thing: () => nothing },
      audit: { action: 'export-version' },
    },
    handler: async (request: OfId<{ what: Exported }>, reply) => {
      const { id } = request.params;
      const name = (await versionNames(host)).get(id) ?? refuseAbsent();
      return asFile(reply, exported(request.query.what, name, await filesOfVersion(host, id)));
    },
  });

  app.get('/api/drafts/:id/export', {
    schema: { summary: 'A draft as a file', ...shared, tags: ['drafts'] },
    config: {
      may: { action: 'redraw-pathway', thing: () => nothing },
      audit: { action: 'export-draft' },
    },
    handler: async (request: OfId<{ what: Exported }>, reply) => {
      const { id } = request.params;
      const { title } = (await storedDraft(host, id)).body;
      return asFile(reply, exported(request.query.what, title, await draftFiles(host, id)));
    },
  });
}

function asFile(reply: FastifyReply, file: ReturnType<typeof exported>): FastifyReply {
  const name = encodeURIComponent(file.fileName);
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(file.type)
    .serializer((text: string) => text)
    .send(file.text);
}
