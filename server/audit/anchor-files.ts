import { hash as digest } from 'node:crypto';
import { mkdir, open, readdir, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChainHead } from '../store/port.ts';

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

export interface AnchorsRead {
  /** every head that was ever written, each once: `verify` follows the chains through all of them */
  heads: ChainHead[];
  /** where each chain stood last */
  latest: Map<string, ChainHead>;
  last?: Anchor;
  /** what is wrong with the files themselves */
  findings: { kind: string; id: string; message: string }[];
}

const namedByDay = /^anchors-\d{4}-\d{2}-\d{2}\.jsonl$/;

/** The hash of an anchor, over the one before it: a line changed, left out or put in between shows. */
export function anchorHash({ at, authority, heads, previous }: Omit<Anchor, 'hash'>): string {
  return digest('sha256', JSON.stringify([previous, at, authority, heads]), 'base64url');
}

/** Names the chain that a head is of. */
export function chainOf({ chain, id }: ChainHead): string {
  return `${chain}/${id}`;
}

/** Reads all anchors of a folder, the oldest first. A folder that is not there has none. */
export async function readAnchors(folder: string): Promise<AnchorsRead> {
  const read: AnchorsRead = { heads: [], latest: new Map(), findings: [] };
  const seen = new Set<string>();
  for (const name of await filesOf(folder)) {
    const lines = (await readFile(join(folder, name), 'utf8')).split('\n').filter((line) => line !== '');
    for (const [at, line] of lines.entries()) {
      const anchor = parsed(line);
      // cut off by a crash as it was written: the next one goes on from the one before
      if (!anchor) continue;
      if (anchor.hash !== anchorHash(anchor) || anchor.previous !== (read.last?.hash ?? '')) {
        read.findings.push({
          ...{ kind: 'anchor', id: `${name}, line ${String(at + 1)}` },
          message: 'the anchor was changed, or one before it is missing',
        });
      }
      read.last = anchor;
      for (const head of anchor.heads) {
        read.latest.set(chainOf(head), head);
        const key = `${chainOf(head)}/${String(head.seq)}/${head.hash}`;
        if (!seen.has(key)) read.heads.push(head);
        seen.add(key);
      }
    }
  }
  return read;
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  return names.filter((name) => namedByDay.test(name)).sort();
}

function parsed(line: string): Anchor | undefined {
  try {
    const anchor = JSON.parse(line) as Partial<Anchor>;
    return Array.isArray(anchor.heads) && typeof anchor.hash === 'string' ? (anchor as Anchor) : undefined;
  } catch {
    return undefined;
  }
}

/** Appends an anchor to the file of its day; it is on the disk when this resolves. */
export async function appendAnchor(folder: string, anchor: Anchor): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, `anchors-${anchor.at.slice(0, 10)}.jsonl`), 'a+', 0o640);
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
