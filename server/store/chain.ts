import { bodyHash, hashOf } from './sealing.ts';

/** Checksums of everything a commit wrote: they stand in its first entry, so the chain vouches for them all. */
export interface Wrote {
  case: string;
  /** of the family's row, which says who may know of it; absent where a store was upgraded before this was written */
  family?: string;
  records: Record<string, string>;
  parts: Record<string, string>;
  /** of an entry that a release of format 1 wrote in the open: its hash and what it said it wrote, as they were then */
  was?: { hash: string; wrote: string };
}

export interface ChainEnd {
  head: string;
  entries: number;
}

export const emptyChain: ChainEnd = { head: '', entries: 0 };

/**
 * Hash of one entry over the entry before it, its own place, the hash of its content and what its commit wrote: so
 * the chain is followed also where the content was let go of.
 */
export function linkHash(
  previous: string,
  seq: number,
  revision: number,
  body: string,
  wrote: string,
): string {
  return hashOf(previous, String(seq), String(revision), bodyHash(body), wrote);
}

/** What an entry says its commit wrote; undefined where it says nothing of it. */
export function readWrote(text: string): Wrote | undefined {
  if (text === '') return undefined;
  const said = JSON.parse(text) as Partial<Wrote>;
  return said.case === undefined ? undefined : (said as Wrote);
}

/** What an entry was before its content was enciphered, when it was written by a release of format 1. */
export function readWas(text: string): Wrote['was'] {
  return text === '' ? undefined : (JSON.parse(text) as Partial<Wrote>).was;
}

/** The hash of an entry as format 1 made it: over the content itself. */
export function linkHashInTheOpen(
  previous: string,
  seq: number,
  revision: number,
  text: string,
  wrote: string,
): string {
  return hashOf(previous, String(seq), String(revision), text, wrote);
}

/** Hash of one entry of a process's audit over the entry before it. */
export function auditHash(previous: string, process: string, seq: number, body: string): string {
  return hashOf(previous, process, String(seq), body);
}

/** What is said of a chain that does not pass through a head kept elsewhere: `there` is what stands in its place. */
export function sayLost(there: object | null | undefined): string {
  if (there) return 'the chain was rewritten since its head was kept';
  return 'the chain ends before a head that was kept: it was cut, or is from an older backup';
}

/** What is said of a family's row that the last commit did not write. */
export const notTheFamily =
  'who may know of the family, and what lists say of it, is not what its last history entry wrote';
