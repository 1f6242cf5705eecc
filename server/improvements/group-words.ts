import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a working group is asked, and the words it keeps out of forms: data beside the versions of a pathway. */
export interface GroupWords {
  prompts: { id: string; name: string; questions: { id: string; text: string }[] }[];
  avoid: { word: string; say: string }[];
}

const folder = join(import.meta.dirname, '..', '..', 'processes');
const read = new Map<string, Promise<GroupWords>>();

/** Reads them once: they come with the program and do not change while it runs. */
export function groupWords(pathway = 'child-protection'): Promise<GroupWords> {
  const known = read.get(pathway) ?? readWords(pathway);
  read.set(pathway, known);
  return known;
}

async function readWords(pathway: string): Promise<GroupWords> {
  const { prompts, avoid } = JSON.parse(
    await readFile(join(folder, pathway, 'working-group.json'), 'utf8'),
  ) as GroupWords;
  return { prompts, avoid };
}
