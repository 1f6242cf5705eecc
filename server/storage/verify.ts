import { readFileSync } from 'node:fs';
import { verifyStore as verified } from '../audit/index.ts';
import type { ChainHead } from '../store/index.ts';
import type { Done } from './backup.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';

/** What is kept outside a store, for it to be compared with. */
export interface KeptOutside {
  /** a file of heads: of a backup, or of anchors */
  heads?: string;
  /** folder of the anchors */
  anchors?: string;
}

/** Reads a whole store, against the heads that are kept outside it, and says every finding. */
export async function verifyStore(place: StorePlace, kept: KeptOutside = {}): Promise<Done> {
  if (!(await isThere(place))) {
    return { ok: false, lines: [`There is no store in ${said(place)}. Name it by DATA_DIR or MONGODB_URL.`] };
  }
  const given = kept.heads === undefined ? [] : headsIn(kept.heads);
  if (given === undefined) {
    const message = `${kept.heads ?? ''} holds no heads of chains: name a file written by a backup or an anchor.`;
    return { ok: false, lines: [message] };
  }
  const store = await openPlace(place);
  try {
    const report = await verified(store, given, kept.anchors);
    const { ok, cases, entries, documents, disposed, findings, heads } = report;
    const lines = [
      `Read ${String(cases)} families (${String(disposed)} of them disposed of), ${String(entries)} history entries, ${String(documents)} documents in ${said(place)}.`,
      compared(heads, kept.anchors),
      ...findings.map(({ kind, id, message }) => `${kind} ${id}: ${message}`),
      ok
        ? 'Everything is as it was written.'
        : `${String(findings.length)} findings. What is damaged is not shown; restore it from a backup, and find out who changed it.`,
    ];
    return { ok, lines };
  } finally {
    await store.close();
  }
}

function compared(heads: number, anchors: string | undefined): string {
  const where = anchors === undefined ? '' : ` (anchors: ${anchors})`;
  return heads > 0
    ? `Compared with ${String(heads)} heads kept outside${where}.`
    : `Compared with no heads kept outside${where}: that a chain was cut, or rewritten whole, does not show.`;
}

/** Heads of a file: a list, something that has one under `heads`, or one such thing on each line. */
function headsIn(file: string): ChainHead[] | undefined {
  const text = readFileSync(file, 'utf8');
  const whole = parsed(text);
  const things = whole === undefined ? text.split('\n').flatMap((line) => parsed(line) ?? []) : [whole];
  const heads = things.map(headsOf);
  return heads.length === 0 || heads.includes(undefined) ? undefined : heads.flatMap((list) => list ?? []);
}

/** Undefined where it is none; a line of anchors may have been cut off by a crash. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function headsOf(thing: unknown): ChainHead[] | undefined {
  const list = Array.isArray(thing) ? (thing as unknown[]) : (thing as { heads?: unknown } | null)?.heads;
  const isHead = (one: unknown): one is ChainHead =>
    ['id', 'chain', 'hash'].every(
      (key) => typeof (one as Record<string, unknown> | null)?.[key] === 'string',
    );
  return Array.isArray(list) && list.every(isHead) ? list : undefined;
}
