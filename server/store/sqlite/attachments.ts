import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open as openFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { Damaged, type AttachmentFacts, type AttachmentPut, type Refused, type TooLarge } from '../port.ts';
import { seal, unseal } from '../sealing.ts';
import { faultToRefusal } from './database.ts';
import type { Scope } from './scope.ts';

/** Files stand under the hash of their content, so that the same drawing sent twice is kept once. */
export function fileOf(folder: string, hash: string): string {
  return join(folder, 'attachments', hash.slice(0, 2), hash);
}

/** Streams the bytes to disk while hashing them; the row that names them is written after they are synced. */
export async function attach(
  scope: Scope,
  put: AttachmentPut,
): Promise<{ ok: true; facts: AttachmentFacts } | Refused | TooLarge> {
  const waiting = join(scope.folder, 'attachments', `${randomUUID()}.part`);
  try {
    await mkdir(join(scope.folder, 'attachments'), { recursive: true });
    const written = await receive(put, waiting);
    if (!written) return { ok: false, reason: 'too-large' };
    const file = fileOf(scope.folder, written.hash);
    await mkdir(join(file, '..'), { recursive: true });
    await rename(waiting, file);
    // a folder made just now has its name in the one above it
    for (const above of ['..', '../..', '../../..']) await syncFolder(join(file, above));
    const { name, type, by, at } = put;
    const facts = { id: randomUUID(), ...written, name, type, by, at };
    return keep(scope, facts, put.case);
  } catch (fault) {
    return diskFault(fault);
  } finally {
    await rm(waiting, { force: true });
  }
}

/** Writes at most `limit` bytes; undefined when more came. */
async function receive(
  put: AttachmentPut,
  file: string,
): Promise<{ hash: string; bytes: number } | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await openFile(file, 'wx', 0o600);
  try {
    for await (const chunk of put.bytes) {
      bytes += chunk.byteLength;
      if (bytes > put.limit) return undefined;
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
    return { hash: hash.digest('hex'), bytes };
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

function keep({ db, authority }: Scope, facts: AttachmentFacts, caseId: string | undefined) {
  return db.write(() => {
    db.run(
      `INSERT INTO attachments (authority, id, hash, case_id, body, sum)
       VALUES (:authority, :id, :hash, :case, :body, :sum)`,
      {
        authority,
        id: facts.id,
        hash: facts.hash,
        case: caseId ?? '',
        ...seal('attachment', facts.id, 0, facts),
      },
    );
    return { ok: true as const, facts: caseId === undefined ? facts : { ...facts, case: caseId } };
  });
}

function diskFault(fault: unknown): Refused {
  const code = (fault as { code?: string }).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return { ok: false, reason: 'full' };
  if (code === 'EROFS' || code === 'EACCES') return { ok: false, reason: 'readonly' };
  return faultToRefusal(fault);
}

/** A stored file. Its bytes are hashed before any of them is given out; throws Damaged when they differ. */
export async function attachment(
  { db, authority, folder }: Scope,
  id: string,
): Promise<{ facts: AttachmentFacts; open(): Readable } | undefined> {
  const [facts] = attachmentFacts({ db, authority }, [id]);
  if (!facts) return undefined;
  const file = fileOf(folder, facts.hash);
  if ((await hashOfFile(file)) !== facts.hash) throw new Damaged('attachment', id, 'its content has changed');
  return { facts, open: () => createReadStream(file) };
}

/** Names and kinds of stored files: their bytes are not read. */
export function attachmentFacts(
  { db, authority }: Pick<Scope, 'db' | 'authority'>,
  ids: string[],
): AttachmentFacts[] {
  const rows = db.all<{ id: string; case_id: string; body: string; sum: string }>(
    `SELECT id, case_id, body, sum FROM attachments
     WHERE authority = :authority AND id IN (SELECT value FROM json_each(:ids))`,
    { authority, ids: JSON.stringify(ids) },
  );
  return rows.map((row) => {
    const facts = unseal<AttachmentFacts>('attachment', row.id, 0, row);
    return row.case_id === '' ? facts : { ...facts, case: row.case_id };
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
