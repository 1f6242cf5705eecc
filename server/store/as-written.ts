import { linkHashInTheOpen, readWas } from './chain.ts';
import { Damaged } from './damaged.ts';
import { hashOf, isLetGo, openTextWith, unseal } from './sealing.ts';
import type { DataKey, KeyState, Sealed } from './sealing.ts';

export interface SealedRow extends Sealed {
  id: string;
  revision: number;
}

/**
 * True when this is what was written. Where the key was destroyed the checksum still tells; where the content was let
 * go of, the key must have been destroyed. `key` is undefined where it is missing; null: it never had one.
 */
export function whole(kind: string, row: SealedRow, key: KeyState | null): boolean {
  if (isLetGo(row.body)) return key === 'destroyed';
  if (key === 'destroyed') return hashOf(kind, row.id, String(row.revision), row.body) === row.sum;
  if (key === undefined) return false;
  return opened(kind, row, key ?? undefined) !== undefined;
}

/** What is in it, when this is what was written. */
export function opened(kind: string, row: SealedRow, key: DataKey | undefined): unknown {
  try {
    return unseal<unknown>(kind, row.id, row.revision, row, key) ?? null;
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

/** An entry of a history as it is stored. */
export interface WrittenLink {
  id: string;
  revision: number;
  body: string;
  wrote: string;
}

/**
 * The head of a chain as it was in format 1, made anew from its entries: a head that was kept before the upgrade vouches
 * for what came of it. Of a case that was let go of, only what the entries say they were is left.
 */
export function headInTheOpen(links: WrittenLink[], seq: number, key: KeyState): string | undefined {
  let head = '';
  for (const [index, link] of links.entries()) {
    const was = readWas(link.wrote);
    if (!was) return undefined;
    const text = contentOf(link, key);
    const hash =
      text === undefined ? was.hash : linkHashInTheOpen(head, index + 1, link.revision, text, was.wrote);
    if (hash !== was.hash) return undefined;
    head = hash;
  }
  return links.length === seq ? head : undefined;
}

/** Whether an entry of a history is what it was written as, where its key is there: its chain does not hold its id. */
export function entryOpens(link: Pick<WrittenLink, 'id' | 'body'>, key: KeyState): boolean {
  if (key === undefined || key === 'destroyed' || isLetGo(link.body)) return true;
  return contentOf(link, key) !== '';
}

/** Empty where it is damaged; undefined where it was let go of. */
function contentOf(link: Pick<WrittenLink, 'id' | 'body'>, key: KeyState): string | undefined {
  try {
    return openTextWith('entry', link.id, link.body, key);
  } catch (fault) {
    if (fault instanceof Damaged) return '';
    throw fault;
  }
}
