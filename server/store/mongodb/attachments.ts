import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { Binary } from 'mongodb';
import type { AttachmentFacts, AttachmentPut, Refused, TooLarge } from '../port.ts';
import { Damaged } from '../damaged.ts';
import { openBytes, sealBytes } from '../file-sealing.ts';
import { fileKeyId } from '../keys.ts';
import { seal, unsealWith, type DataKey } from '../sealing.ts';
import type { PieceDocument } from './collections.ts';
import { removeFiles } from './dispose-family.ts';
import { refusing } from './faults.ts';
import { text } from './filters.ts';
import { idOf, type Scope } from './scope.ts';

class TooMany extends Error {}
class LetGoMeanwhile extends Error {}
class FrozenMeanwhile extends Error {}

/** Bytes of one piece as it is stored: well under what one document may hold. */
const pieceBytes = 1_000_000;

/** Writes the sealed bytes in pieces; the document that names them is written after they are there. */
export async function attach(
  scope: Scope,
  put: AttachmentPut,
): Promise<{ ok: true; facts: AttachmentFacts } | Refused | TooLarge> {
  const id = randomUUID();
  return refusing<{ ok: true; facts: AttachmentFacts } | Refused | TooLarge>(async () => {
    if (await scope.frozen()) return { ok: false, reason: 'readonly' };
    const key = await scope.keys.ensure(fileKeyId(id));
    if (key === 'destroyed') return { ok: false, reason: 'conflict' };
    try {
      return { ok: true, facts: await received(scope, id, put, key) };
    } catch (fault) {
      await removeFiles(scope, [id]);
      if (fault instanceof LetGoMeanwhile) {
        await scope.keys.destroy([fileKeyId(id)], put.at);
        return { ok: false, reason: 'conflict' };
      }
      if (fault instanceof FrozenMeanwhile) return { ok: false, reason: 'readonly' };
      if (fault instanceof TooMany) return { ok: false, reason: 'too-large' };
      throw fault;
    }
  });
}

async function received(
  scope: Scope,
  id: string,
  put: AttachmentPut,
  key: DataKey,
): Promise<AttachmentFacts> {
  const [plain, sealed] = [createHash('sha256'), createHash('sha256')];
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of put.bytes) {
      bytes += chunk.byteLength;
      if (bytes > put.limit) throw new TooMany();
      plain.update(chunk);
      yield chunk;
    }
  };
  let offset = 0;
  for await (const piece of gathered(sealBytes(id, key, counted()))) {
    sealed.update(piece);
    await putPiece(scope, id, offset, piece);
    offset += piece.length;
  }
  const { name, type, by, at, case: caseId } = put;
  const facts = { id, hash: plain.digest('hex'), bytes, name, type, by, at };
  if (await scope.frozen()) throw new FrozenMeanwhile();
  await scope.attachments.insertOne({
    ...{ _id: idOf(scope, id), authority: scope.authority, id, case: caseId ?? '' },
    ...{ stored: sealed.digest('hex'), ...seal('attachment', id, 0, facts, key) },
  });
  if (caseId === undefined) return facts;
  // asked after it is there: a disposal that begins from now on finds it
  const kase = await scope.cases.findOne({ _id: idOf(scope, caseId) }, { projection: { disposed: 1 } });
  if (kase && kase.disposed !== '') throw new LetGoMeanwhile();
  return { ...facts, case: caseId };
}

/** Small pieces put together to larger ones. */
async function* gathered(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const piece of pieces) {
    if (length > 0 && length + piece.length > pieceBytes) {
      yield Buffer.concat(waiting);
      [waiting, length] = [[], 0];
    }
    waiting.push(piece);
    length += piece.length;
  }
  yield Buffer.concat(waiting);
}

/** A piece of an attachment's sealed bytes. The same again changes nothing. */
export async function putPiece(scope: Scope, id: string, offset: number, bytes: Buffer): Promise<void> {
  const { authority } = scope;
  await scope.pieces.updateOne(
    { _id: idOf(scope, id, offset) },
    { $setOnInsert: { authority, attachment: id, offset, bytes: new Binary(bytes) } },
    { upsert: true },
  );
}

/** The sealed bytes as they are stored, in order. */
export async function* storedBytes(scope: Scope, id: string): AsyncGenerator<Buffer> {
  const pieces = scope.pieces.find({ authority: scope.authority, attachment: id }).sort({ offset: 1 });
  for await (const piece of pieces) yield bytesOf(piece);
}

function bytesOf(piece: PieceDocument): Buffer {
  return Buffer.from(piece.bytes.buffer.buffer, piece.bytes.buffer.byteOffset, piece.bytes.length());
}

/** Hex hash of what is stored of an attachment. */
export async function hashOfStored(scope: Scope, id: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of storedBytes(scope, id)) hash.update(piece);
  return hash.digest('hex');
}

/** A stored file. What is stored is hashed before any of it is given out; throws Damaged when it differs. */
export async function attachment(
  scope: Scope,
  id: string,
): Promise<{ facts: AttachmentFacts; open(): Readable } | undefined> {
  const [raw, [facts]] = await Promise.all([
    scope.attachments.findOne({ _id: idOf(scope, text(id)) }),
    attachmentFacts(scope, [id]),
  ]);
  const keyId = fileKeyId(id);
  const key = (await scope.keys.of([keyId])).get(keyId);
  if (!raw || !facts || !key || key === 'destroyed') return undefined;
  if ((await hashOfStored(scope, id)) !== raw.stored) {
    throw new Damaged('attachment', id, 'its content has changed');
  }
  return { facts, open: () => Readable.from(openBytes(id, key, storedBytes(scope, id))) };
}

/** Names and kinds of stored files: their bytes are not read. */
export async function attachmentFacts(scope: Scope, ids: string[]): Promise<AttachmentFacts[]> {
  const rows = await scope.attachments
    .find({ _id: { $in: ids.map((id) => idOf(scope, text(id))) } })
    .toArray();
  const keys = await scope.keys.of(rows.map((row) => fileKeyId(row.id)));
  return rows.flatMap((row) => {
    const facts = unsealWith<AttachmentFacts>('attachment', row.id, 0, row, keys.get(fileKeyId(row.id)));
    if (!facts) return [];
    return [row.case === '' ? facts : { ...facts, case: row.case }];
  });
}
