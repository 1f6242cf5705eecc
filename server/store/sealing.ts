import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hash,
  randomFillSync,
  type KeyObject,
} from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { Damaged } from './damaged.ts';

/** Key of what is kept of one family, or of what is one child's alone: 32 bytes, destroyed at disposal. */
export interface DataKey {
  id: string;
  bytes: Uint8Array;
}

/** A thing as it is stored: its text, enciphered where it has a key, and the checksum over that text. */
export interface Sealed {
  body: string;
  sum: string;
}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
/** rows of lists and most of what a history says are shorter: packing them would take longer than all the rest */
const worthPacking = 8192;
/** what is written anew by every command and read by the thousand costs more time packed than bytes plain */
const worthPackingTight = 16_384;
/** what takes a third of the time is no larger here; small tables need not be cleared for every text */
const quickly = {
  params: {
    [constants.ZSTD_c_compressionLevel]: 1,
    [constants.ZSTD_c_windowLog]: 16,
    [constants.ZSTD_c_hashLog]: 13,
    [constants.ZSTD_c_minMatch]: 7,
  },
};

/** A key made ready once: making it ready for each text takes longer than deciphering most of them. */
const ready = new WeakMap<DataKey, KeyObject>();

function secretOf(key: DataKey): KeyObject {
  const known = ready.get(key) ?? createSecretKey(key.bytes);
  ready.set(key, known);
  return known;
}

/** Chance for many nonces, fetched at once: each piece of it is used one time. */
let chance = Buffer.alloc(0);

function nextNonce(): Buffer {
  if (chance.length < nonceBytes) chance = randomFillSync(Buffer.alloc(nonceBytes * 256));
  const nonce = chance.subarray(0, nonceBytes);
  chance = chance.subarray(nonceBytes);
  return nonce;
}

/** Hash over the parts in order; the lengths stand between them, so that no two lists of parts meet. */
export function hashOf(...parts: string[]): string {
  return hash('sha256', parts.map((part) => `${part.length}:${part}`).join(''), 'base64url');
}

/** A thing as it is stored; its checksum ties the text to kind, id and revision. */
export function seal(kind: string, id: string, revision: number, thing: unknown, key?: DataKey): Sealed {
  const text = JSON.stringify(thing);
  const worth = kind === 'journeys' ? worthPackingTight : worthPacking;
  const body = key ? encipher(text, `${kind}/${id}`, key, worth) : text;
  return { body, sum: hashOf(kind, id, String(revision), body) };
}

/** Reads back what `seal` wrote; throws Damaged when a single bit differs. */
export function unseal<T>(kind: string, id: string, revision: number, stored: Sealed, key?: DataKey): T {
  if (hashOf(kind, id, String(revision), stored.body) !== stored.sum) {
    throw new Damaged(kind, id, 'its checksum does not match its content');
  }
  return JSON.parse(openText(kind, id, stored.body, key)) as T;
}

/** What became of a key: it is there, it was destroyed at a disposal, or it is missing, which is a fault. */
export type KeyState = DataKey | 'destroyed' | undefined;

/**
 * Reads back what was sealed with a key. Undefined when it was let go of: nobody can tell that from its never having
 * been. Throws Damaged when a bit differs, when it is not enciphered, and when its key is missing.
 */
export function unsealWith<T>(
  kind: string,
  id: string,
  revision: number,
  stored: Sealed,
  key: KeyState,
): T | undefined {
  if (isLetGo(stored.body) || key === 'destroyed') return undefined;
  if (!key) throw new Damaged(kind, id, 'its key is missing');
  return unseal<T>(kind, id, revision, stored, key);
}

/** As `openText`, of what may have been let go of. */
export function openTextWith(kind: string, id: string, body: string, key: KeyState): string | undefined {
  if (isLetGo(body) || key === 'destroyed') return undefined;
  if (!key) throw new Damaged(kind, id, 'its key is missing');
  return openText(kind, id, body, key);
}

/** What stands for a body that was let go of: its hash, by which the chain is still followed. */
export function letGo(body: string): string {
  return isLetGo(body) ? body : `d.${hashOf(body)}`;
}

export function isLetGo(body: string): boolean {
  return body.startsWith('d.');
}

/** Hash of a body, also when only that is left of it. */
export function bodyHash(body: string): string {
  return isLetGo(body) ? body.slice(2) : hashOf(body);
}

/** The text of a body: as it stands, or deciphered. Throws Damaged when the key is not the one it was written with. */
export function openText(kind: string, id: string, body: string, key?: DataKey): string {
  if (!key) return body;
  if (!isEnciphered(body)) throw new Damaged(kind, id, 'it is not enciphered');
  try {
    return decipher(body, `${kind}/${id}`, key);
  } catch {
    throw new Damaged(kind, id, 'its key does not open it');
  }
}

/** JSON never begins with these letters. */
export function isEnciphered(body: string): boolean {
  return body.startsWith('p.') || body.startsWith('z.');
}

/** 'p.' plain or 'z.' packed, then nonce, ciphertext and tag in base64: what it is of is bound in, and can't be swapped. */
export function encipher(text: string, about: string, key: DataKey, worth = worthPacking): string {
  const packed = text.length >= worth;
  const nonce = nextNonce();
  const sealing = createCipheriv(cipher, secretOf(key), nonce).setAAD(Buffer.from(about));
  const inner = packed ? sealing.update(zstdCompressSync(text, quickly)) : sealing.update(text, 'utf8');
  // all of it came with `update` in this mode; `final` makes the tag
  sealing.final();
  const sealed = Buffer.concat([nonce, inner, sealing.getAuthTag()]);
  return `${packed ? 'z' : 'p'}.${sealed.toString('base64')}`;
}

function decipher(body: string, about: string, key: DataKey): string {
  const bytes = Buffer.from(body.slice(2), 'base64');
  const opening = createDecipheriv(cipher, secretOf(key), bytes.subarray(0, nonceBytes))
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const inner = bytes.subarray(nonceBytes, bytes.length - tagBytes);
  // all of it comes with `update` in this mode; `final` looks at the tag
  const text = opening.update(inner);
  opening.final();
  return (body.startsWith('z') ? zstdDecompressSync(text) : text).toString('utf8');
}
