import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordNamed } from '../access/index.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { prepare, types } from './make-document.ts';
import { chosen, offered, type Wanted } from './offered.ts';
import { outputFile, type FileWanted } from './output-file.ts';
import { outputSource } from './output-source.ts';
import { signsMissing } from './pdf/signs-missing.ts';
import * as shapes from './shapes.ts';

type Of<Query = unknown> = FastifyRequest<{
  Params: { id: string; output: string };
  Querystring: Query;
}>;

/** Documents made of a record: which there are, what each leaves out, and the files. */
export function recordOutputRoutes(app: FastifyInstance, host: Host): void {
  const thing = recordNamed(host);
  const may = { action: 'read-record', thing } as const;
  const tags = ['outputs'];
  const recordOf = async (request: Of) => (await host.store.record(request.params.id)) ?? refuseAbsent();
  const sourceOf = async (request: Of) =>
    (await outputSource(host, await recordOf(request), signedIn(request))) ?? refuseAbsent();

  app.get('/api/records/:id/outputs', {
    schema: {
      ...{ summary: 'What a record can be made into, for whom, and in which languages', tags },
      ...{ params: params('id'), response: { 200: shapes.offered } },
    },
    config: { may, audit: { action: 'read-record' } },
    handler: async (request: Of) => {
      const { version, source } = await sourceOf(request);
      return { outputs: offered(version, source) };
    },
  });

  app.get('/api/records/:id/outputs/:output/left-out', {
    schema: {
      ...{ summary: 'What a document of a record leaves out, and why', tags },
      ...{ params: params('id', 'output'), querystring: shapes.asked, response: { 200: shapes.leavesOut } },
    },
    config: { may, audit: { action: 'read-record' } },
    handler: async (request: Of<Wanted>) => {
      const { version, source } = await sourceOf(request);
      const { layout, asked } = chosen(version, source, request.params.output, request.query);
      const { document } = await prepare(host.store, layout, source, asked);
      const notInPdf = signsMissing(document);
      return { leftOut: document.leftOut, ...(notInPdf ? { notInPdf } : {}) };
    },
  });

  app.get('/api/records/:id/outputs/:output', {
    schema: {
      ...{ summary: 'A document of a record, as a page, a PDF or for Word', tags },
      ...{ params: params('id', 'output'), querystring: shapes.askedAs, produces: Object.values(types) },
      response: { 200: { type: 'string', format: 'binary' } },
    },
    config: { may, audit: { action: 'export-output' } },
    handler: async (request: Of<Omit<FileWanted, 'output'>>, reply) => {
      const { output } = request.params;
      const { as } = request.query;
      const record = await recordOf(request);
      const { bytes, missing } = await outputFile(host, record, signedIn(request), {
        output,
        ...request.query,
      });
      // the page's own style and pictures and nothing else: no script, no request, no frame
      void reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-modals",
      );
      // so many signs of a PDF are empty squares: whoever fetches it without the page is told too
      if (missing !== undefined) void reply.header('x-signs-missing', String(missing));
      void reply.header(
        'content-disposition',
        as === 'html' ? 'inline' : `attachment; filename="${output}.${as}"`,
      );
      return reply.type(types[as]).send(bytes);
    },
  });
}
