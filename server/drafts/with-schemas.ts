import { setImmediate } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { schemaOf } from '#engine';
import type { Block, Dictionary, Form } from '#engine';

type Files = Record<string, string>;

/**
 * Writes the schema of each form from its layout: a page sends forms without, and what is checked against is never
 * taken from a browser. `before` are files as they were: one that says the same as before keeps its very text, so that
 * a change that was taken back leaves the same version. Needs files that can be read.
 */
export function withSchemas(files: Files, ...before: Files[]): Files {
  const dictionary = JSON.parse(files['dictionary.json'] ?? '{"codeLists":[]}') as Dictionary;
  const { blocks } = JSON.parse(files['practice.json'] ?? '{"blocks":[]}') as { blocks: Block[] };
  const isDone = unchanged(files, before);
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      isDone(path)
        ? text
        : asBefore(path, path.startsWith('forms/') ? formText(text, dictionary, blocks) : text, before),
    ]),
  );
}

/** A file that is as it was, beside what schemas are made from as that was, has its schema: writing all takes long. */
function unchanged(files: Files, [last]: Files[]): (path: string) => boolean {
  const sameGround = ['dictionary.json', 'practice.json'].every((path) => files[path] === last?.[path]);
  return (path) => sameGround && files[path] === last?.[path];
}

/** What a browser is sent: forms without their schema. Long work, done form by form, so that others are answered too. */
export async function withoutSchemas(files: Files): Promise<Files> {
  const sent: Files = {};
  for (const [path, text] of Object.entries(files)) {
    sent[path] = path.startsWith('forms/') ? await withoutSchema(text) : text;
  }
  return sent;
}

const stripped = new Map<string, string>();
const mostStripped = 300;

async function withoutSchema(text: string): Promise<string> {
  const known = stripped.get(text);
  if (known !== undefined) return known;
  await setImmediate();
  const without = `${JSON.stringify({ ...(JSON.parse(text) as Form), schema: {} }, null, 2)}\n`;
  const [oldest] = stripped.keys();
  if (stripped.size >= mostStripped && oldest !== undefined) stripped.delete(oldest);
  stripped.set(text, without);
  return without;
}

function formText(text: string, dictionary: Dictionary, blocks: Block[]): string {
  const form = JSON.parse(text) as Form;
  const schema = schemaOf(form, dictionary, blocks);
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(schema)), form.schema)) return text;
  return `${JSON.stringify({ ...form, schema }, null, 2)}\n`;
}

function asBefore(path: string, text: string, before: Files[]): string {
  const known = before.map((files) => files[path]).filter((one) => one !== undefined);
  if (known.includes(text) || !path.endsWith('.json')) return text;
  return known.find((one) => saysTheSame(one, text)) ?? text;
}

const saysTheSame = (one: string, other: string): boolean =>
  isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
