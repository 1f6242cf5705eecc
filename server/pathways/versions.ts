import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compileBeside, engineVersion, readPathway, readVersion, versionId } from '#engine';
import type { Calendar, Tables, Version } from '#engine';
import type { Versions } from '../host.ts';
import type { Store } from '../store/port.ts';
import { readFolder } from './read-folder.ts';

interface PathwayFile {
  versions: { folder: string }[];
  current: string;
}

/**
 * The published versions of a pathway's folder. Each is kept in the store as it was when it was first seen, so that a
 * case goes on with the version it runs on, whatever becomes of the folder. Drawings are compiled in a thread of
 * their own, once; nothing waits for it but the first command that needs the tables.
 */
export async function openVersions(store: Store, root: string, pathway: string): Promise<Versions> {
  const { current } = await readJson<PathwayFile>(join(root, pathway, 'pathway.json'));
  const files = await readFolder(join(root, pathway, current));
  const id = versionId(files);
  if (!(await store.document('version', id))) {
    await store.put({ kind: 'version', id, body: { files }, expecting: 0 });
  }
  const loaded = new Map<string, Promise<Version>>();
  const get = (wanted: string): Promise<Version> => {
    const known = loaded.get(wanted) ?? load(store, root, wanted);
    loaded.set(wanted, known);
    return known;
  };
  return { current: () => get(id), get };
}

async function load(store: Store, root: string, id: string): Promise<Version> {
  const kept = await store.document<{ files: Record<string, string> }>('version', id);
  if (!kept) throw new Error(`the pathway version ${id} was never published here`);
  const { files } = kept.body;
  const moddle = await readJson<Record<string, unknown>>(join(root, 'pathway.moddle.json'));
  const calendar = await readJson<Calendar>(join(root, 'calendars', 'england-and-wales.json'));
  const tables = await tablesOf(store, id, files['pathway.bpmn'] ?? '', moddle);
  const { version, findings } = await readVersion(files, { calendar, moddle, readPathway, tables });
  const errors = findings.filter((finding) => finding.level === 'error');
  if (errors.length > 0)
    throw new Error(`the pathway version ${id} can't be run: ${errors[0]?.message ?? ''}`);
  return version;
}

/** Tables are derived: made again when the engine that made them is another. */
async function tablesOf(
  store: Store,
  id: string,
  xml: string,
  moddle: Record<string, unknown>,
): Promise<Tables> {
  const kept = await store.document<Tables>('tables', id);
  if (kept?.body.engine === engineVersion) return kept.body;
  const tables = await compileBeside(xml, { pathway: moddle });
  await store.put({ kind: 'tables', id, body: tables, expecting: kept?.revision ?? 0 });
  return tables;
}

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}
