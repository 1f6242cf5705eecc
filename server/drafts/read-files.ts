import { readPathway, readVersion, versionId } from '#engine';
import type { Finding, Version } from '#engine';
import { groundOf } from '../pathways/index.ts';

export interface ReadFiles {
  /** without tables: to be looked at, checked and compared */
  version: Version;
  /** what could not be read */
  findings: Finding[];
}

const most = 12;
const read = new Map<string, Promise<ReadFiles>>();

/** Reads the texts of a draft or version. The same texts are read once; the few read last are remembered. */
export function readFiles(files: Record<string, string>): Promise<ReadFiles> {
  const id = versionId(files);
  const known = read.get(id) ?? readGround(files);
  read.delete(id);
  read.set(id, known);
  known.catch(() => read.delete(id));
  for (const oldest of read.keys()) {
    if (read.size <= most) break;
    read.delete(oldest);
  }
  return known;
}

async function readGround(files: Record<string, string>): Promise<ReadFiles> {
  const { calendar, moddle } = await groundOf();
  return readVersion(files, { calendar, moddle, readPathway });
}
