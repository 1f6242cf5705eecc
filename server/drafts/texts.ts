import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';

/** A text is kept once, under its own hash; a long one packed, because a drawing is saved many times a day. */
type Kept = { text: string } | { packed: string };

const packFrom = 4096;

/** Texts are never taken away: one that was there is not looked for again. */
const there = new WeakMap<Host['store'], Set<string>>();

/** Keeps the texts of files; gives their hashes by path. Texts that are there already are not written again. */
export async function keepTexts(host: Host, files: Record<string, string>): Promise<Record<string, string>> {
  const kept: Record<string, string> = {};
  const known = there.get(host.store) ?? new Set<string>();
  there.set(host.store, known);
  for (const [path, text] of Object.entries(files).sort(([a], [b]) => a.localeCompare(b))) {
    const id = hash('sha256', text, 'hex');
    kept[path] = id;
    if (known.has(id)) continue;
    if (await host.store.document('pathway-file', id)) {
      known.add(id);
      continue;
    }
    const put = await host.store.put({ kind: 'pathway-file', id, body: pack(text), expecting: 0 });
    // somebody may have kept the same text meanwhile: it is the same text
    if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
    known.add(id);
  }
  return kept;
}

/** The texts of a save by path. */
export async function textsOf(host: Host, files: Record<string, string>): Promise<Record<string, string>> {
  const texts = await Promise.all(
    Object.entries(files).map(async ([path, id]) => {
      const kept = await host.store.document<Kept>('pathway-file', id);
      if (!kept) throw new Error(`the file ${path} of a draft is not in the store (${id})`);
      return [path, unpack(kept.body)] as const;
    }),
  );
  return Object.fromEntries(texts);
}

function pack(text: string): Kept {
  return text.length < packFrom ? { text } : { packed: gzipSync(text).toString('base64') };
}

function unpack(kept: Kept): string {
  return 'text' in kept ? kept.text : gunzipSync(Buffer.from(kept.packed, 'base64')).toString('utf8');
}
