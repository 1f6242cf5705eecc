import { expect, it } from 'vitest';
import { compareVersions } from '#engine';
import type { Element, Flow, Timescale, Version } from '#engine';
import { shippedVersion } from '../../../support/shipped-version.ts';
import { fact, form, question, role, timescale } from '../sketch.ts';
import { changes, version } from './two-versions.ts';

const drawing = {
  main: `(start) -> write -> <ready>
         <ready> -[x = 1]-> [meet] -> (end)
         <ready> => write`,
  meet: '(a) -> invite -> hold -> (b)',
};

it('a drawing that is only laid out anew has not changed', async () => {
  const at = (x: number) => ({ at: { x, y: 0, width: 100, height: 80 } });
  const way = { way: [{ x: 1, y: 2 }] };
  const before = { drawing, more: { write: at(10), hold: at(300) } };
  const after = { drawing, more: { write: at(500), hold: at(0), 'start--write': way } };
  expect(await changes(before, after)).toEqual([]);
});

it('elements and forms written in another order have not changed', async () => {
  const forms = { one: form('one'), two: form('two') };
  const before = await version({ drawing, forms });
  const after = await version({ drawing, forms: { two: form('two'), one: form('one') } });
  for (const process of after.pathway.processes) process.elements.reverse();
  after.pathway.processes.reverse();
  expect(compareVersions(before, after)).toEqual([]);
});

it('a thing that only has another id has not changed', async () => {
  const other = {
    main: drawing.main.replaceAll('write', 'draft').replaceAll('[meet]', '[talk]'),
    talk: drawing.meet,
  };
  const named = { write: { name: 'Write it' }, meet: { name: 'Meeting' }, invite: { notBy: 'write' } };
  const renamed = { draft: { name: 'Write it' }, talk: { name: 'Meeting' }, invite: { notBy: 'draft' } };
  expect(await changes({ drawing, more: named }, { drawing: other, more: renamed })).toEqual([]);
});

it('what the law asks for comes first, then the changes follow the pathway, forms where they are used', async () => {
  const roles = [role('worker')];
  const more = (by: string) => ({
    hold: { role: by, statute: 'The Act' },
    write: { role: by, form: 'plan' },
    invite: { role: by },
  });
  const told = await changes(
    { drawing, roles, more: more('worker'), forms: { plan: form('plan') } },
    { drawing, roles, more: more('manager'), forms: { plan: form('plan', ['why']) } },
  );
  expect(
    told.map(({ kind, element, form: asked, statutory }) => [kind, element ?? asked, statutory]),
  ).toEqual([
    ['role', 'hold', true],
    ['role', 'write', false],
    ['form-used', 'write', false],
    ['asked', 'plan', false],
    ['role', 'invite', false],
  ]);
});

it('changes of what the law asks of any drawing are marked by its list', async () => {
  const facts = [fact('seen')];
  const before = await version({
    drawing,
    facts,
    forms: { plan: form('plan', [question('wish')], ['seen']) },
  });
  const after = await version({ drawing, facts, forms: { plan: form('plan') } });
  const statutory = {
    steps: [{ name: 'Seeing the child', fact: 'seen', source: 'The Act' }],
    timescales: [],
    questions: [{ name: 'Wishes', term: 'wish', source: 'The Act' }],
  };
  expect(
    compareVersions(before, after, statutory).map((change) => [change.sentence, change.statutory]),
  ).toEqual([
    ['“Form plan” no longer asks “What of wish?”.', true],
    ['“Form plan” no longer records “seen”.', true],
  ]);
});

it('the shipped version has not changed from itself', async () => {
  const shipped = await shippedVersion();
  expect(compareVersions(shipped, structuredClone(shipped))).toEqual([]);
});

/** Another value for everything that can be said of an element: the compiler sees to it that none is forgotten. */
const otherElement: { [key in Exclude<keyof Element, 'id' | 'at' | 'called' | 'bpmnType'>]-?: Element[key] } =
  {
    kind: 'stage',
    name: 'Another name',
    form: 'other',
    role: 'other',
    purpose: 'Another purpose.',
    timescales: ['other'],
    statute: 'Another law',
    practice: 'Another idea',
    sends: 'other news',
    notBy: 'invite',
    process: 'meet',
    attachedTo: 'hold',
    message: 'other news',
    timescale: 'other',
  };

/** On which element of a small drawing each can be told. */
const bearers: Partial<Record<keyof Element, string>> = {
  process: 'talk',
  attachedTo: 'late',
  message: 'news',
  timescale: 'late',
};

it.each(Object.entries(otherElement))('another %s of an element never goes unsaid', async (key, value) => {
  const all = {
    main: `${drawing.main}\nwrite^~late "soon" -> {talk=talking} -> @news "told" -> (over)`,
    meet: drawing.meet,
    talking: '(c) -> speak -> (d)',
  };
  const timescales: Timescale[] = [timescale('soon'), timescale('other', { length: 3 })];
  const before = { drawing: all, timescales, forms: { other: form('other') } };
  const id = bearers[key as keyof Element] ?? 'write';
  const told = await changes(before, { ...before, more: { [id]: { [key]: value } } });
  expect(told.filter(({ element }) => element === id).length).toBeGreaterThan(0);
});

const otherFlow: { [key in Exclude<keyof Flow, 'id' | 'way' | 'from'>]-?: Flow[key] } = {
  to: 'meet',
  name: 'Another name',
  condition: 'x = 2',
  isDefault: true,
};

it.each(Object.entries(otherFlow))('another %s of a line never goes unsaid', async (key, value) => {
  const id = key === 'to' ? 'start--write' : 'ready--meet';
  expect((await changes({ drawing }, { drawing, more: { [id]: { [key]: value } } })).length).toBeGreaterThan(
    0,
  );
});

const otherTimescale: { [key in Exclude<keyof Timescale, 'id'>]-?: Timescale[key] } = {
  name: 'Another name',
  from: 'other',
  until: ['other'],
  anchor: 'first',
  length: 99,
  unit: 'hours',
  source: 'Another law',
  local: false,
  warn: [{ at: 'due', tell: 'manager' }],
  lateReason: true,
  applies: 'unborn',
};

it.each(Object.entries(otherTimescale))('another %s of a timescale never goes unsaid', async (key, value) => {
  const used: Record<string, Partial<Element>>[] = [{}, { write: { timescales: ['soon'] } }];
  for (const more of used) {
    const given = (rule: Timescale) => ({
      drawing,
      timescales: [rule],
      more,
    });
    const told = await changes(given(timescale('soon')), given(timescale('soon', { [key]: value })));
    expect(told.length).toBeGreaterThan(0);
  }
});

const others: {
  [key in Exclude<keyof Version, 'id' | 'name' | 'xml' | 'tables' | 'calendar' | 'pathway'>]-?: Version[key];
} = {
  forms: { plan: form('plan') },
  timescales: [timescale('soon')],
  facts: [fact('seen')],
  roles: [role('worker')],
  dictionary: { terms: [], codeLists: [{ id: 'ways', name: 'Ways', source: 'local', codes: [] }] },
  blocks: [{ id: 'map', title: 'Map', prompt: '', part: 'map', columns: [] }],
  outputs: [{ id: 'letter', form: 'plan', title: 'Letter', audience: 'family', blocks: [] }],
  practice: { story: { block: 'map', child: 'who', picture: 'picture', words: 'words' } },
  translations: [{ language: 'pl', name: 'Polski', texts: { Letter: 'List' } }],
};

it.each(Object.entries(others))('something new among %s never goes unsaid', async (key, value) => {
  expect((await changes({ drawing }, { drawing, [key]: value })).length).toBeGreaterThan(0);
});
