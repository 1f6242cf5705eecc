import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountNames, familyThing } from '../access/index.ts';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import type { StoredCase, StoredDocument } from '../store/port.ts';
import { disclosureOf, madeId, type Disclosure, type Made, type Redaction } from './disclosure.ts';
import { exportFile, fileNames, hashOfFile } from './export.ts';
import { gather } from './gather.ts';
import { redactionLog } from './log.ts';
import { bytesOf, makeNow } from './make.ts';
import { disclosurePage, listPage } from './page.ts';
import * as shapes from './shapes.ts';
import { writePage } from './write-page.ts';

type Of<Body = unknown> = FastifyRequest<{ Params: { id: string; disclosure: string }; Body: Body }>;
type Marks = Pick<Redaction, 'item' | 'line' | 'words' | 'reason'>[];

/** A person is given what is held of them, less what is left out with a reason. */
export function disclosureRoutes(app: FastifyInstance, host: Host): void {
  const may = {
    action: 'export-record',
    thing: async (request: FastifyRequest) => {
      const family = await host.store.family((request.params as { id: string }).id);
      return family && familyThing(family);
    },
  } as const;
  const ofFamily = { tags: ['disclosure'], params: params('id') };
  const ofOne = { tags: ['disclosure'], params: params('id', 'disclosure') };
  const one = '/api/cases/:id/disclosures/:disclosure';

  app.get('/api/cases/:id/disclosures', {
    schema: {
      summary: 'Answers to requests for a person’s own record',
      ...ofFamily,
      response: { 200: shapes.list },
    },
    config: { may, audit: { action: 'read-disclosure' } },
    handler: async (request: Of) => listPage(host, await storedOf(host, request)),
  });

  app.post('/api/cases/:id/disclosures', {
    schema: { summary: 'Begin one', ...ofFamily, body: shapes.begin, response: { 200: shapes.begun } },
    config: { may, audit: { action: 'begin-disclosure' }, stepUp: true },
    handler: (request: Of<Begun>) => begin(host, request),
  });

  app.get(one, {
    schema: { summary: 'Everything that is held of the person', ...ofOne, response: { 200: shapes.page } },
    config: { may, audit: { action: 'read-disclosure' } },
    handler: async (request: Of) =>
      disclosurePage(host, await storedOf(host, request), await foundOf(host, request)),
  });

  app.put(`${one}/redactions`, {
    schema: {
      summary: 'Mark what is left out, and why',
      ...ofOne,
      body: shapes.mark,
      response: { 200: shapes.revision },
    },
    config: { may, audit: { action: 'change-redactions' } },
    handler: (request: Of<{ redactions: Marks; revision: number }>) => mark(host, request),
  });

  app.get(`${one}/preview`, {
    schema: {
      ...{ summary: 'What the person would be given, as a page', ...ofOne },
      response: { 200: { type: 'string', description: 'The page of the export (HTML)' } },
    },
    config: { may, audit: { action: 'export-preview' } },
    handler: async (request: Of, reply) => {
      const { made } = await madeOrNow(host, request);
      // the page's own style and nothing else: no script, no request, no frame
      void reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      void reply.type('text/html; charset=utf-8');
      return writePage(made, fileNames(made.items));
    },
  });

  app.post(`${one}/completion`, {
    schema: { summary: 'Make it: nothing of it changes after', ...ofOne, response: { 200: shapes.revision } },
    config: { may, audit: { action: 'make-disclosure' }, stepUp: true },
    handler: (request: Of) => complete(host, request),
  });

  app.get(`${one}/file`, {
    schema: {
      ...{ summary: 'The file for the person (zip)', ...ofOne, produces: ['application/zip'] },
      response: { 200: { type: 'string', format: 'binary' } },
    },
    config: { may, audit: { action: 'export-record' }, stepUp: true },
    handler: async (request: Of, reply) => {
      const { body } = await foundOf(host, request);
      if (!body.made) return refuse(409, 'not-made', 'Make the file first.');
      const bytes = await fileAgain(host, body);
      void reply.header('content-disposition', `attachment; filename="record-${body.id}.zip"`);
      return reply.type('application/zip').send(Buffer.from(bytes));
    },
  });

  app.get(`${one}/log`, {
    schema: {
      ...{ summary: 'What was left out and why, as a table', ...ofOne },
      response: { 200: { type: 'string', description: 'A table (CSV)' } },
    },
    config: { may, audit: { action: 'export-redactions' } },
    handler: async (request: Of, reply) => {
      const { body } = await foundOf(host, request);
      const held = await gather(host, await storedOf(host, request), body);
      const names = await accountNames(host.store, [
        body.made?.by,
        ...body.redactions.map((mark) => mark.by),
      ]);
      void reply.type('text/csv; charset=utf-8');
      void reply.header('content-disposition', 'attachment; filename="left-out.csv"');
      return redactionLog(body, held, (id) => names.get(id) ?? 'Somebody who left');
    },
  });
}

interface Begun {
  person: string;
  from?: string;
  to?: string;
  commandId: string;
}

async function storedOf({ store }: Host, request: Of): Promise<StoredCase> {
  return (await store.load(request.params.id)) ?? refuseAbsent();
}

async function foundOf({ store }: Host, request: Of): Promise<StoredDocument<Disclosure>> {
  return (await disclosureOf(store, request.params.id, request.params.disclosure)) ?? refuseAbsent();
}

async function begin(host: Host, request: Of<Begun>): Promise<{ id: string }> {
  const { commandId, ...asked } = request.body;
  const by = signedIn(request).id;
  const stored = await storedOf(host, request);
  if (!stored.family.people.includes(asked.person)) {
    refuse(422, 'not-of-family', 'Choose one of the people of this family.');
  }
  const id = idFromCommand('disclosure', by, commandId);
  const caseId = stored.case.id;
  const body: Disclosure = { id, case: caseId, ...asked, by, at: host.clock.now(), redactions: [] };
  const put = await host.store.put({
    kind: 'subject-access',
    id,
    about: caseId,
    case: caseId,
    body,
    expecting: 0,
  });
  // the same command again: it is begun already
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

async function mark(host: Host, request: Of<{ redactions: Marks; revision: number }>) {
  const { body, id } = await foundOf(host, request);
  if (body.made) refuse(409, 'made', 'The file is made: what it leaves out does not change any more.');
  const by = signedIn(request).id;
  const key = ({ item, line, words, reason }: Marks[number]) => JSON.stringify([item, line, words, reason]);
  const before = new Map(body.redactions.map((one) => [key(one), one]));
  const redactions = request.body.redactions.map(
    (one): Redaction => before.get(key(one)) ?? { ...one, by, at: host.clock.now() },
  );
  return keep(host, { ...body, redactions }, id, request.body.revision);
}

async function keep(
  host: Host,
  body: Disclosure,
  id: string,
  expecting: number,
): Promise<{ revision: number }> {
  const put = await host.store.put({
    ...{ kind: 'subject-access', id, about: body.case, case: body.case, body, expecting },
  });
  if (!put.ok) refuseWrite(put);
  return { revision: put.revision };
}

/** What was made, or what would be made now. */
async function madeOrNow(host: Host, request: Of) {
  const { body } = await foundOf(host, request);
  const kept = body.made && (await host.store.document<Made>('subject-access', madeId(body.id)));
  if (kept) return { made: kept.body, files: await bytesOf(host, kept.body.items) };
  const now = await makeNow(host, await storedOf(host, request), body);
  if (now.ok) return now;
  return refuse(422, 'file-tells', now.findings.map((one) => one.message).join(' '), {
    findings: now.findings,
  });
}

async function complete(host: Host, request: Of): Promise<{ revision: number }> {
  const { body, id, revision } = await foundOf(host, request);
  if (body.made) return { revision };
  const { made, files } = await madeOrNow(host, request);
  const bytes = exportFile(made, files);
  const kept = await host.store.document('subject-access', madeId(id));
  const put = await host.store.put({
    ...{ kind: 'subject-access', id: madeId(id), about: `made/${id}`, case: body.case, body: made },
    expecting: kept?.revision ?? 0,
  });
  if (!put.ok) refuseWrite(put);
  const by = signedIn(request).id;
  const facts = { by, at: made.at, sha256: hashOfFile(bytes), bytes: bytes.byteLength };
  return keep(host, { ...body, made: facts }, id, revision);
}

/** The same bytes as when it was made; anything else is a defect, and is not handed out. */
async function fileAgain(host: Host, { id, made }: Disclosure): Promise<Uint8Array> {
  const kept = await host.store.document<Made>('subject-access', madeId(id));
  if (!kept) return refuseAbsent();
  const bytes = exportFile(kept.body, await bytesOf(host, kept.body.items));
  if (hashOfFile(bytes) !== made?.sha256) throw new Error('a disclosure could not be made again as it was');
  return bytes;
}
