import type { Block, Finding, Output, PracticeViews, Translation } from '../contracts/index.ts';
import { readForm } from '../forms/index.ts';
import type { Surroundings } from '../forms/index.ts';
import type { Beside } from './beside.ts';
import { besideFindings } from './beside-findings.ts';
import { parseFile } from './parse-file.ts';

/**
 * Reads what stands beside the drawing, from the texts of a version's folder by path within it
 * ('timescales.json', 'forms/contact.json'). A file that can't be read leaves its part empty and a finding.
 * `messages` are those that the drawing takes; without them, what an answer opens is not checked.
 */
export function readBeside(
  files: Record<string, string>,
  messages?: string[],
): { beside: Beside; findings: Finding[] } {
  const findings: Finding[] = [];
  const part = <T>(name: string, kind: Parameters<typeof parseFile>[2], empty: T): T => {
    const read = parseFile<T>(name, files[name], kind);
    findings.push(...read.findings);
    return read.is ?? empty;
  };
  const each = <T>(folder: string, kind: Parameters<typeof parseFile>[2]): T[] =>
    namesIn(files, folder).flatMap((name) => part<T | null>(name, kind, null) ?? []);
  const practice = part<{ name: string; blocks: Block[]; views?: PracticeViews }>(
    'practice.json',
    'practice',
    {
      name: '',
      blocks: [],
    },
  );
  const beside: Beside = {
    name: practice.name,
    forms: {},
    timescales: part('timescales.json', 'timescales', []),
    facts: part('facts.json', 'facts', []),
    roles: part('roles.json', 'roles', []),
    dictionary: part('dictionary.json', 'dictionary', { terms: [], codeLists: [] }),
    blocks: practice.blocks,
    ...(practice.views ? { practice: practice.views } : {}),
    outputs: each<Output>('outputs/', 'output'),
    translations: each<Translation>('translations/', 'translation'),
  };
  findings.push(...readForms(files, beside, messages), ...besideFindings(beside));
  return { beside, findings };
}

/** Puts the forms into `beside` and gives what is to be said of them. */
function readForms(files: Record<string, string>, beside: Beside, messages: string[] | undefined): Finding[] {
  const names = namesIn(files, 'forms/');
  const { facts, timescales, roles, ...rest } = beside;
  const around: Surroundings = {
    ...rest,
    ...present({ facts, timescales, roles }),
    forms: names.map(idOf),
    outputs: beside.outputs.map(({ id }) => id),
    ...(messages ? { messages } : {}),
  };
  return names.flatMap((name) => {
    const { form, findings } = readForm(files[name] ?? '', around);
    const said = findings.map((finding) => ({ ...finding, element: idOf(name) }));
    if (!form) return said;
    if (form.id !== idOf(name)) return [...said, misnamed(name, form.id)];
    beside.forms[form.id] = form;
    return said;
  });
}

/** A part whose file is missing is one finding; not one more for every name that would have been in it. */
function present<T extends Record<string, unknown[]>>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0)) as Partial<T>;
}

function namesIn(files: Record<string, string>, folder: string): string[] {
  return Object.keys(files)
    .filter((name) => name.startsWith(folder) && name.endsWith('.json'))
    .sort();
}

const idOf = (name: string): string => name.replace(/^.*\//, '').replace(/\.json$/, '');

function misnamed(name: string, id: string): Finding {
  const message = `${name} holds a form called “${id}”: the file and the form carry the same name.`;
  return { check: 'version-file', level: 'error', element: name, message };
}
