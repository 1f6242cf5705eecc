import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlainWords } from '#engine';

const folder = join(import.meta.dirname, '..', '..', 'processes');
const read = new Map<string, Promise<PlainWords>>();

/** Words of the trade and reading ages to aim at. They come with the program and do not change while it runs. */
export function plainWords(pathway = 'child-protection'): Promise<PlainWords> {
  const known =
    read.get(pathway) ??
    readFile(join(folder, pathway, 'jargon.json'), 'utf8').then((text) => {
      const { targets, jargon } = JSON.parse(text) as PlainWords;
      return { targets, jargon };
    });
  read.set(pathway, known);
  return known;
}
