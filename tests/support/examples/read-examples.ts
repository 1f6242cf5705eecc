import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Example } from '../../../server/examples/index.ts';

/** Reads every example beside a version: T1, T2 … T10, and then those that have a name of their own. */
export async function readExamples(folder: string): Promise<Example[]> {
  const files = (await readdir(join(folder, 'examples'))).filter((file) => file.endsWith('.json'));
  const examples = await Promise.all(
    files.map(async (file) => {
      const example = JSON.parse(await readFile(join(folder, 'examples', file), 'utf8')) as Example;
      if (`${example.id}.json` !== file) throw new Error(`${file} holds the example ${example.id}`);
      return example;
    }),
  );
  const inOrder = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  const isNumbered = ({ id }: Example) => /^T\d/.test(id);
  return examples.toSorted((a, b) => Number(isNumbered(b)) - Number(isNumbered(a)) || inOrder(a.id, b.id));
}
