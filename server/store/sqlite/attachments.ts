import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open as openFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Damaged, type AttachmentFacts, type AttachmentPut, type Refused, type TooLarge } from '../port.ts';
import { openBytes, sealBytes } from '../file-sealing.ts';
import { fileKeyId } from '../keys.ts';
import { isLetGo, seal, unsealWith, type DataKey, type Sealed } from '../sealing.ts';
import { faultToRefusal } from './database.ts';
import type { Scope } from './scope.ts';

/** Files stand under the id of their attachment, enciphered with a key of their own. */
export function fileOf(folder: string, id: string): string {
  return join(folder, 'attachments', id.slice(0, 2), id);
}

/** Streams the bytes to disk, sealing them on the way; the row that names them is written after they are synced. */
export async function attach(
  scope: Scope,
  put: AttachmentPut,
): Promise<{ ok: true; facts: AttachmentFacts } | Refused | TooLarge> {
  const id = randomUUID();
  const waiting = join(scope.folder, 'attachments', `${id}.part`);
  try {
    const keyId = fileKeyId(id);
    const key = scope.keys.made([keyId])(keyId) as DataKey;
    await mkdir(join(scope.folder, 'attachments'), { recursive: true });
    const written = await receive(put, id, key, waiting);
    if (!written) return { ok: false, reason: 'too-large' };
    const file = fileOf(scope.folder, id);
    await mkdir(join(file, '..'), { recursive: true });
    await rename(waiting, file);
    // a folder made just now has its name in the one above it
    for (const above of ['..', '../..', '../../..']) await syncFolder(join(file, above));
    const { stored, hash, bytes } = written;
    const { name, type, by, at } = put;
    const kept = keep(scope, { id, hash, bytes, name, type, by, at }, { stored, key, case: put.case ?? '' });
    if (!kept.ok) {
      await rm(file, { force: true });
      scope.keys.destroy([keyId], at);
    }
    return kept;
  } catch (fault) {
    return diskFault(fault);
  } finally {
    await rm(waiting, { force: true });
  }
}

interface Received {
  /** hex SHA-256 of the bytes as they came, and of the bytes as they are stored */
  hash: string;
  stored: string;
  bytes: number;
}

class TooMany extends Error {}

/** Writes at most `limit` bytes; undefined when more came. */
async function receive(
  put: AttachmentPut,
  id: string,
  key: DataKey,
  file: string,
): Promise<Received | undefined> {
  const hash = createHash('sha256');
  const stored = createHash('sha256');
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of put.bytes) {
      bytes += chunk.byteLength;
      if (bytes > put.limit) throw new TooMany();
      hash.update(chunk);
      yield chunk;
    }
  };
  const handle = await openFile(file, 'wx', 0o600);
  try {
    for await (const piece of sealBytes(id, key, counted())) {
      stored.update(piece);
      await handle.write(piece);
    }
    await handle.sync();
    return { hash: hash.digest('hex'), stored: stored.digest('hex'), bytes };
  } catch (fault) {
    if (fault instanceof TooMany) return undefined;
    throw fault;
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A family that was let go of while the file was arriving has no files any more. */
function keep(
  { db, authority }: Scope,
  facts: AttachmentFacts,
  { stored, key, case: caseId }: { stored: string; key: DataKey; case: string },
): { ok: true; facts: AttachmentFacts } | Refused {
  const sealed = seal('attachment', facts.id, 0, facts, key);
  return db.write<{ ok: true; facts: AttachmentFacts } | Refused>(() => {
    const kase = db.get<{ body: string }>(
      'SELECT body FROM cases WHERE authority = :authority AND id = :caseId',
      { authority, caseId },
    );
    if (kase && isLetGo(kase.body)) return { ok: false, reason: 'conflict' };
    db.run(
      `INSERT INTO attachments (authority, id, stored, case_id, body, sum)
       VALUES (:authority, :id, :stored, :case, :body, :sum)`,
      { authority, id: facts.id, stored, case: caseId, ...sealed },
    );
    return { ok: true, facts: caseId === '' ? facts : { ...facts, case: caseId } };
  });
}

function diskFault(fault: unknown): Refused {
  const code = (fault as { code?: string }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, reason: 'full' };
  if (code === 'EROFS' || code === 'EACCES') return { ok: false, reason: 'readonly' };
  return faultToRefusal(fault);
}

interface AttachmentRaw extends Sealed {
  id: string;
  stored: string;
  case_id: string;
}

/** A stored file. What is stored is hashed before any of it is given out; throws Damaged when it differs. */
export async function attachment(
  scope: Scope,
  id: string,
): Promise<{ facts: AttachmentFacts; open(): Readable } | undefined> {
  const raw = rawOf(scope, [id])[0];
  const facts = attachmentFacts(scope, [id])[0];
  const keyId = fileKeyId(id);
  const key = scope.keys.states([keyId])(keyId);
  if (!raw || !facts || !key || key === 'destroyed') return undefined;
  const file = fileOf(scope.folder, id);
  if ((await hashOfFile(file)) !== raw.stored) throw new Damaged('attachment', id, 'its content has changed');
  return { facts, open: () => Readable.from(openBytes(id, key, createReadStream(file))) };
}

function rawOf({ db, authority }: Scope, ids: string[]): AttachmentRaw[] {
  return db.all<AttachmentRaw>(
    `SELECT id, stored, case_id, body, sum FROM attachments
     WHERE authority = :authority AND id IN (SELECT value FROM json_each(:ids))`,
    { authority, ids: JSON.stringify(ids) },
  );
}

/** Names and kinds of stored files: their bytes are not read. */
export function attachmentFacts(scope: Scope, ids: string[]): AttachmentFacts[] {
  const rows = rawOf(scope, ids);
  const state = scope.keys.states(rows.map((row) => fileKeyId(row.id)));
  return rows.flatMap((row) => {
    const facts = unsealWith<AttachmentFacts>('attachment', row.id, 0, row, state(fileKeyId(row.id)));
    if (!facts) return [];
    return [row.case_id === '' ? facts : { ...facts, case: row.case_id }];
  });
}

/** Hex hash of a file's content; undefined when there is no such file. */
export async function hashOfFile(file: string): Promise<string | undefined> {
  const there = await stat(file).catch(() => undefined);
  if (!there) return undefined;
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
