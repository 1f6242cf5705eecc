import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ChainHead, Counts } from '../store/index.ts';

/** What a backup says of itself. The heads are those its chains had when it began: it holds at least so much. */
export interface Manifest {
  release: string;
  made: string;
  authority: { id: string; name: string };
  demonstration: boolean;
  created: string;
  counts: Counts;
  heads: ChainHead[];
  /** SHA-256 in hex of each file, by its path in the folder */
  files: Record<string, string>;
}

const name = 'manifest.json';

/** Writes what a folder holds beside it, once everything else is there. */
export async function writeManifest(folder: string, about: Omit<Manifest, 'files'>): Promise<Manifest> {
  const manifest = { ...about, files: await hashes(folder) };
  writeFileSync(join(folder, name), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  return manifest;
}

export type ManifestRead = { ok: true; manifest: Manifest } | { ok: false; message: string };

/** Reads a folder's manifest and every file in it: what differs is named. */
export async function readManifest(folder: string): Promise<ManifestRead> {
  const file = join(folder, name);
  if (!existsSync(file)) {
    const message = `${folder} is no whole backup: it has no ${name}. Name the folder that npm run backup wrote.`;
    return { ok: false, message };
  }
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  const there = await hashes(folder);
  const changed = Object.keys(manifest.files).filter((path) => there[path] !== manifest.files[path]);
  if (changed.length === 0) return { ok: true, manifest };
  const what = `${changed.slice(0, 5).join(', ')}${changed.length > 5 ? ' and more' : ''}`;
  return {
    ok: false,
    message: `The backup in ${folder} is not as it was written: ${what} differs or is gone. Nothing was restored; use another backup.`,
  };
}

async function hashes(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file);
    if (!entry.isFile() || path === name) continue;
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    found[path] = hash.digest('hex');
  }
  return found;
}
