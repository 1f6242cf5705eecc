import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { isPartOfVersion } from '#engine';

/** The texts of a version's folder by path within it ('forms/contact.json'); its examples are not part of it. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  return readTexts(folder, isPartOfVersion);
}

/** The worked cases that stand in a version's folder, by path within it ('examples/T1.json'). */
export async function readExampleTexts(folder: string): Promise<Record<string, string>> {
  return readTexts(folder, (path) => !isPartOfVersion(path) && path.endsWith('.json'));
}

async function readTexts(folder: string, wanted: (path: string) => boolean): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter(wanted)
    .sort();
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
}
