import { copyFileSync, cpSync, createReadStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { storeFile, type DumpRow, type Store } from '../store/index.ts';
import type { Done } from './backup.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';

export interface Restore {
  place: StorePlace;
  folder: string;
  /** folder of the keys' own backup; absent: the keys that are in place already */
  keys?: string;
}

/** Rows of a backup of MongoDB, and of its keys. */
const rowsFile = 'store.jsonl';
const keyRowsFile = 'keys.jsonl';

/** Puts a backup into an empty place, reads all of it, and says what was disposed of since it was made. */
export async function restore({ place, folder, keys }: Restore): Promise<Done> {
  if (await isThere(place)) {
    return { ok: false, lines: [`There is a store in ${said(place)} already. Restore into an empty place.`] };
  }
  for (const one of keys === undefined ? [folder] : [folder, keys]) {
    const read = await readManifest(one);
    if (!read.ok) return { ok: false, lines: [read.message] };
  }
  const read = await readManifest(folder);
  if (!read.ok) return { ok: false, lines: [read.message] };
  const refused = existsSync(join(folder, rowsFile))
    ? await takeRows(place, folder, keys, read.manifest)
    : copyFiles(place, folder, keys);
  if (refused !== undefined) return { ok: false, lines: [refused] };
  const store = await openPlace(place);
  try {
    return await checked(store, read.manifest, said(place));
  } finally {
    await store.close();
  }
}

/** The database comes last, under its name when it is whole: a restore broken off has left no store. */
function copyFiles(place: StorePlace, folder: string, keys: string | undefined): string | undefined {
  if (place.kind === 'mongodb') {
    return 'This backup is of a store in a folder. Restore it with DATA_DIR and without MONGODB_URL, then move it: npm run move-store.';
  }
  const kept = join(place.folder, 'keys');
  if (keys === undefined && !existsSync(join(kept, 'keys.db'))) return noKeys;
  mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  if (keys !== undefined) {
    if (existsSync(join(kept, 'keys.db')))
      return `There are keys in ${kept} already. Restore without --keys.`;
    const filter = (source: string): boolean => !source.endsWith('manifest.json');
    cpSync(keys, kept, { recursive: true, filter });
  }
  const files = join(folder, 'attachments');
  if (existsSync(files)) cpSync(files, join(place.folder, 'attachments'), { recursive: true });
  const arriving = join(place.folder, `${storeFile}.restoring`);
  copyFileSync(join(folder, storeFile), arriving);
  renameSync(arriving, join(place.folder, storeFile));
  return undefined;
}

const noKeys =
  'Without its keys nothing of a backup can be read. Name the folder of their own backup: --keys <folder>.';

async function takeRows(
  place: StorePlace,
  folder: string,
  keys: string | undefined,
  manifest: Manifest,
): Promise<string | undefined> {
  if (keys === undefined) return noKeys;
  const { authority, demonstration, created } = manifest;
  const store = await openPlace(place, { authority, demonstration, created });
  try {
    await takeFile(store, join(keys, keyRowsFile));
    await takeFile(store, join(folder, rowsFile));
  } finally {
    await store.close();
  }
  return undefined;
}

const rowsAtOnce = 200;

async function takeFile(store: Store, file: string): Promise<void> {
  let rows: DumpRow[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    rows.push(JSON.parse(line) as DumpRow);
    if (rows.length < rowsAtOnce) continue;
    await store.take(rows);
    rows = [];
  }
  await store.take(rows);
}

/** Reads everything; families that were in the backup and whose keys are destroyed since are named by their ids. */
async function checked(store: Store, manifest: Manifest, where: string): Promise<Done> {
  const report = await store.verify(manifest.heads);
  const held = `${String(report.cases)} families, ${String(report.entries)} history entries, ${String(report.documents)} documents`;
  const lines = [`Restored to ${where} from the backup of ${manifest.made}: ${held}.`];
  const gone = await disposedIn(store, manifest);
  if (gone.length > 0) {
    lines.push(
      `${String(gone.length)} were disposed of and stay so, their keys are destroyed: ${gone.join(', ')}.`,
    );
  }
  for (const { kind, id, message } of report.findings) lines.push(`${kind} ${id}: ${message}`);
  lines.push(
    report.ok
      ? 'Everything in it is as it was written. Start the server.'
      : 'What is named above is not as it was written. Restore an earlier backup, or keep it from being relied on.',
  );
  return { ok: report.ok, lines };
}

async function disposedIn(store: Store, manifest: Manifest): Promise<string[]> {
  const gone: string[] = [];
  for (const { id } of manifest.heads.filter((head) => head.chain === 'case')) {
    const kept = await store.family(id).catch(() => true);
    if (kept === undefined) gone.push(id);
  }
  return gone;
}
