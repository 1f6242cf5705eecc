import { resolve } from 'node:path';
import { writeManifest } from './manifest.ts';
import { isThere, openPlace, said, type StorePlace } from './place.ts';

/** What a command came to: lines for whoever ran it, and whether it did what it was asked. */
export interface Done {
  ok: boolean;
  lines: string[];
}

export interface Backup {
  place: StorePlace;
  folder: string;
  /** folder for the keys, apart; absent: they are not backed up */
  keys?: string;
  release: string;
  now: string;
}

/** Copies a store, also one that is being used, and says in a manifest what the copy holds. */
export async function backUp({ place, folder, keys, release, now }: Backup): Promise<Done> {
  if (!(await isThere(place))) {
    return { ok: false, lines: [`There is no store in ${said(place)}. Name it by DATA_DIR or MONGODB_URL.`] };
  }
  if (keys !== undefined && isWithin(folder, keys)) {
    const apart = 'Name a folder outside it, better on another disk: whoever has both can read everything.';
    return { ok: false, lines: [`The keys must not lie with the backup in ${folder}. ${apart}`] };
  }
  const store = await openPlace(place);
  try {
    const { authority, demonstration, created } = store.about;
    const about = { release, made: now, authority, demonstration, created };
    const [counts, heads] = [await store.counts(), await store.heads()];
    await store.backup(folder, keys);
    const { files } = await writeManifest(folder, { ...about, counts, heads });
    if (keys !== undefined) await writeManifest(keys, { ...about, counts, heads: [] });
    const held = `${String(counts.case)} families, ${String(counts.entry)} history entries, ${String(counts.attachment)} files`;
    return {
      ok: true,
      lines: [
        `Backed up to ${folder}: ${held}, in ${String(Object.keys(files).length)} files.`,
        keysSaid(place, keys),
      ],
    };
  } finally {
    await store.close();
  }
}

function keysSaid(place: StorePlace, keys: string | undefined): string {
  if (keys === undefined) {
    return 'The keys are not in it, and without them nothing of it can be read. Back them up too: --keys <another folder>.';
  }
  const master = place.masterKey
    ? 'The master key is not among them: keep a copy of the file MASTER_KEY_FILE names.'
    : 'The master key is among them.';
  return `The keys are in ${keys}. ${master} Keep them apart from the backup, and only the newest: an older copy opens what was disposed of since.`;
}

function isWithin(folder: string, other: string): boolean {
  const [outer, inner] = [resolve(folder), resolve(other)];
  return inner === outer || inner.startsWith(`${outer}/`) || outer.startsWith(`${inner}/`);
}
