import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSteps } from '#engine';
import type { Case, Tables } from '#engine';

/** A case as a released version stored it, and what it showed then. */
export interface Frozen {
  /** folder of the version in processes/child-protection/ */
  folder: string;
  /** content hash of that folder on the day */
  version: string;
  /** what compiled its tables */
  engine: string;
  case: Case;
  /** by open track: what it waited for */
  open: Record<string, string[]>;
}

/** By name, every case that was frozen. */
export function frozenCases(): [string, Frozen][] {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  );
  return folders.flatMap(({ name: folder }) =>
    readdirSync(join(import.meta.dirname, folder)).map((file): [string, Frozen] => {
      const text = readFileSync(join(import.meta.dirname, folder, file), 'utf8');
      return [`${folder}/${file.replace('.json', '')}`, JSON.parse(text) as Frozen];
    }),
  );
}

/** What each open track of a case waits for, by these tables. Throws when they have not got the place it stands in. */
export function opensAt(tables: Tables, kase: Case): Record<string, string[]> {
  return Object.fromEntries(
    kase.tracks.flatMap(({ id, track }) =>
      track ? [[id, openSteps(tables, track).map(({ path }) => path)]] : [],
    ),
  );
}
