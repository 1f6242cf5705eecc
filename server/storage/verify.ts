import { readFileSync } from 'node:fs';
import type { ChainHead } from '../store/index.ts';
import type { Done } from './backup.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';

/** Reads a whole store, against heads kept elsewhere when a file of them is named, and says every finding. */
export async function verifyStore(place: StorePlace, headsFile?: string): Promise<Done> {
  if (!(await isThere(place))) {
    return { ok: false, lines: [`There is no store in ${said(place)}. Name it by DATA_DIR or MONGODB_URL.`] };
  }
  const heads = headsFile === undefined ? [] : headsIn(headsFile);
  if (heads === undefined) {
    const message = `${headsFile ?? ''} holds no heads of chains: name a file written by a backup or an anchor.`;
    return { ok: false, lines: [message] };
  }
  const store = await openPlace(place);
  try {
    const { ok, cases, entries, documents, disposed, findings } = await store.verify(heads);
    const lines = [
      `Read ${String(cases)} families (${String(disposed)} of them disposed of), ${String(entries)} history entries, ${String(documents)} documents in ${said(place)}.`,
      ...(heads.length > 0 ? [`Compared with ${String(heads.length)} heads kept elsewhere.`] : []),
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

/** A list of heads, or something that has one under `heads`: a manifest, an anchor. */
function headsIn(file: string): ChainHead[] | undefined {
  const read = JSON.parse(readFileSync(file, 'utf8')) as unknown;
  const list = Array.isArray(read) ? (read as unknown[]) : (read as { heads?: unknown } | null)?.heads;
  const isHead = (one: unknown): one is ChainHead =>
    ['id', 'chain', 'hash'].every(
      (key) => typeof (one as Record<string, unknown> | null)?.[key] === 'string',
    );
  return Array.isArray(list) && list.every(isHead) ? list : undefined;
}
