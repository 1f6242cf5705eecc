import { hash } from 'node:crypto';
import { Damaged } from '../port.ts';

/** Hash over the parts in order; the lengths stand between them, so that no two lists of parts meet. */
export function hashOf(...parts: string[]): string {
  return hash('sha256', parts.map((part) => `${part.length}:${part}`).join(''), 'base64url');
}

/** A thing as it is stored: its text, and the checksum that ties the text to its kind, id and revision. */
export function seal(
  kind: string,
  id: string,
  revision: number,
  thing: unknown,
): { body: string; sum: string } {
  const body = JSON.stringify(thing);
  return { body, sum: hashOf(kind, id, String(revision), body) };
}

/** Reads back what `seal` wrote; throws Damaged when a single bit differs. */
export function unseal<T>(
  kind: string,
  id: string,
  revision: number,
  stored: { body: string; sum: string },
): T {
  if (hashOf(kind, id, String(revision), stored.body) !== stored.sum) {
    throw new Damaged(kind, id, 'its checksum does not match its content');
  }
  return JSON.parse(stored.body) as T;
}
