/**
 * `npm run forms`: writes the JSON Schema of every form into its file, from the form's own layout.
 * With `--check` nothing is written and a schema that is not up to date is an error.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { schemaOf } from '../../engine/forms/index.ts';
import type { Form } from '../../engine/contracts/index.ts';
import { readBeside } from '../../engine/version/index.ts';
import { versionFiles } from './version-files.ts';

const onlyCheck = process.argv.includes('--check');
const stale: string[] = [];
let forms = 0;

for (const folder of versionFolders()) {
  const { beside } = readBeside(versionFiles(folder));
  for (const { id } of Object.values(beside.forms)) {
    const file = join(folder, 'forms', `${id}.json`);
    const text = readFileSync(file, 'utf8');
    const form = JSON.parse(text) as Form;
    const fresh = { ...form, schema: schemaOf(form, beside.dictionary, beside.blocks) };
    forms++;
    if (JSON.stringify(fresh) === JSON.stringify(form)) continue;
    stale.push(file);
    if (!onlyCheck) writeFileSync(file, await pretty(JSON.stringify(fresh), file));
  }
}

const what = onlyCheck ? 'not up to date' : 'written';
for (const file of stale) process.stdout.write(`${file}: schema ${what}\n`);
process.stdout.write(`${forms} forms, ${stale.length} schemas ${what}\n`);
if (onlyCheck && stale.length > 0) process.exitCode = 1;

function versionFolders(): string[] {
  return readdirSync('processes', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'forms')
    .map((entry) => entry.parentPath)
    .sort();
}

async function pretty(text: string, file: string): Promise<string> {
  const config = await resolveConfig(file);
  return format(text, { ...config, parser: 'json' });
}
