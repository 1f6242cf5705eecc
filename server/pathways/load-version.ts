import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, readPathway, readVersion } from '#engine';
import type { Calendar, Finding, KnownTables, Version } from '#engine';
import { readFolder } from './read-folder.ts';

export interface Loaded {
  version: Version;
  findings: Finding[];
}

/**
 * Reads a version's folder and compiles its drawing. `root` is the processes folder, `known` tables made earlier. A
 * drawing that can't be read has no tables, and findings that say why.
 */
export async function loadVersion(root: string, folder: string, known?: KnownTables): Promise<Loaded> {
  const files = await readFolder(folder);
  const moddle = await readJson<Record<string, unknown>>(join(root, 'pathway.moddle.json'));
  const calendar = await readJson<Calendar>(join(root, 'calendars', 'england-and-wales.json'));
  const read = await readVersion(files, { calendar, moddle, readPathway });
  if (read.version.pathway.processes.length === 0) return read;
  const tables = await compile(read.version.xml, { pathway: moddle }, known);
  return { version: { ...read.version, tables }, findings: read.findings };
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
