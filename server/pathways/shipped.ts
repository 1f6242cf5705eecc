import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { versionId } from '#engine';
import type { Store } from '../store/port.ts';
import { keepVersion } from './kept-version.ts';
import { readExampleTexts, readFolder } from './read-folder.ts';

/** A version that came with the program. */
export interface ShippedVersion {
  id: string;
  name: string;
  says?: string;
}

interface PathwayFile {
  versions: { folder: string; name: string; says?: string }[];
  current: string;
}

/**
 * Keeps what the program brings of a pathway, and says which of it new cases start on. What an earlier release brought
 * stays known: cases run on it.
 */
export async function keepShipped(
  store: Store,
  folder: string,
): Promise<{ shipped: ShippedVersion[]; first: string }> {
  const file = JSON.parse(await readFile(join(folder, 'pathway.json'), 'utf8')) as PathwayFile;
  const brought: ShippedVersion[] = [];
  let first = '';
  for (const { folder: name, ...about } of file.versions) {
    const isCurrent = name === file.current;
    const id = await keepFolder(store, join(folder, name), isCurrent);
    if (id === undefined) continue;
    if (isCurrent) first = id;
    brought.push({ id, ...about });
  }
  return { shipped: await remember(store, brought), first };
}

/** The current version has to be there; an earlier one may be missing where the folder was cut down. */
async function keepFolder(store: Store, folder: string, needed: boolean): Promise<string | undefined> {
  try {
    const files = await readFolder(folder);
    const id = versionId(files);
    await keepVersion(store, id, { files, examples: await readExampleTexts(folder) });
    return id;
  } catch (fault) {
    if (!needed && (fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw fault;
  }
}

const ID = 'shipped-versions';

async function remember(store: Store, brought: ShippedVersion[]): Promise<ShippedVersion[]> {
  const kept = await store.document<{ versions: ShippedVersion[] }>('setting', ID);
  const known = kept?.body.versions ?? [];
  const earlier = known.filter(({ id }) => brought.every((one) => one.id !== id));
  const versions = [...earlier, ...brought];
  if (JSON.stringify(versions) !== JSON.stringify(known)) {
    await store.put({ kind: 'setting', id: ID, body: { versions }, expecting: kept?.revision ?? 0 });
  }
  return versions;
}
