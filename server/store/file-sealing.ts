import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Damaged } from './damaged.ts';
import type { DataKey } from './sealing.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const pieceBytes = 65_536;
const sealedBytes = nonceBytes + pieceBytes + tagBytes;

/**
 * A file as it is stored: pieces of 64 KiB, each enciphered by itself. Its place and whether it is the last are bound
 * in, so that none can be moved, dropped or put in from another file. Every adapter stores the same bytes.
 */
export async function* sealBytes(
  id: string,
  key: DataKey,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const { piece, last } of pieces(bytes, pieceBytes)) {
    yield sealPiece(key, piece, place(id, at, last));
    at += 1;
  }
}

/** As `sealBytes`, of a file that lies in memory whole. */
export function sealWhole(id: string, key: DataKey, bytes: Buffer): Buffer {
  const sealed: Buffer[] = [];
  const count = Math.max(1, Math.ceil(bytes.length / pieceBytes));
  for (let at = 0; at < count; at += 1) {
    const piece = bytes.subarray(at * pieceBytes, (at + 1) * pieceBytes);
    sealed.push(sealPiece(key, piece, place(id, at, at === count - 1)));
  }
  return Buffer.concat(sealed);
}

function sealPiece(key: DataKey, piece: Buffer, about: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key.bytes, nonce).setAAD(about);
  return Buffer.concat([nonce, sealing.update(piece), sealing.final(), sealing.getAuthTag()]);
}

/** Gives back the bytes of a stored file; throws Damaged at the first piece that is not what was written. */
export async function* openBytes(
  id: string,
  key: DataKey,
  stored: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const { piece, last } of pieces(stored, sealedBytes)) {
    yield openPiece(id, key, piece, place(id, at, last));
    at += 1;
  }
}

function openPiece(id: string, key: DataKey, piece: Buffer, about: Buffer): Buffer {
  try {
    const end = piece.length - tagBytes;
    const opening = createDecipheriv(cipher, key.bytes, piece.subarray(0, nonceBytes))
      .setAAD(about)
      .setAuthTag(piece.subarray(end));
    return Buffer.concat([opening.update(piece.subarray(nonceBytes, end)), opening.final()]);
  } catch {
    throw new Damaged('attachment', id, 'its content has changed');
  }
}

function place(id: string, at: number, last: boolean): Buffer {
  return Buffer.from(`bytes/${id}/${String(at)}${last ? '/last' : ''}`);
}

/** Cuts a stream into pieces of one size. The last may be shorter, also empty: there is always one. */
async function* pieces(
  bytes: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    waiting.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    length += chunk.byteLength;
    if (length <= size) continue;
    // what is exactly one piece waits: only the end of the stream tells whether it is the last
    let rest = Buffer.concat(waiting);
    while (rest.length > size) {
      yield { piece: rest.subarray(0, size), last: false };
      rest = rest.subarray(size);
    }
    waiting = [rest];
    length = rest.length;
  }
  yield { piece: Buffer.concat(waiting), last: true };
}
