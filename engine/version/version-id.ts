import { createHash } from 'node:crypto';

/**
 * The name of a version: a hash of every file in its folder but the examples, which show the pathway and are not it.
 * `files` are texts by path; neither their order nor the folder they lie in matters. 64 hexadecimal digits.
 */
export function versionId(files: Record<string, string>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).filter(isPartOfVersion).sort()) {
    const text = files[name] ?? '';
    // With both lengths before the texts no file can run over into the next.
    hash.update(`${Buffer.byteLength(name)} ${Buffer.byteLength(text)}\n${name}${text}`);
  }
  return hash.digest('hex');
}

/** Whether a file of a version's folder belongs to the version. */
export function isPartOfVersion(name: string): boolean {
  return !name.startsWith('examples/');
}
