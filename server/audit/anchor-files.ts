import { hash as digest } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChainHead, VerifyReport } from '../store/port.ts';

/** Heads as they stood at a moment: one line of a file outside the database. */
export interface Anchor {
  at: string;
  authority: string;
  /** heads that moved since the anchor before; the first of a day has all */
  heads: ChainHead[];
  /** hash of the anchor before it; '' for the first there is */
  previous: string;
  hash: string;
}

/** What the next anchor goes on from. */
export interface AnchorsEnd {
  /** the day of the file it stands in; '' when there is none */
  day: string;
  last?: Anchor;
  /** where each chain stood last on that day */
  latest: Map<string, ChainHead>;
}

const namedByDay = /^anchors-(\d{4}-\d{2}-\d{2})\.jsonl$/;

/** The hash of an anchor, over the one before it: a line changed, left out or put in between shows. */
export function anchorHash({ at, authority, heads, previous }: Omit<Anchor, 'hash'>): string {
  return digest('sha256', JSON.stringify([previous, at, authority, heads]), 'base64url');
}

/** Names the chain that a head is of. */
export function chainOf({ chain, id }: ChainHead): string {
  return `${chain}/${id}`;
}

/**
 * Every head that was ever written, the oldest first, one anchor in memory at a time; a folder that is not there has
 * none. What is wrong with the files themselves is added to `findings`.
 */
export async function* anchoredHeads(
  folder: string,
  findings: VerifyReport['findings'],
): AsyncGenerator<ChainHead> {
  const seen = new Map<string, string>();
  let previous = '';
  for (const name of await filesOf(folder)) {
    let at = 0;
    for await (const line of linesOf(join(folder, name))) {
      at += 1;
      const anchor = parsed(line);
      // cut off by a crash as it was written: the next one goes on from the one before
      if (!anchor) continue;
      if (anchor.hash !== anchorHash(anchor) || anchor.previous !== previous) {
        const message = 'the anchor was changed, or one before it is missing';
        findings.push({ kind: 'anchor', id: `${name}, line ${String(at)}`, message });
      }
      previous = anchor.hash;
      for (const head of anchor.heads) {
        const stands = `${String(head.seq)}/${head.hash}`;
        if (seen.get(chainOf(head)) !== stands) yield head;
        seen.set(chainOf(head), stands);
      }
    }
  }
}

/** The end of the anchors: of the last day there is one of, no earlier files are read. */
export async function anchorsEnd(folder: string): Promise<AnchorsEnd> {
  const end: AnchorsEnd = { day: '', latest: new Map() };
  for (const name of (await filesOf(folder)).reverse()) {
    // a day that was begun by an anchor cut off is gone on with
    end.day ||= namedByDay.exec(name)?.[1] ?? '';
    for await (const line of linesOf(join(folder, name))) {
      const anchor = parsed(line);
      if (!anchor) continue;
      end.last = anchor;
      if (name === fileOfDay(end.day)) for (const head of anchor.heads) end.latest.set(chainOf(head), head);
    }
    if (end.last) break;
  }
  return end;
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return names.filter((name) => namedByDay.test(name)).sort();
}

function fileOfDay(day: string): string {
  return `anchors-${day}.jsonl`;
}

async function* linesOf(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (line !== '') yield line;
  }
}

function parsed(line: string): Anchor | undefined {
  try {
    const anchor = JSON.parse(line) as Partial<Anchor>;
    return Array.isArray(anchor.heads) && typeof anchor.hash === 'string' ? (anchor as Anchor) : undefined;
  } catch {
    return undefined;
  }
}

/** Appends an anchor to the file of a day; it is on the disk when this resolves. */
export async function appendAnchor(folder: string, day: string, anchor: Anchor): Promise<void> {
  const file = await open(join(folder, fileOfDay(day)), 'a+', 0o640);
  try {
    const begins = (await endsInLine(file)) ? '' : '\n';
    await file.appendFile(`${begins}${JSON.stringify(anchor)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}
