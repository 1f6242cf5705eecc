import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, readPathway, readVersion } from '#engine';
import type { Calendar, Finding, KnownTables, Version } from '#engine';
import { readFolder } from './read-folder.ts';

export interface Loaded {
  version: Version;
  findings: Finding[];
}

/** Reads a version's folder and compiles its drawing. `root` is the processes folder, `known` tables made earlier. */
export async function loadVersion(root: string, folder: string, known?: KnownTables): Promise<Loaded> {
  const files = await readFolder(folder);
  const descriptor = await readJson<Record<string, unknown>>(join(root, 'pathway.moddle.json'));
  const calendar = await readJson<Calendar>(join(root, 'calendars', 'england-and-wales.json'));
  const tables = await compile(files['pathway.bpmn'] ?? '', { pathway: descriptor }, known);
  return readVersion(files, { calendar, moddle: descriptor, readPathway, tables });
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
