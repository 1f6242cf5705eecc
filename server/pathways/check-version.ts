import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkPathway, readPathway, size, soundness } from '#engine';
import type { Finding, Pathway, Statutory } from '#engine';
import { loadVersion } from './load-version.ts';

/** What is wrong with a version, and how large the tables are that it runs on. */
export interface Checked {
  name: string;
  findings: Finding[];
  size: ReturnType<typeof size>;
}

/**
 * Everything that can be said against the version in `folder` (`processes/<pathway>/<version>`) before it is published:
 * what could not be read, the checks on the drawing, and the soundness of its tables.
 */
export async function checkVersion(folder: string): Promise<Checked> {
  const root = join(folder, '../..');
  const { version, findings } = await loadVersion(root, folder);
  const statutory = await readStatutory(join(folder, '../statutory.json'));
  const previous = await readPrevious(root, folder);
  const drawing = { ...version, ...(statutory ? { statutory } : {}), ...(previous ? { previous } : {}) };
  return {
    name: version.name,
    findings: [...findings, ...checkPathway(drawing), ...soundness(version.tables, version.pathway)],
    size: size(version.tables),
  };
}

/** What the law asks for stands beside the versions: it is not for a version to leave out. */
const readStatutory = (file: string): Promise<Statutory | null> => readJson<Statutory>(file);

/** The drawing of the version before, by the order in `pathway.json`. */
async function readPrevious(root: string, folder: string): Promise<Pathway | null> {
  const listed = await readJson<{ versions: { folder: string }[] }>(join(folder, '../pathway.json'));
  const folders = listed?.versions.map((version) => version.folder) ?? [];
  const before = folders[folders.indexOf(folder.split('/').at(-1) ?? '') - 1];
  const descriptor = await readJson<object>(join(root, 'pathway.moddle.json'));
  if (before === undefined || !descriptor) return null;
  const xml = await readText(join(dirname(folder), before, 'pathway.bpmn'));
  return xml === null ? null : (await readPathway(xml, descriptor)).pathway;
}

async function readJson<T>(file: string): Promise<T | null> {
  const text = await readText(file);
  return text === null ? null : (JSON.parse(text) as T);
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
