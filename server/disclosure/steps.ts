import type { FastifyRequest } from 'fastify';
import { idFromCommand } from '../command-id.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { signedIn } from '../signed-in.ts';
import type { StoredCase, StoredDocument } from '../store/port.ts';
import { disclosureOf, madeId, type Disclosure, type Made, type Redaction } from './disclosure.ts';
import { exportFile, hashOfFile } from './export.ts';
import { bytesOf, makeNow } from './make.ts';

/** A request about one disclosure of a family. */
export type Of<Body = unknown> = FastifyRequest<{ Params: { id: string; disclosure: string }; Body: Body }>;
export type Marks = Pick<Redaction, 'item' | 'line' | 'words' | 'reason'>[];

/** Whose record is asked for, and of which time. */
export interface Begun {
  person: string;
  from?: string;
  to?: string;
  commandId: string;
}

/** The family, or the request ends. */
export async function storedOf({ store }: Host, request: Of): Promise<StoredCase> {
  return (await store.load(request.params.id)) ?? refuseAbsent();
}

/** The disclosure of this family, or the request ends. */
export async function foundOf({ store }: Host, request: Of): Promise<StoredDocument<Disclosure>> {
  return (await disclosureOf(store, request.params.id, request.params.disclosure)) ?? refuseAbsent();
}

/** Begins a disclosure; the same command again is the same one. */
export async function begin(host: Host, request: Of<Begun>): Promise<{ id: string }> {
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
    owner: asked.person,
    about: caseId,
    case: caseId,
    body,
    expecting: 0,
  });
  // the same command again: it is begun already
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  return { id };
}

/** Keeps what is left out over what was read; who marked each and when stays with it. */
export async function mark(host: Host, request: Of<{ redactions: Marks; revision: number }>) {
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
    ...{ kind: 'subject-access', id, owner: body.person, about: body.case, case: body.case, body, expecting },
  });
  if (!put.ok) refuseWrite(put);
  return { revision: put.revision };
}

/** What was made, or what would be made now. */
export async function madeOrNow(host: Host, request: Of) {
  const { body } = await foundOf(host, request);
  const kept = body.made && (await host.store.document<Made>('subject-access', madeId(body.id)));
  if (kept) return { made: kept.body, files: await bytesOf(host, kept.body.items) };
  const now = await makeNow(host, await storedOf(host, request), body);
  if (now.ok) return now;
  return refuse(422, 'file-tells', now.findings.map((one) => one.message).join(' '), {
    findings: now.findings,
  });
}

/** Makes the file, once; what it holds is kept as it was made. */
export async function complete(host: Host, request: Of): Promise<{ revision: number }> {
  const { body, id, revision } = await foundOf(host, request);
  if (body.made) return { revision };
  const { made, files } = await madeOrNow(host, request);
  const bytes = exportFile(made, files);
  const kept = await host.store.document('subject-access', madeId(id));
  const put = await host.store.put({
    ...{ kind: 'subject-access', id: madeId(id), owner: body.person, about: `made/${id}` },
    ...{ case: body.case, body: made },
    expecting: kept?.revision ?? 0,
  });
  if (!put.ok) refuseWrite(put);
  const by = signedIn(request).id;
  const facts = { by, at: made.at, sha256: hashOfFile(bytes), bytes: bytes.byteLength };
  return keep(host, { ...body, made: facts }, id, revision);
}

/** The same bytes as when it was made; anything else is a defect, and is not handed out. */
export async function fileAgain(host: Host, { id, made }: Disclosure): Promise<Uint8Array> {
  const kept = await host.store.document<Made>('subject-access', madeId(id));
  if (!kept) return refuseAbsent();
  const bytes = exportFile(kept.body, await bytesOf(host, kept.body.items));
  if (hashOfFile(bytes) !== made?.sha256) throw new Error('a disclosure could not be made again as it was');
  return bytes;
}
