import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { CaseRecord } from '#engine';
import { Damaged } from './damaged.ts';
import type { DataKey } from './sealing.ts';

/** The key that wraps all others: 32 bytes, kept in a file outside the data, or given by the authority. */
export type MasterKey = Uint8Array;

export type MasterKeyRead = { ok: true; key: MasterKey } | { ok: false; message: string };

const cipher = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const form = 'w.';

/** Reads a master key from its file: 32 bytes in base64, as `openssl rand -base64 32` makes them. */
export function readMasterKey(file: string): MasterKeyRead {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    return { ok: false, message: `The master key ${file} can't be read. Name a file this server may read.` };
  }
  const key = Buffer.from(text, 'base64');
  if (key.length === keyBytes && key.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '')) {
    return { ok: true, key };
  }
  const how = `Make one with: openssl rand -base64 ${keyBytes} > ${file}`;
  return { ok: false, message: `The master key ${file} is not ${keyBytes} bytes in base64. ${how}` };
}

/** A new master key as its file holds it. */
export function newMasterKeyText(): string {
  return `${randomBytes(keyBytes).toString('base64')}\n`;
}

/** A new key, known to nobody else yet: it must be durable before anything is sealed with it. */
export function newDataKey(id: string): DataKey {
  return { id, bytes: randomBytes(keyBytes) };
}

/** A key as it may be stored. Its id is bound in: one wrapped key can't stand for another. */
export function wrap(master: MasterKey, key: DataKey): string {
  const nonce = randomBytes(nonceBytes);
  const wrapping = createCipheriv(cipher, master, nonce).setAAD(aboutKey(key.id));
  const wrapped = Buffer.concat([nonce, wrapping.update(key.bytes), wrapping.final(), wrapping.getAuthTag()]);
  return form + wrapped.toString('base64');
}

/** Reads back what `wrap` wrote; throws Damaged when the master key is another or a bit differs. */
export function unwrap(master: MasterKey, id: string, wrapped: string): DataKey {
  const bytes = Buffer.from(wrapped.slice(form.length), 'base64');
  if (!wrapped.startsWith(form) || bytes.length !== nonceBytes + keyBytes + tagBytes) {
    throw new Damaged('key', id, 'it is not as it was wrapped');
  }
  try {
    const opening = createDecipheriv(cipher, master, bytes.subarray(0, nonceBytes))
      .setAAD(aboutKey(id))
      .setAuthTag(bytes.subarray(-tagBytes));
    return {
      id,
      bytes: Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]),
    };
  } catch {
    throw new Damaged('key', id, 'the master key does not open it');
  }
}

function aboutKey(id: string): Buffer {
  return Buffer.from(`key/${id}`);
}

/** Made with the store: that it can be unwrapped shows that the master key is the right one. */
export const storeKeyId = 'store';

/** Key of everything of a family that is not one child's alone. */
export function familyKeyId(caseId: string): string {
  return `family:${caseId}`;
}

/** Key of what is one child's alone. */
export function childKeyId(caseId: string, child: string): string {
  return `child:${caseId}/${child}`;
}

/** Key of a person document and its earlier revisions. */
export function personKeyId(id: string): string {
  return `person:${id}`;
}

/** Key of one attachment, its facts and its bytes: it is the file's from arrival to disposal. */
export function fileKeyId(id: string): string {
  return `file:${id}`;
}

/** A record about exactly one child is sealed with that child's key, any other with the family's. */
export function keyIdOfRecord(record: Pick<CaseRecord, 'case' | 'children'>): string {
  const [child, ...others] = record.children;
  return child !== undefined && others.length === 0
    ? childKeyId(record.case, child)
    : familyKeyId(record.case);
}
