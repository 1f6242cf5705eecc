import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { familyThing, mayWriteIn, nothing, type Thing } from '../access/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import { refuseUnlessMay } from '../plugins/route-policy.ts';
import { id, object, params, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import { withheldOf } from '../withholding/index.ts';
import { beginsAs, isAllowed, isShown, kindsSaid, longestBeginning, nameFor } from './kinds.ts';

const mostBytes = 20 * 1024 * 1024;

/** Thrown while a file streams in, when its first bytes show that it is not what it says. */
class NotThatKind extends Error {}

/** Files that belong to a record: drawings, letters. */
export async function attachmentRoutes(app: FastifyInstance, services: Services): Promise<void> {
  const { store } = services;
  await app.register(multipart, {
    limits: { files: 1, fields: 5, fileSize: mostBytes + 1, headerPairs: 50 },
    throwFileSizeLimit: false,
  });

  app.post('/api/attachments', {
    bodyLimit: mostBytes + 64 * 1024,
    schema: {
      summary: 'Send a file (multipart/form-data, one field: file)',
      ...{
        tags: ['attachments'],
        consumes: ['multipart/form-data'],
        querystring: sent({ case: id }, ['case']),
      },
      response: {
        200: object({ id: text, name: text, type: text, bytes: whole }, ['id', 'name', 'type', 'bytes']),
      },
    },
    config: { may: { action: 'attach-file', thing: () => nothing }, audit: { action: 'attach-file' } },
    handler: (request: FastifyRequest<{ Querystring: { case?: string } }>) => receive(services, request),
  });

  app.get('/api/attachments/:id', {
    schema: {
      ...{ summary: 'A file', tags: ['attachments'], params: params('id') },
      produces: ['application/octet-stream'],
      response: { 200: { type: 'string', format: 'binary' } },
    },
    config: {
      may: { action: 'read-attachment', thing: (request) => attachmentThing(services, request) },
      audit: { action: 'read-attachment' },
    },
    handler: async (request: FastifyRequest<{ Params: { id: string } }>, reply) => {
      const found = await store.attachment(request.params.id);
      if (!found) refuseAbsent();
      const { name, type, bytes } = found.facts;
      const how = isShown(type) ? 'inline' : 'attachment';
      return reply
        .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('content-length', bytes)
        .type(type)
        .send(found.open());
    },
  });
}

async function receive(
  { store, clock }: Services,
  request: FastifyRequest<{ Querystring: { case?: string } }>,
) {
  if (!request.isMultipart()) refuse(415, 'not-a-file', 'Send the file as a form with one field named file.');
  const caseId = request.query.case;
  if (caseId !== undefined) await refuseUnlessWritten({ store, clock }, request, caseId);
  const file = await request.file();
  if (!file) refuse(422, 'no-file', 'Choose a file, then send it again.');
  if (!isAllowed(file.mimetype)) {
    file.file.resume();
    refuse(422, 'kind', `This kind of file is not kept here. What is: ${kindsSaid}.`);
  }
  const answer = await store
    .attach({
      ...{ bytes: checked(file.file, file.mimetype), limit: mostBytes, type: file.mimetype },
      ...{
        name: nameFor(file.mimetype, cleanName(file.filename)),
        by: request.person?.id ?? '',
        at: clock.now(),
      },
      ...(caseId === undefined ? {} : { case: caseId }),
    })
    .catch((fault: unknown) => {
      file.file.resume();
      if (fault instanceof NotThatKind) {
        refuse(422, 'kind', 'The file is not what its name says. Save it again in the program it came from.');
      }
      throw fault;
    });
  if (!answer.ok && answer.reason === 'too-large') {
    file.file.resume();
    refuse(413, 'too-large', 'The file is larger than 20 MB. Send a smaller one.');
  }
  if (!answer.ok) refuseWrite(answer);
  const { id: fileId, name, type, bytes } = answer.facts;
  return { id: fileId, name, type, bytes };
}

/** Passes the bytes on after looking at the first of them. */
async function* checked(bytes: AsyncIterable<Uint8Array>, type: string): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (first) {
      const beginning: Uint8Array = Buffer.concat([first, chunk]);
      first = beginning.byteLength < longestBeginning ? beginning : undefined;
      if (!first && !beginsAs(type, beginning)) throw new NotThatKind();
    }
    yield chunk;
  }
  if (first && !beginsAs(type, first)) throw new NotThatKind();
}

/** The name as it is shown: no path, no control characters, not endless. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // half of a character that was cut through counts as a control character
  return last.slice(0, 150).replaceAll(/\p{C}/gu, '') || 'file';
}

async function attachmentThing({ store }: Services, request: FastifyRequest): Promise<Thing | undefined> {
  const found = await store.attachment((request.params as { id: string }).id);
  if (!found) return undefined;
  const { id: fileId, by, case: caseId } = found.facts;
  const family = caseId === undefined ? undefined : await store.family(caseId);
  return {
    ...{ kind: 'attachment', id: fileId, by, families: family ? [family] : [] },
    ...(caseId === undefined ? {} : { withheldFrom: await withheldFile(store, caseId, fileId) }),
    ...(caseId === undefined ? {} : { case: caseId }),
  };
}

/** A file becomes part of a family by whoever writes there; reading the family is not enough. */
async function refuseUnlessWritten(
  { store }: Services,
  request: FastifyRequest,
  caseId: string,
): Promise<void> {
  const family = (await store.family(caseId)) ?? refuseAbsent();
  if (!(await mayWriteIn(store, request.person, family))) {
    refuseUnlessMay(request, 'add-record', familyThing(family));
  }
}

/** Accounts from whom an answer is withheld in which the file stands. */
async function withheldFile(store: Services['store'], caseId: string, file: string): Promise<string[]> {
  const withheld = await withheldOf(store, caseId);
  return withheld.flatMap(({ body: { files, from } }) =>
    files.includes(file) && 'account' in from ? [from.account] : [],
  );
}
