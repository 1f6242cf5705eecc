import { compileBeside, engineVersion, readPathway, readVersion } from '#engine';
import type { Tables, Version } from '#engine';
import type { Store } from '../store/port.ts';
import { groundOf } from './ground.ts';
import type { Ground } from './ground.ts';
import { tablesId } from './tables-id.ts';

/** A version as the store keeps it. Its worked cases show it and are no part of it. */
export interface KeptVersion {
  files: Record<string, string>;
  examples?: Record<string, string>;
}

/** Keeps the texts of a version under its id, once; worked cases are those that came last. */
export async function keepVersion(store: Store, id: string, kept: Required<KeptVersion>): Promise<void> {
  const there = await store.document<KeptVersion>('version', id);
  if (there && JSON.stringify(there.body.examples) === JSON.stringify(kept.examples)) return;
  // another server of this store may have kept it meanwhile: it is the same version
  await store.put({ kind: 'version', id, body: kept, expecting: there?.revision ?? 0 });
}

/** A kept version, read and compiled. Throws when there is none of this id, or when it can't be run. */
export async function loadKept(store: Store, id: string): Promise<Version> {
  const kept = await store.document<KeptVersion>('version', id);
  if (!kept) throw new Error(`the pathway version ${id} was never published here`);
  const { files } = kept.body;
  const ground = await groundOf();
  const tables = await tablesOf(store, id, files['pathway.bpmn'] ?? '', ground);
  const { calendar, moddle } = ground;
  const { version, findings } = await readVersion(files, { calendar, moddle, readPathway, tables });
  const errors = findings.filter((finding) => finding.level === 'error');
  if (errors.length > 0)
    throw new Error(`the pathway version ${id} can't be run: ${errors[0]?.message ?? ''}`);
  return version;
}

/**
 * Tables are derived from the drawing alone: a version with a changed form needs none of its own. Made again when the
 * engine that made them is another. Older stores have them under the id of their version.
 */
async function tablesOf(store: Store, version: string, xml: string, { moddle }: Ground): Promise<Tables> {
  const id = tablesId(xml);
  const [own, older] = [
    await store.document<Tables>('tables', id),
    await store.document<Tables>('tables', version),
  ];
  for (const kept of [own, older]) if (kept?.body.engine === engineVersion) return kept.body;
  const tables = await compileBeside(xml, { pathway: moddle });
  await store.put({ kind: 'tables', id, body: tables, expecting: own?.revision ?? 0 });
  return tables;
}
