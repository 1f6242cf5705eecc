import { join } from 'node:path';
import type { Version } from '#engine';
import type { Clock } from '../../server/clock.ts';
import type { Versions } from '../../server/host.ts';
import { loadVersion, openVersions, tablesId } from '../../server/pathways/index.ts';
import type { Store } from '../../server/store/index.ts';
import { tablesKept } from './tables-kept.ts';

const root = join(import.meta.dirname, '..', '..', 'processes');
const childProtection = join(root, 'child-protection');

async function load(name: string): Promise<Version> {
  const { known, keep } = tablesKept();
  const { version } = await loadVersion(root, join(childProtection, name), known);
  keep();
  return version;
}

let loaded: Promise<Version> | undefined;

/** The version a new installation runs, read once for all tests of a process and compiled once for all of them. */
export function shippedVersion(): Promise<Version> {
  loaded ??= load('2-redesigned');
  return loaded;
}

let earlier: Promise<Version> | undefined;

/** The pathway before, which ships for study and for the demonstration's older families. */
export function beforeVersion(): Promise<Version> {
  earlier ??= load('1-before');
  return earlier;
}

/** Published versions as in production, with the shipped one compiled already. */
export async function publishedVersions(store: Store, clock: Clock): Promise<Versions> {
  const { xml, tables } = await shippedVersion();
  await store.put({ kind: 'tables', id: tablesId(xml), body: tables, expecting: 0 });
  return openVersions(store, root, 'child-protection', clock);
}

/** The shipped version as the server has it, where a test publishes nothing. */
export const shippedVersions: Versions = {
  ...{ current: shippedVersion, get: shippedVersion },
  list: async () => {
    const { id, name } = await shippedVersion();
    return [{ id, name, current: true }];
  },
  texts: async () => undefined,
  compiled: () => (loaded ? 1 : 0),
  publish: () => Promise.reject(new Error('this test publishes nothing')),
};
