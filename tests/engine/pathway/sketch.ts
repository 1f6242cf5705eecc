import { readFileSync } from 'node:fs';
import type { Drawing } from '../../../engine/pathway/checks/index.ts';
import type {
  Element,
  Fact,
  Finding,
  Form,
  FormQuestion,
  Pathway,
  Role,
  Timescale,
} from '../../../engine/contracts/index.ts';
import { readPathway } from '../../../engine/pathway/read-pathway.ts';
import { drawing } from '../../support/drawing.ts';

export const descriptor = JSON.parse(
  readFileSync(new URL('../../../processes/pathway.moddle.json', import.meta.url), 'utf8'),
) as object;

/** Reads a small drawing (see tests/support/drawing.ts), then says more of its elements and lines, by id. */
export async function sketch(
  processes: Record<string, string>,
  more: Record<string, Partial<Element> & { name?: string }> = {},
): Promise<Pathway> {
  const { pathway } = await readPathway(drawing(processes), descriptor);
  for (const process of pathway.processes) {
    for (const drawn of [...process.elements, ...process.flows]) Object.assign(drawn, more[drawn.id]);
  }
  return pathway;
}

/** What a check looks at: a drawing, and beside it only what the example needs. */
export const beside = (pathway: Pathway, more: Partial<Drawing> = {}): Drawing => ({
  pathway,
  forms: {},
  dictionary: { terms: [], codeLists: [] },
  timescales: [],
  facts: [],
  roles: [],
  ...more,
});

export const ids = (findings: Finding[]): (string | undefined)[] => findings.map(({ element }) => element);

export const question = (term: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  id: term,
  type: 'radios',
  label: `What of ${term}?`,
  per: 'family',
  purpose: 'The next step follows from it.',
  source: 'local',
  term,
  policy: 'ask',
  ...more,
});

/** A form of one section that asks for these terms, and records these facts on the day it is completed. */
export function form(id: string, asks: (string | FormQuestion)[] = [], records: string[] = []): Form {
  return {
    id,
    title: `Form ${id}`,
    purpose: 'Says what was done.',
    source: 'local',
    schema: {},
    layout: [
      {
        id: 'all',
        title: 'All',
        questions: asks.map((asked) => (typeof asked === 'string' ? question(asked) : asked)),
      },
    ],
    facts: records.map((fact) => ({ fact, on: 'completed' })),
    rules: [],
  };
}

export const forms = (...all: Form[]): Record<string, Form> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

export const fact = (id: string): Fact => ({ id, name: id, meaning: id, per: 'child', source: 'local' });

export const role = (id: string, name = id): Role => ({ id, name, meaning: name });

export const timescale = (id: string, more: Partial<Timescale> = {}): Timescale => ({
  id,
  name: id,
  from: 'begun',
  until: ['done'],
  length: 10,
  unit: 'working-days',
  source: 'local',
  local: true,
  warn: [],
  lateReason: false,
  ...more,
});
