import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkPathway, importBeside, readVersionBeside } from '#engine';
import type { Calendar, Finding } from '#engine';
import type { HostileFile } from './hostile-files.ts';

const processes = join(import.meta.dirname, '../../processes');
const read = (path: string): unknown => JSON.parse(readFileSync(join(processes, path), 'utf8'));

export const descriptor = read('pathway.moddle.json') as object;
const ground = { calendar: read('calendars/england-and-wales.json') as Calendar, moddle: descriptor };

/** As much as a version needs beside what is sent. */
const around: Record<string, string> = {
  'pathway.bpmn': readFileSync(
    join(import.meta.dirname, '../processes/exchange/drawings/start-and-end.bpmn'),
    'utf8',
  ),
  'practice.json': '{"name":"small","source":"local","parts":[],"blocks":[]}',
  'timescales.json': '[]',
  'facts.json': '[]',
  'roles.json': '[]',
  'dictionary.json':
    '{"terms":[{"id":"why","name":"why","meaning":"x","type":"text","source":"x"}],"codeLists":[]}',
};

/**
 * What is said of a hostile file by what reads it before anything of it may be published: a drawing is imported and
 * checked, a form is read in its version. Findings of the small version around it are left out.
 */
export async function throughTheDoor({ kind, text }: HostileFile): Promise<Finding[]> {
  if (kind !== 'drawings') return (await readWith({ 'forms/hostile.json': text })).filter(isNotAround);
  const imported = await importBeside(text, descriptor);
  if (imported.xml === '') return imported.findings;
  return [...imported.findings, ...(await readWith({ 'pathway.bpmn': imported.xml }))];
}

async function readWith(files: Record<string, string>): Promise<Finding[]> {
  const { version, findings } = await readVersionBeside({ ...around, ...files }, ground);
  return version ? [...findings, ...checkPathway(version)] : findings;
}

const isNotAround = ({ element }: Finding): boolean =>
  element === undefined || !['begin', 'done'].includes(element);
