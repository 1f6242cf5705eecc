import { compile, readPathway, schemaOf } from '#engine';
import type { Case, CaseChange, Form, FormQuestion, Outcome, Timescale, Version } from '#engine';
import descriptor from '../../processes/pathway.moddle.json' with { type: 'json' };
import calendar from '../../processes/calendars/england-and-wales.json' with { type: 'json' };
import { drawing } from './drawing.ts';

interface Small {
  drawing: Record<string, string>;
  /** questions by form id; every step opens the form of its own id, and one with no entry asks nothing */
  forms?: Record<string, Partial<FormQuestion>[]>;
  facts?: Record<string, Form['facts']>;
  open?: Record<string, { as: string; until: string[] }>;
  timescales?: Partial<Timescale>[];
  /** by step: timescales, notBy, sends */
  steps?: Record<string, { timescales?: string[]; notBy?: string; sends?: string }>;
  anytime?: string[];
  blocks?: Version['blocks'];
}

/** A whole version small enough to stand in a test. */
export async function smallVersion(small: Small): Promise<Version> {
  const xml = drawing(small.drawing);
  const { pathway } = await readPathway(xml, descriptor);
  for (const element of pathway.processes.flatMap((process) => process.elements)) {
    Object.assign(element, small.steps?.[element.id]);
    if (element.kind === 'step') Object.assign(element, { form: element.id, role: 'practitioner' });
  }
  const steps = pathway.processes.flatMap((process) => process.elements).filter((one) => one.kind === 'step');
  const ids = [...steps.map((step) => step.id), ...(small.anytime ?? [])];
  const forms = Object.fromEntries(ids.map((id) => [id, smallForm(id, small)]));
  const named = Object.values(forms).flatMap((form) => form.facts.map((fact) => fact.fact));
  return {
    ...{ id: 'v1', name: 'small', xml, pathway, forms, calendar },
    tables: await compile(xml, { pathway: descriptor }),
    timescales: (small.timescales ?? []).map((one) => ({ ...plainTimescale, ...one })),
    facts: [...new Set([...named, ...Object.keys(small.open ?? {})])].map((id) => ({
      ...{ id, name: id, meaning: id, per: 'child' as const, source: 'local' },
      ...(small.open?.[id] ? { open: small.open[id] } : {}),
    })),
    roles: [{ id: 'practitioner', name: 'practitioner', meaning: '' }],
    dictionary: { terms: [], codeLists: [] },
    ...{ blocks: small.blocks ?? [], outputs: [] },
  };
}

const plainTimescale: Timescale = {
  ...{ id: '', name: '', from: '', until: [], length: 0, unit: 'working-days', source: 'local', local: true },
  ...{ warn: [], lateReason: false },
};

function smallForm(id: string, small: Small): Form {
  const questions = (small.forms?.[id] ?? []).map((given) => ({
    ...{ id: '', type: 'short-text' as const, label: `Question ${given.id ?? ''}`, per: 'family' as const },
    ...{ purpose: 'test', source: 'local', policy: 'ask' as const, term: given.id ?? '' },
    ...given,
  }));
  const layout = [{ id: 'all', title: 'All', questions }];
  const form = { id, title: id, purpose: 'test', source: 'local', layout, rules: [] };
  const anytime = small.anytime?.includes(id) ? { anytime: { roles: ['practitioner'], add: id } } : {};
  const schema = schemaOf(form, { codeLists: [] }, small.blocks ?? []);
  return { ...form, ...anytime, schema, facts: small.facts?.[id] ?? [] };
}

/** The change, or a failure that says why it was refused. */
export function done(outcome: Outcome): CaseChange {
  if (outcome.kind === 'done') return outcome;
  throw new Error(`${outcome.reason}: ${outcome.message} ${JSON.stringify(outcome.findings)}`);
}

/** Open steps per child, as words: `{ ada: ['write'], ben: ['write'] }`. */
export function openSteps(kase: Case): Record<string, string[]> {
  return Object.fromEntries(
    kase.children.map(({ id }) => [
      id,
      kase.tasks
        .filter((task) => task.children.includes(id))
        .map((task) => task.step)
        .sort(),
    ]),
  );
}
