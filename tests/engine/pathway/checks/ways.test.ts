import { describe, expect, test } from 'vitest';
import type { Element, Form } from '../../../../engine/contracts/index.ts';
import type { Check, Drawing } from '../../../../engine/pathway/checks/index.ts';
import { checks } from '../../../../engine/pathway/checks/index.ts';
import { beside, fact, form, forms, ids, question, sketch } from '../sketch.ts';

const run = (name: string, drawing: Drawing) => (checks[name] as Check)(drawing);

/** A question with two ways on, as it should be; tests change one thing of it. */
const twoWays = (condition = 'way = "help"', said: Record<string, object> = {}) =>
  sketch(
    { main: `(start) -> screen -> <which>\n<which> -[${condition}]-> help -> (helped)\n<which> => (closed)` },
    {
      which: { name: 'Which way?' },
      'which--help': { name: 'Help' },
      'which--closed': { name: 'Nothing more' },
      ...said,
    },
  );

describe('question-has-name', () => {
  test('a split asks its question, a meeting of ways asks none', async () => {
    expect(run('question-has-name', beside(await twoWays()))).toEqual([]);
    const merge = await sketch({ main: '(start) -> <merge> -> write -> (done)' });
    expect(run('question-has-name', beside(merge))).toEqual([]);
  });

  test('a split without a question is found', async () => {
    const pathway = await twoWays('way = "help"', { which: { name: 'Way' } });
    expect(ids(run('question-has-name', beside(pathway)))).toEqual(['which']);
  });
});

describe('branches-have-names', () => {
  test('each way carries its own answer', async () => {
    expect(run('branches-have-names', beside(await twoWays()))).toEqual([]);
  });

  test('a way without an answer, and two with the same, are found', async () => {
    const bare = await twoWays('way = "help"', { 'which--help': { name: '' } });
    expect(ids(run('branches-have-names', beside(bare)))).toEqual(['which--help']);
    const same = await twoWays('way = "help"', { 'which--closed': { name: 'Help' } });
    expect(ids(run('branches-have-names', beside(same)))).toEqual(['which--closed']);
  });
});

describe('question-has-default', () => {
  test('one way is taken when no answer fits', async () => {
    expect(run('question-has-default', beside(await twoWays()))).toEqual([]);
  });

  test('no default, and a default with a condition, are found', async () => {
    const none = await twoWays('way = "help"', { 'which--closed': { isDefault: false } });
    expect(ids(run('question-has-default', beside(none)))).toEqual(['which']);
    const both = await twoWays('way = "help"', { 'which--closed': { condition: 'true' } });
    expect(ids(run('question-has-default', beside(both)))).toEqual(['which--closed']);
  });
});

describe('conditions-are-read', () => {
  test.each(['way = "help"', 'way in ("help", "advice")', 'risk > 3 and not(unborn)', 'planOpen'])(
    '“%s” can be read',
    async (condition) => expect(run('conditions-are-read', beside(await twoWays(condition)))).toEqual([]),
  );

  test.each(['${risk > 3}', 'way = ', 'today() > limit'])('“%s” can not', async (condition) =>
    expect(ids(run('conditions-are-read', beside(await twoWays(condition))))).toEqual(['which--help']),
  );

  test('a way without a condition, and a condition where no question is asked, are found', async () => {
    const missing = await sketch({ main: '(start) -> <which> => (done)\n<which> -> (other)' });
    expect(ids(run('conditions-are-read', beside(missing)))).toEqual(['which--other']);
    const misplaced = await sketch({ main: '(start) -> write -[a = 1]-> (done)' });
    expect(ids(run('conditions-are-read', beside(misplaced)))).toEqual(['write--done']);
  });
});

const term = (id: string, codes?: string) => ({
  id,
  name: id,
  meaning: id,
  type: 'code' as const,
  source: 'local',
  ...(codes ? { codes } : {}),
});

describe('conditions-read-terms', () => {
  const more = {
    dictionary: { terms: [term('way'), term('silent')], codeLists: [] },
    forms: forms(form('screening', ['way'])),
  };

  test('terms of the dictionary that a form asks, and states that facts keep open', async () => {
    expect(run('conditions-read-terms', beside(await twoWays(), more))).toEqual([]);
    const facts = [{ ...fact('plan-made'), open: { as: 'planMade', until: ['plan-over'] } }];
    expect(
      run('conditions-read-terms', beside(await twoWays('planMade and not(unborn)'), { ...more, facts })),
    ).toEqual([]);
  });

  test('a form that only shows a term does not ask it', async () => {
    const shows = forms(form('screening', [question('way', { type: 'echo', policy: 'computed' })]));
    const found = run('conditions-read-terms', beside(await twoWays(), { ...more, forms: shows }));
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('which no form asks')]);
  });

  test('a term that is not in the dictionary, and one that nobody asks, are found', async () => {
    const say = async (condition: string) =>
      run('conditions-read-terms', beside(await twoWays(condition), more))[0]?.message;
    expect(await say('wya = "help"')).toMatch(/“wya”, which is not in the dictionary/);
    expect(await say('silent = "help"')).toMatch(/“silent”, which no form asks/);
    expect(await say('planMade')).toMatch(/“planMade”, which is not in the dictionary/);
    expect(await say('process.exit()')).toMatch(/“process”, which is not in the dictionary/);
  });
});

describe('conditions-name-known-answers', () => {
  const codes = ['help', 'advice'].map((value) => ({ value, label: value }));
  const listed = {
    dictionary: {
      terms: [term('way', 'ways')],
      codeLists: [{ id: 'ways', name: 'Ways', source: 'local', codes }],
    },
  };
  const own = { forms: forms(form('screening', [question('way', { options: codes })])) };
  const say = async (condition: string, more: Partial<Drawing>) =>
    run('conditions-name-known-answers', beside(await twoWays(condition), more)).map(
      ({ message }) => message,
    );

  test('an answer that can be given', async () => {
    for (const more of [listed, own]) {
      expect(await say('way = "help"', more)).toEqual([]);
      expect(await say('way in ("help", "advice") or risk > 3', more)).toEqual([]);
    }
  });

  test('an answer that can not be given is found, with those that can', async () => {
    for (const more of [listed, own]) {
      expect(await say('way = "hepl"', more)).toEqual([
        expect.stringMatching(/“hepl”, .* Use one of: help, advice\./),
      ]);
      expect(await say('way in ("help", "advise")', more)).toEqual([expect.stringContaining('“advise”')]);
    }
  });
});

describe('loop-holds-a-decision', () => {
  const round = (condition: string) =>
    sketch(
      { main: `(start) -> meet -> <again>\n<again> -[${condition}]-> meet\n<again> => (done)` },
      { meet: { form: 'meeting' } },
    );
  const meeting = { forms: forms(form('meeting', ['another'])) };

  test('a step on the loop asks what the question on it reads', async () => {
    expect(run('loop-holds-a-decision', beside(await round('another = "yes"'), meeting))).toEqual([]);
  });

  test('the step may lie in a stage on the loop', async () => {
    const pathway = await sketch(
      {
        main: '(start) -> [work] -> <again>\n<again> -[another = "yes"]-> [work]\n<again> => (done)',
        work: '(in) -> meet -> (out)',
      },
      { meet: { form: 'meeting' } },
    );
    expect(run('loop-holds-a-decision', beside(pathway, meeting))).toEqual([]);
  });

  test('a loop that goes round by what was known before, or for ever, is found', async () => {
    expect(ids(run('loop-holds-a-decision', beside(await round('elsewhere = "yes"'), meeting)))).toEqual([
      'meet',
    ]);
    const endless = await sketch({ main: '(start) -> meet -> read -> meet' });
    expect(ids(run('loop-holds-a-decision', beside(endless, meeting)))).toEqual(['meet']);
  });
});

describe('messages-meet', () => {
  const heard = (sends: string, more: Partial<Element> = {}) =>
    sketch(
      { main: '(start) -> write -> (done)', strand: '(told "report written") -> read -> (end)' },
      { write: { name: 'Write report', sends, ...more } },
    );

  test('a message given starts a strand; a strand may also be started by a person', async () => {
    expect(run('messages-meet', beside(await heard('report written')))).toEqual([]);
    expect(
      run('messages-meet', beside(await sketch({ strand: '(told "report written") -> read -> (end)' }))),
    ).toEqual([]);
  });

  test('a message nobody waits for is found', async () => {
    expect(run('messages-meet', beside(await heard('report writen')))).toMatchObject([
      { element: 'write', message: expect.stringContaining('“report writen”') as string },
    ]);
  });

  test('a wait for a message nobody gives is found, unless an answer gives it', async () => {
    const pathway = await sketch({ main: '(start) -> write -> @wait "go on" -> (done)' });
    expect(ids(run('messages-meet', beside(pathway)))).toEqual(['wait']);
    const asked = forms(form('screening', [question('now', { opens: { yes: 'go on' } })]));
    expect(run('messages-meet', beside(pathway, { forms: asked }))).toEqual([]);
  });
});

describe('term-asked-again', () => {
  const pathway = () =>
    sketch(
      {
        main: '(start) -> [first] -> second -> (done)\nfirst^@stop "stop" -> third -> (done)',
        first: '(in) -> write -> (out)',
      },
      { write: { form: 'one' }, second: { form: 'two' }, third: { form: 'three' } },
    );
  const say = async (...all: Form[]) =>
    ids(run('term-asked-again', beside(await pathway(), { forms: forms(...all) })));

  test('a term asked afresh after it was asked is found, across stages and early ends', async () => {
    expect(await say(form('one', ['a']), form('two', ['a']), form('three', ['a']))).toEqual([
      'second',
      'third',
    ]);
  });

  test('ways that never meet do not ask twice', async () => {
    expect(await say(form('one'), form('two', ['a']), form('three', ['a']))).toEqual([]);
  });

  test.each(['carry-forward', 'show-beside', 'computed', 'linked'] as const)(
    '“%s” is no asking twice',
    async (policy) => {
      expect(await say(form('one', ['a']), form('two', [question('a', { policy })]))).toEqual([]);
    },
  );

  test('a strand comes after the steps that lead to its message', async () => {
    const drawn = await sketch(
      { main: '(start) -> write -> sign -> after -> (done)', strand: '(told "signed") -> tell -> (end)' },
      {
        write: { form: 'one' },
        sign: { form: 'two', sends: 'signed' },
        after: { form: 'three' },
        tell: { form: 'four' },
      },
    );
    const asks = (...all: Form[]) => run('term-asked-again', beside(drawn, { forms: forms(...all) }));
    expect(ids(asks(form('one', ['a']), form('four', ['a'])))).toEqual(['tell']);
    expect(asks(form('three', ['a']), form('four', ['a']))).toEqual([]);
  });

  test('asking again needs its reason', async () => {
    const again = (more: object) => form('two', [question('a', { policy: 'ask-again', ...more })]);
    expect(await say(form('one', ['a']), again({}))).toEqual(['second']);
    expect(await say(form('one', ['a']), again({ policyReason: 'Fresh thought is wanted.' }))).toEqual([]);
  });
});
