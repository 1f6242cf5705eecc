import { describe, expect, it } from 'vitest';
import { readBeside, readPathway, readVersion, versionId } from '#engine';
import descriptor from '../../../processes/pathway.moddle.json' with { type: 'json' };
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };
import { drawing } from '../../support/drawing.ts';
import { around, dictionary, form, harms, question } from '../forms/small-form.ts';

const json = (value: unknown) => JSON.stringify(value);
const visit = form([question({ id: 'seenOn', type: 'date', label: 'Seen on', required: true })], {
  facts: [{ fact: 'child-seen', on: 'seenOn' }],
});
const letter = {
  ...{ id: 'letter', form: 'visit', title: 'Letter', audience: 'family' },
  blocks: [{ kind: 'answer', question: 'seenOn' }],
};
const files: Record<string, string> = {
  'pathway.bpmn': drawing({ main: '(start) -> visit -> (done)' }),
  'dictionary.json': json(dictionary),
  'practice.json': json({
    name: 'Plain',
    source: 'local',
    parts: [{ id: 'map', name: 'Map' }],
    blocks: [harms],
  }),
  'facts.json': json(around.facts),
  'timescales.json': json(around.timescales),
  'roles.json': json(around.roles),
  'forms/visit.json': json(visit),
  'outputs/letter.json': json(letter),
};
const said = (changes: Record<string, string | undefined>) => {
  const changed = Object.entries({ ...files, ...changes }).filter(([, text]) => text !== undefined);
  return readBeside(Object.fromEntries(changed) as Record<string, string>).findings.map(
    ({ message }) => message,
  );
};

describe('the folder of a version', () => {
  it('is read whole, without a finding', async () => {
    const { version, findings } = await readVersion(files, { calendar, moddle: descriptor, readPathway });
    expect(findings).toEqual([]);
    expect(version.pathway.processes.flatMap(({ elements }) => elements.map(({ id }) => id))).toContain(
      'visit',
    );
    expect(Object.keys(version.forms)).toEqual(['visit']);
    expect(version).toMatchObject({ name: 'Plain', blocks: [{ id: 'harms' }], outputs: [{ id: 'letter' }] });
    expect(version.id).toBe(versionId(files));
  });

  it('without its drawing says so', async () => {
    const { 'pathway.bpmn': _, ...rest } = files;
    const { findings } = await readVersion(rest, { calendar, moddle: descriptor, readPathway });
    expect(findings.map(({ message }) => message)).toEqual(['pathway.bpmn is missing: a version needs it.']);
  });

  it('says of an answer that opens what nothing in the drawing takes', async () => {
    const { readBy: _, ...choice } = question({
      ...{ id: 'decision', type: 'radios', label: 'What next?', per: 'child', codes: 'ways' },
      opens: { plan: 'new worry' },
    });
    const asked = [...(visit.layout[0]?.questions ?? []), choice];
    const opening = { ...files, 'forms/visit.json': json(form(asked, { facts: visit.facts })) };
    const { findings } = await readVersion(opening, { calendar, moddle: descriptor, readPathway });
    expect(findings.map(({ question: id, message }) => `${id}: ${message}`)).toEqual([
      'decision: “What next?” opens “new worry”, a message that nothing in the drawing takes.',
    ]);
  });
});

describe('a part of a version', () => {
  it('that is missing is one finding, not one for every name that would have been in it', () => {
    expect(said({ 'facts.json': undefined, 'timescales.json': undefined })).toEqual([
      'timescales.json is missing: a version needs it.',
      'facts.json is missing: a version needs it.',
    ]);
  });

  it('that is not in its shape says where', () => {
    expect(said({ 'roles.json': '{' })[0]).toMatch(/^roles\.json is not JSON/);
    expect(said({ 'roles.json': json([{ id: 'worker', name: 'Worker', meaning: 'x', pay: 3 }]) })).toEqual([
      'roles.json “worker” has “pay”, which nothing reads.',
    ]);
  });

  it('that lists more than a document can show is refused', () => {
    const parts = (block: object, count: number) => ({
      ...letter,
      blocks: [...letter.blocks, ...Array.from({ length: count }, () => block)],
    });
    const beside = (count: number) => ({
      ...{ kind: 'living', block: 'harms', number: 'x' },
      beside: Array.from({ length: count }, () => ({ block: 'harms', by: 'x' })),
    });
    const twice = { kind: 'living', block: 'harms', columns: ['what', 'what'] };
    expect(said({ 'outputs/letter.json': json(parts({ kind: 'page-break' }, 199)) })).toEqual([]);
    expect(said({ 'outputs/letter.json': json(parts(beside(6), 1)) })).toEqual([]);
    for (const many of [parts({ kind: 'page-break' }, 200), parts(beside(7), 1), parts(twice, 1)])
      expect(said({ 'outputs/letter.json': json(many) }).join(' ')).toMatch(
        /must NOT have (more than|duplicate)/,
      );
  });

  it.each([
    [
      'roles.json',
      [...(around.roles ?? []), ...(around.roles ?? [])],
      'Two of the roles are called “worker”: give one of them another id.',
    ],
    [
      'timescales.json',
      [{ ...around.timescales?.[0], until: ['tea'] }],
      '“Visit” counts from or until “tea”, which is no fact.',
    ],
    [
      'timescales.json',
      [{ ...around.timescales?.[0], warn: [{ at: 'due', tell: 'mayor' }] }],
      '“Visit” warns “mayor”, which is no role.',
    ],
    [
      'timescales.json',
      [{ ...around.timescales?.[0], applies: 'unborn and' }],
      "“Visit” applies when “unborn and”: it can't be read near “unborn and”.",
    ],
    ['timescales.json', [{ ...around.timescales?.[0], length: 0 }], '“Visit” has no length.'],
    [
      'facts.json',
      [{ ...around.facts?.[1], open: { as: 'planOpen', until: ['tea'] } }, around.facts?.[0]],
      'The fact “plan-started” is open until “tea”, which is no fact.',
    ],
    [
      'outputs/letter.json',
      { ...letter, form: 'poster' },
      'The output “letter” prints the form “poster”, which is not there.',
    ],
    [
      'outputs/letter.json',
      { ...letter, blocks: [{ kind: 'answer', question: 'mood' }] },
      'The output “letter” prints “mood”, which “Visit” does not ask.',
    ],
    [
      'forms/call.json',
      visit,
      'forms/call.json holds a form called “visit”: the file and the form carry the same name.',
    ],
    [
      'outputs/letter.json',
      { ...letter, blocks: [] },
      '“Seen on” is to be read in “Letter” (letter), which does not print it.',
    ],
  ])('%s with a slip is named', (name, value, message) => {
    expect(said({ [name]: json(value) })).toContain(message);
  });

  it('of the dictionary offers only code lists that are there, each code once', () => {
    const [first] = dictionary.codeLists;
    const terms = [{ ...dictionary.terms[1], codes: 'roads' }, dictionary.terms[0]];
    const twice = { ...first, codes: [...(first?.codes ?? []), ...(first?.codes ?? [])] };
    expect(said({ 'dictionary.json': json({ terms, codeLists: [twice] }) })).toEqual([
      'The term “decision” uses the code list “roads”, which is not there.',
      'The code list “ways” holds the same code twice.',
    ]);
  });
});

describe('the name of a version', () => {
  it('is a hash of what is in its folder, in any order', () => {
    const turned = Object.fromEntries(Object.entries(files).toReversed());
    expect(versionId(turned)).toBe(versionId(files));
    expect(versionId(files)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with a text, a name or a file, and not with an example', () => {
    const id = versionId(files);
    const { 'facts.json': facts = '', ...rest } = files;
    expect(versionId({ ...files, 'facts.json': `${facts} ` })).not.toBe(id);
    expect(versionId({ ...rest, 'fact.json': facts })).not.toBe(id);
    expect(versionId({ ...files, 'forms/call.json': '{}' })).not.toBe(id);
    expect(versionId({ ...files, 'examples/t1.json': '{}' })).toBe(id);
  });

  it('does not let one file run over into the next', () => {
    expect(versionId({ a: 'bc', d: '' })).not.toBe(versionId({ a: 'b', cd: '' }));
    expect(versionId({ ab: 'c' })).not.toBe(versionId({ a: 'bc' }));
  });
});
