import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DumpRow, Store } from '../store/index.ts';
import type { Done } from './backup.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';
import { noKeys, restoreFiles, roomForRows, settle, type BackedUp } from './restore-files.ts';

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
  const read = await readManifest(folder);
  if (!read.ok) return { ok: false, lines: [read.message] };
  const readKeys = keys === undefined ? undefined : await readManifest(keys);
  if (readKeys?.ok === false) return { ok: false, lines: [readKeys.message] };
  if (existsSync(join(folder, rowsFile))) {
    if (keys === undefined) return { ok: false, lines: [noKeys] };
    const rows = { folder, keys, manifest: read.manifest };
    return place.kind === 'folder' ? rowsIntoFolder(place, rows) : takeRows(place, rows, said(place));
  }
  const refused = takeFiles(
    place,
    { folder, manifest: read.manifest },
    keys !== undefined && readKeys ? { folder: keys, manifest: readKeys.manifest } : undefined,
  );
  if (refused !== undefined) return { ok: false, lines: [refused] };
  const store = await openPlace(place);
  try {
    return await checked(store, read.manifest, said(place));
  } finally {
    await store.close();
  }
}

function takeFiles(place: StorePlace, backup: BackedUp, keys: BackedUp | undefined): string | undefined {
  if (place.kind === 'folder') return restoreFiles(place.folder, backup, keys);
  return 'This backup is of a store in a folder. Restore it with DATA_DIR and without MONGODB_URL, then move it: npm run move-store.';
}

/** A backup of rows: of a store in MongoDB. */
interface Rows {
  folder: string;
  keys: string;
  manifest: Manifest;
}

/** It has its place when it is whole: one that broke off has left no store. */
async function rowsIntoFolder(place: StorePlace & { kind: 'folder' }, rows: Rows): Promise<Done> {
  if (!place.masterKey) {
    const message =
      'The keys of this backup are wrapped by a master key of their own: name its file by MASTER_KEY_FILE.';
    return { ok: false, lines: [message] };
  }
  const room = roomForRows(place.folder);
  if ('message' in room) return { ok: false, lines: [room.message] };
  const done = await takeRows({ ...place, folder: room.aside }, rows, said(place));
  settle(place.folder);
  return done;
}

/** In MongoDB no server opens it before all rows are there: one that broke off is gone on with by the same command. */
async function takeRows(place: StorePlace, { folder, keys, manifest }: Rows, where: string): Promise<Done> {
  const { authority, demonstration, created } = manifest;
  const store = await openPlace(place, { authority, demonstration, created, from: manifest.made });
  try {
    await takeFile(store, join(keys, keyRowsFile));
    await takeFile(store, join(folder, rowsFile));
    const done = await checked(store, manifest, where);
    await store.freeze();
    return done;
  } finally {
    await store.close();
  }
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
