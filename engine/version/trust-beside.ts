import type { Block, Output, PracticeViews, Translation } from '../contracts/index.ts';
import type { Beside } from './beside.ts';

/**
 * What stands beside the drawing, from texts that the server has already read and checked: for a browser, which loads
 * no schema compiler. What is not JSON leaves its part empty; the server names it.
 */
export function trustBeside(files: Readonly<Record<string, string>>): Beside {
  const part = <T>(name: string, empty: T): T => parsed<T>(files[name]) ?? empty;
  const practice = part<{ name?: string; blocks?: Block[]; views?: PracticeViews }>('practice.json', {});
  return {
    name: practice.name ?? '',
    forms: Object.fromEntries(
      inFolder<Beside['forms'][string]>(files, 'forms/').map((form) => [form.id, form]),
    ),
    timescales: part('timescales.json', []),
    facts: part('facts.json', []),
    roles: part('roles.json', []),
    dictionary: part('dictionary.json', { terms: [], codeLists: [] }),
    blocks: practice.blocks ?? [],
    ...(practice.views ? { practice: practice.views } : {}),
    outputs: inFolder<Output>(files, 'outputs/'),
    translations: inFolder<Translation>(files, 'translations/'),
  };
}

function inFolder<T>(files: Readonly<Record<string, string>>, folder: string): T[] {
  return Object.keys(files)
    .filter((name) => name.startsWith(folder) && name.endsWith('.json'))
    .sort()
    .flatMap((name) => parsed<T>(files[name]) ?? []);
}

const read = new Map<string, unknown>();

/** Texts are kept once read: of a version's files, few change from one look to the next. */
function parsed<T>(text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  if (!read.has(text)) {
    if (read.size > 500) read.clear();
    read.set(text, parse(text));
  }
  return read.get(text) as T | undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
