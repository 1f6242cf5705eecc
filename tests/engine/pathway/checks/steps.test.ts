import { describe, expect, test } from 'vitest';
import type { Element } from '../../../../engine/contracts/index.ts';
import type { Check, Drawing } from '../../../../engine/pathway/checks/index.ts';
import { checks } from '../../../../engine/pathway/checks/index.ts';
import { beside, form, forms, ids, question, role, sketch, timescale } from '../sketch.ts';

/** What a check says of a drawing of one step. */
const ofStep = async (name: string, step: Partial<Element>, more: Partial<Drawing> = {}) => {
  const pathway = await sketch(
    { main: '(start) -> write -> (done)' },
    { write: { name: 'Write report', ...step } },
  );
  return (checks[name] as Check)(beside(pathway, more));
};

const ofTwo = async (
  name: string,
  first: Partial<Element>,
  second: Partial<Element>,
  more: Partial<Drawing> = {},
) => {
  const pathway = await sketch(
    { main: '(start) -> write -> sign -> (done)' },
    { write: first, sign: second },
  );
  return (checks[name] as Check)(beside(pathway, more));
};

describe('step-has-verb-and-object', () => {
  test.each([
    'Write report',
    'Decide on the next step',
    'Document the visit',
    'Bring papers',
    'Book meeting room',
  ])('“%s” says what is done', async (name) =>
    expect(await ofStep('step-has-verb-and-object', { name })).toEqual([]),
  );

  test.each([
    '',
    'Write',
    'Report writing?',
    'The report',
    'Authorisation of report',
    'Screening of contact',
    'Assessment',
  ])('“%s” does not', async (name) =>
    expect(ids(await ofStep('step-has-verb-and-object', { name }))).toEqual(['write']),
  );
});

describe('step-has-role', () => {
  const roles = [role('worker')];

  test('a role that exists', async () => {
    expect(await ofStep('step-has-role', { role: 'worker' }, { roles })).toEqual([]);
  });

  test('no role, and one that does not exist, are found', async () => {
    expect((await ofStep('step-has-role', {}, { roles }))[0]?.message).toMatch(/does not say who does it/);
    expect((await ofStep('step-has-role', { role: 'wroker' }, { roles }))[0]?.message).toMatch(
      /Choose one of: worker/,
    );
  });
});

describe('step-has-form', () => {
  test('a form of the version', async () => {
    expect(await ofStep('step-has-form', { form: 'report' }, { forms: forms(form('report')) })).toEqual([]);
  });

  test('no form, and one that does not exist, are found', async () => {
    expect((await ofStep('step-has-form', {}))[0]?.message).toMatch(/opens no form/);
    expect((await ofStep('step-has-form', { form: 'toString' }))[0]?.message).toMatch(
      /“toString”, which does not exist/,
    );
  });
});

describe('step-has-purpose', () => {
  test('a sentence', async () => {
    expect(await ofStep('step-has-purpose', { purpose: 'Says what was found and why.' })).toEqual([]);
  });

  test('nothing, and a word or two, are found', async () => {
    expect(ids(await ofStep('step-has-purpose', {}))).toEqual(['write']);
    expect(ids(await ofStep('step-has-purpose', { purpose: 'The report' }))).toEqual(['write']);
  });
});

describe('step-has-timescale', () => {
  const timescales = [timescale('first'), timescale('later')];

  test('one, several, or the word none', async () => {
    for (const own of [['first'], ['first', 'later'], ['none']]) {
      expect(await ofStep('step-has-timescale', { timescales: own }, { timescales })).toEqual([]);
    }
  });

  test('silence, one that does not exist, and none beside another are found', async () => {
    const say = async (own: string[]) =>
      (await ofStep('step-has-timescale', { timescales: own }, { timescales }))[0]?.message;
    expect(await say([])).toMatch(/does not say by when/);
    expect(await say(['first', 'last'])).toMatch(/“last”, which does not exist/);
    expect(await say(['none', 'first'])).toMatch(/both a timescale and “none”/);
  });
});

describe('timer-has-timescale', () => {
  const say = async (id?: string) => {
    const pathway = await sketch({ main: `(start) -> ~late "${id ?? 'x'}" -> (done)` });
    if (id === undefined)
      delete pathway.processes[0]?.elements.find((element) => element.id === 'late')?.timescale;
    return (checks['timer-has-timescale'] as Check)(beside(pathway, { timescales: [timescale('ten')] }));
  };

  test('a clock falls due by a timescale that exists', async () => {
    expect(await say('ten')).toEqual([]);
    expect((await say('eleven'))[0]?.message).toMatch(/“eleven”, which does not exist/);
    expect((await say())[0]?.message).toMatch(/does not say which timescale/);
  });
});

describe('timescale-counts-as-its-source', () => {
  const say = (source: string, unit: 'working-days' | 'calendar-days') =>
    ofStep('timescale-counts-as-its-source', {}, { timescales: [timescale('first', { source, unit })] });

  test('working days are counted where the source speaks of them', async () => {
    expect(await say('the Act: 15 working days', 'working-days')).toEqual([]);
    expect(await say('the Act: 8 days', 'calendar-days')).toEqual([]);
    expect((await say('the Act: 15 working days', 'calendar-days'))[0]?.message).toMatch(
      /counts calendar days/,
    );
  });
});

describe('needed-facts-are-recorded', () => {
  const timescales = [timescale('first', { from: 'begun', until: ['done', 'given-up'] })];
  const say = async (records: string[], more: Partial<Drawing> = {}) => {
    const found = await ofStep(
      'needed-facts-are-recorded',
      { form: 'report' },
      { forms: forms(form('report', [], records)), timescales, ...more },
    );
    return found.map(({ message }) => message);
  };

  test('the start of a timescale, and one of its ends, are recorded by a form on the drawing', async () => {
    expect(await say(['begun', 'done'])).toEqual([]);
    expect(await say(['begun'])).toEqual([expect.stringContaining('needs “done” or “given-up”')]);
    expect(await say(['done'])).toEqual([expect.stringContaining('needs “begun”')]);
  });

  test('a form that no step opens records nothing, unless it may be added at any time', async () => {
    const note = form('note', [], ['begun']);
    const all = (more: object) => ({ forms: forms(form('report', [], ['done']), { ...note, ...more }) });
    expect(await say([], all({}))).toHaveLength(1);
    expect(await say([], all({ anytime: { roles: ['worker'], add: 'Note' } }))).toEqual([]);
  });

  test('what a measure reads is needed too', async () => {
    const measured = { neededFacts: [{ fact: 'given-up', by: 'The measure of what was given up' }] };
    expect(await say(['begun', 'done'], measured)).toEqual([
      expect.stringMatching(/^The measure of what was given up needs/),
    ]);
  });
});

describe('step-keeps-its-id', () => {
  const was: Partial<Element> = { name: 'Write report', form: 'report', role: 'worker' };
  const say = async (now: Partial<Element>) => {
    const previous = await sketch({ main: '(start) -> write -> (done)' }, { write: was });
    return ofStep('step-keeps-its-id', now, { previous });
  };

  test('a step may be renamed, given to another, or have another form', async () => {
    expect(await say({ ...was, name: 'Draft report' })).toEqual([]);
    expect(await say({ ...was, role: 'manager', form: 'short-report' })).toEqual([]);
  });

  test('another step, or another kind of thing, under the same id is found', async () => {
    expect(ids(await say({ name: 'Book room', form: 'booking', role: 'clerk' }))).toEqual(['write']);
    expect(ids(await say({ ...was, kind: 'stage' }))).toEqual(['write']);
  });
});

describe('no-pseudo-steps', () => {
  test.each([
    'Validate form',
    'Go back',
    'Back to screening',
    'Save draft',
    'Notify manager',
    'Is the form valid?',
  ])('“%s” is the work of the machine', async (name) =>
    expect(await ofStep('no-pseudo-steps', { name })).toMatchObject([{ level: 'warning', element: 'write' }]),
  );

  test.each(['Check readiness with the family', 'Tell the referrer', 'Share report', 'Visit safe place'])(
    '“%s” is the work of a person',
    async (name) => expect(await ofStep('no-pseudo-steps', { name })).toEqual([]),
  );
});

describe('ids-are-free', () => {
  test.each([{ form: 'constructor' }, { role: 'toString' }, { timescales: ['__proto__'] }])(
    'nothing is named by a word of the program itself: %o',
    async (step) =>
      expect(await ofStep('ids-are-free', step)).toMatchObject([{ level: 'error', element: 'write' }]),
  );

  test('any other name is free', async () => {
    expect(await ofStep('ids-are-free', { form: 'construction', role: 'value' })).toEqual([]);
  });
});

describe('stage-has-few-roles', () => {
  const steps = 'one -> two -> three -> four';
  const say = async (roles: string[]) => {
    const [one = '', two = '', three = '', four = ''] = roles;
    const pathway = await sketch(
      { main: `(start) -> ${steps} -> (done)` },
      { one: { role: one }, two: { role: two }, three: { role: three }, four: { role: four } },
    );
    return (checks['stage-has-few-roles'] as Check)(beside(pathway, { roles: [role('a', 'Clerk')] }));
  };

  test('three roles may take part, a fourth is found', async () => {
    expect(await say(['a', 'b', 'c', 'a'])).toEqual([]);
    expect((await say(['a', 'b', 'c', 'd']))[0]?.message).toMatch(/4 roles .*\(Clerk, b, c, d\)/);
  });
});

describe('one-approval-is-enough', () => {
  test('an approval after an approval by the same role is pointed out', async () => {
    const approve = (name: string, by: string) => ({ name, role: by });
    const say = (first: object, second: object) => ofTwo('one-approval-is-enough', first, second);
    expect(await say(approve('Approve plan', 'manager'), approve('Sign plan', 'manager'))).toMatchObject([
      { level: 'advice', element: 'sign' },
    ]);
    expect(await say(approve('Approve plan', 'manager'), approve('Sign plan', 'chair'))).toEqual([]);
    expect(await say(approve('Write plan', 'manager'), approve('Sign plan', 'manager'))).toEqual([]);
  });
});

describe('steps-to-merge', () => {
  const all = forms(
    form('one', ['a', 'b', 'c']),
    form('two', ['b', 'c', 'd']),
    form('three', ['c', 'd', 'e']),
  );
  const say = (second: string, by = 'worker') =>
    ofTwo('steps-to-merge', { form: 'one', role: 'worker' }, { form: second, role: by }, { forms: all });

  test('two steps in a row, by one role, that share more than half of what they ask', async () => {
    expect(ids(await say('two'))).toEqual(['sign']);
    expect(await say('three')).toEqual([]);
    expect(await say('two', 'manager')).toEqual([]);
  });
});

describe('step-is-read', () => {
  const say = (own: ReturnType<typeof form>, more: Partial<Drawing> = {}) =>
    ofStep('step-is-read', { form: 'report' }, { forms: forms(own), ...more });

  test('a step that nobody reads is pointed out', async () => {
    expect(ids(await say(form('report', ['a'])))).toEqual(['write']);
  });

  test('a reader is an output, a person named on a question, or a fact', async () => {
    const output = { id: 'o', form: 'report', title: 'Report', audience: 'family' as const, blocks: [] };
    expect(await say(form('report', ['a']), { outputs: [output] })).toEqual([]);
    expect(await say(form('report', [question('a', { readBy: ['letter'] })]))).toEqual([]);
    expect(await say(form('report', ['a'], ['written']))).toEqual([]);
  });
});
