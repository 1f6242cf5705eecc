import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { roundTrip } from '#engine';
import type { RoundTrip } from '#engine';

/** A drawing of a folder, opened and saved again. */
export interface Exchanged extends RoundTrip {
  /** its path within the folder */
  file: string;
}

/** Opens, saves and compares every .bpmn file of a folder and of the folders inside it, in the order of their names. */
export async function exchange(folder: string, descriptor: object): Promise<Exchanged[]> {
  const found = await readdir(folder, { recursive: true });
  const exchanged: Exchanged[] = [];
  for (const file of found.filter((name) => name.endsWith('.bpmn')).sort()) {
    const xml = decode(await readFile(join(folder, file)));
    exchanged.push({ file, ...(await roundTrip(xml, descriptor)) });
  }
  return exchanged;
}

/** A file in another encoding says so in its first line, or by its first two bytes. */
function decode(bytes: Buffer): string {
  const first = bytes.subarray(0, 200).toString('latin1');
  const named = /^[^<]*<\?xml[^>]*\bencoding=["']([\w.-]+)["']/.exec(first)?.[1] ?? 'utf-8';
  const wide = /^\xFF\xFE/.test(first) ? 'utf-16le' : /^\xFE\xFF/.test(first) ? 'utf-16be' : named;
  try {
    return new TextDecoder(wide).decode(bytes);
  } catch {
    return bytes.toString('utf8'); // an encoding nobody knows: what can be read of it is compared
  }
}
