import { readVersionBeside, versionId } from '#engine';
import type { Finding, Version } from '#engine';
import { refuse } from '../errors.ts';
import { groundOf } from '../pathways/index.ts';

export interface ReadFiles {
  /** without tables: to be looked at, checked and compared; absent: the files can't be read at all */
  version?: Version;
  /** what could not be read */
  findings: Finding[];
}

const most = 12;
const read = new Map<string, Promise<ReadFiles>>();

/**
 * Reads the texts of a draft or version, in a thread of its own: whatever is in them, the server goes on answering. The
 * same texts are read once; the few read last are remembered. `within`: milliseconds it may take, two seconds if absent.
 */
export function readFiles(files: Record<string, string>, within?: number): Promise<ReadFiles> {
  const id = versionId(files);
  const known = read.get(id) ?? groundOf().then((ground) => readVersionBeside(files, ground, within));
  read.delete(id);
  read.set(id, known);
  // what could not be read in time may be another time
  known.then(
    ({ version }) => version ?? read.delete(id),
    () => read.delete(id),
  );
  for (const oldest of read.keys()) {
    if (read.size <= most) break;
    read.delete(oldest);
  }
  return known;
}

/** What was read in time when it was taken in may take longer where much else is going on. */
const patience = 20_000;

/** Reads texts that were read before; ends the request where that can't be done now. */
export async function readAgain(
  files: Record<string, string>,
): Promise<{ version: Version; findings: Finding[] }> {
  const { version, findings } = await readFiles(files, patience);
  if (version) return { version, findings };
  return refuse(503, 'not-read', findings[0]?.message ?? 'This can’t be read now. Try again shortly.');
}
