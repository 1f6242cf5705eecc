import { expect, test } from 'vitest';
import type { OutputSource } from '../../../engine/contracts/index.ts';
import { makeOutput, mostTexts, questionsLeftOut } from '../../../engine/outputs/index.ts';
import { asked, form, layout, source } from './small-record.ts';

const said = (document: ReturnType<typeof makeOutput>): string => JSON.stringify(document.blocks);

test('a letter says what was decided for each child, those together for whom it is the same', () => {
  const decided = asked('decided', { type: 'yes-no', per: 'child', label: 'Is there a plan for [child]?' });
  const answers = { answers: {}, perChild: { a: { decided: 'yes' }, b: { decided: 'yes' } } };
  const made = makeOutput(
    layout([
      { kind: 'heading', text: 'What was decided' },
      { kind: 'answer', question: 'decided' },
    ]),
    source([decided], { answers }),
    { audience: 'family' },
  );
  expect(made.title).toBe('A letter about Amy and Ben');
  expect(made.written).toBe('Written by Kay Lowe on 20 November 2026');
  expect(made.blocks).toEqual([
    { kind: 'heading', level: 2, text: 'What was decided', from: 0 },
    { kind: 'line', label: 'Is there a plan for Amy and Ben?', text: 'Yes', from: 1 },
  ]);
  answers.perChild.b.decided = 'no';
  const differs = makeOutput(
    layout([{ kind: 'answer', question: 'decided' }]),
    source([decided], { answers }),
    { audience: 'family' },
  );
  expect(differs.blocks[0]).toMatchObject({ text: 'Amy: Yes\nBen: No' });
  const bens = makeOutput(layout([{ kind: 'answer', question: 'decided' }]), source([decided], { answers }), {
    ...{ audience: 'child', child: 'b' },
  });
  expect(said(bens)).toContain('No');
  expect(said(bens)).not.toContain('Yes');
  expect(bens.about).toBe('Ben Marsh');
});

test('few questions of several children are a table with a line for each child, whose names are not in its head', () => {
  const decided = asked('decided', { type: 'yes-no', per: 'child', label: 'Is there a plan for [child]?' });
  const harm = asked('harm', { per: 'child', label: 'Main kind of harm' });
  const answers = { answers: {}, perChild: { a: { decided: 'yes', harm: 'Neglect' }, b: { decided: 'no' } } };
  const made = makeOutput(
    layout([{ kind: 'answers', questions: ['decided', 'harm'], label: 'What was decided' }]),
    source([decided, harm], { answers }),
    { audience: 'family' },
  );
  expect(made.blocks.at(-1)).toMatchObject({
    kind: 'table',
    head: ['Name', 'Is there a plan for each child?', 'Main kind of harm'],
    rows: [
      ['Amy', 'Yes', 'Neglect'],
      ['Ben', 'No', '–'],
    ],
  });
});

test('headings leave no level out, and none stands over nothing', () => {
  const made = makeOutput(
    layout([
      { kind: 'heading', text: 'Deep', level: 4 },
      { kind: 'text', text: 'Words.' },
      { kind: 'heading', text: 'Empty' },
      { kind: 'answer', question: 'why' },
      { kind: 'heading', text: 'Last' },
      { kind: 'people' },
    ]),
    source([asked('why')]),
    { audience: 'family' },
  );
  const headings = made.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
  expect(headings.map(({ text, level }) => [text, level])).toEqual([
    ['Deep', 2],
    ['Last', 2],
    ['Who this is about', 3],
  ]);
});

test('what is withheld, for others, or in no block is not in it, and the list names the place and never the thing', () => {
  const questions = [asked('told'), asked('kept'), asked('police'), asked('nowhere'), asked('empty')];
  const all = { told: 'Told', kept: 'KEPT', police: 'POLICE', nowhere: 'NOWHERE' };
  const { kept: _, ...shown } = all;
  const made = makeOutput(
    layout([
      { kind: 'answer', question: 'told' },
      { kind: 'answer', question: 'kept' },
      { kind: 'answer', question: 'police', audiences: ['professional', 'court'] },
      { kind: 'answer', question: 'empty' },
    ]),
    source(questions, {
      answers: { answers: shown, perChild: {} },
      maker: { answers: { answers: all, perChild: {} }, living: {} },
      unseen: 2,
    }),
    { audience: 'family' },
  );
  expect(made.leftOut).toEqual([
    { why: 'withheld', what: 'What about kept?', question: 'kept' },
    { why: 'not-yours', count: 2 },
    { why: 'audience', what: 'What about police?', question: 'police' },
    { why: 'no-block', what: 'What about nowhere?', question: 'nowhere' },
  ]);
  for (const secret of ['KEPT', 'POLICE', 'NOWHERE']) expect(JSON.stringify(made)).not.toContain(secret);
  const layoutOf = layout([{ kind: 'answers', questions: ['told', 'kept'], label: 'Both' }]);
  expect(questionsLeftOut(layoutOf, form(questions)).map(({ id }) => id)).toEqual([
    'police',
    'nowhere',
    'empty',
  ]);
});

test('a sensitive address stands nowhere in it, however it was typed', () => {
  const made = makeOutput(
    layout([
      { kind: 'answer', question: 'home' },
      { kind: 'answer', question: 'fine' },
    ]),
    source([asked('home'), asked('fine')], {
      answers: {
        answers: {
          home: 'She now lives at 12, harbour  ROW (ne30 1ab), with Jo.',
          fine: '12 Harbour Rowing Club',
        },
        perChild: {},
      },
      sensitive: ['12 Harbour Row', 'NE30 1AB'],
    }),
    { audience: 'family' },
  );
  expect(made.blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
    'She now lives at [address left out] ([address left out]), with Jo.',
    '12 Harbour Rowing Club',
  ]);
  expect(made.leftOut).toEqual([{ why: 'sensitive-address', what: 'What about home?', question: 'home' }]);
});

test('worries stand with the goals and numbers that carry their number; wide rows stand below one another', () => {
  const column = (id: string, type = 'long-text') => ({ id, label: `${id}:`, type }) as const;
  const blocks = [
    {
      id: 'worries',
      title: 'Our worries',
      part: 'map',
      prompt: '',
      columns: [column('no', 'number' as never), column('worry')],
    },
    {
      id: 'goals',
      title: 'What safe looks like',
      part: 'map',
      prompt: '',
      columns: [column('for', 'number' as never), column('goal')],
    },
    {
      id: 'numbers',
      title: 'Numbers',
      part: 'map',
      prompt: '',
      columns: [column('who', 'short-text' as never), column('score', 'scale' as never), column('why')],
    },
  ] as OutputSource['blocks'];
  const living = {
    worries: [{ no: 1, worry: 'Amy is alone at night.' }],
    goals: [
      { for: 1, goal: 'Somebody is always there.' },
      { for: 2, goal: 'ANOTHER' },
    ],
    numbers: [
      { who: 'Mum', score: 3, why: 'Then' },
      { who: 'Mum', score: 6, why: 'Now' },
    ],
  };
  const made = makeOutput(
    layout([
      { kind: 'living', block: 'worries', number: 'no', beside: [{ block: 'goals', by: 'for' }] },
      { kind: 'scale', block: 'numbers', score: 'score', who: ['who'], say: ['why'], label: 'How safe?' },
    ]),
    source([], { blocks, living }),
    { audience: 'family' },
  );
  expect(made.blocks).toMatchObject([
    { kind: 'heading', text: 'Our worries' },
    {
      kind: 'rows',
      rows: [
        {
          title: '1. Amy is alone at night.',
          lines: [{ label: 'What safe looks like', text: 'Somebody is always there.' }],
        },
      ],
    },
    { kind: 'heading', text: 'How safe?' },
    { kind: 'scale', alt: 'How safe?: Mum 6', scores: [{ who: 'Mum', score: 6, says: 'Now' }] },
  ]);
});

test('a worry without a number has nothing beside it, and what would be laid out is counted beforehand', () => {
  const columns = [{ id: 'says', label: 'says', type: 'long-text' }];
  const blocks = ['worries', 'goals'].map((id) => ({ id, title: id, part: 'map', prompt: '', columns }));
  const says = (count: number) => Array.from({ length: count }, (_, at) => ({ says: `Row ${String(at)}` }));
  const around = { blocks, living: { worries: says(3), goals: says(5) } } as Partial<OutputSource>;
  const beside = { block: 'goals', by: 'no' };
  const every = layout([{ kind: 'living', block: 'worries', number: 'no', beside: [beside, beside] }]);
  expect(said(makeOutput(every, source([], around), { audience: 'family' }))).not.toContain('goals');
  expect(mostTexts(every, source([], around))).toBe(3 * (1 + 5 + 5));
});

test('what nobody can read on paper is not in a text: control characters, halves, turned directions', () => {
  const text = 'a\u0000b\u202E\u2068c\uD800d\u2069\r\ne\uFFFE مرحبا 👩‍👧 #set [x] <b>';
  const made = makeOutput(
    layout([{ kind: 'answer', question: 'x', plain: true }]),
    source([asked('x')], { answers: { answers: { x: text }, perChild: {} } }),
    { audience: 'family' },
  );
  expect(made.blocks).toEqual([{ kind: 'paragraph', text: 'abcd\ne مرحبا 👩‍👧 #set [x] <b>', from: 0 }]);
});

test('a picture has its words; what is no picture is said to be missing', () => {
  const made = makeOutput(
    layout([{ kind: 'picture', question: 'drawing', alt: 'A drawing by [child]' }]),
    source([asked('drawing', { type: 'file', per: 'child' })], {
      answers: { answers: {}, perChild: { a: { drawing: ['one', 'two'] } } },
      pictures: {
        one: { name: 'x.png', type: 'image/png' },
        two: { name: 'x.pdf', type: 'application/pdf' },
      },
    }),
    { audience: 'family' },
  );
  expect(made.blocks.at(-1)).toMatchObject({ kind: 'picture', file: 'one', alt: 'A drawing by Amy' });
  expect(made.leftOut).toEqual([{ why: 'no-picture', what: 'What about drawing?' }]);
});

test('of years of rows a letter shows the latest of each child and what is still to do, and counts the rest', () => {
  const column = (id: string, type: string) => ({ id, label: id, type });
  const columns = [column('childIds', 'children'), column('said', 'long-text'), column('done', 'short-text')];
  const blocks = [{ id: 'voice', title: 'Own words', part: 'voice', prompt: '', columns }];
  const row = (child: string, said: string, done = 'no') => ({ childIds: [child], said, done });
  const living = { voice: [row('a', 'A1'), row('b', 'B1'), row('a', 'A2'), row('a', 'A3', 'yes')] };
  const made = makeOutput(
    layout([
      {
        kind: 'living',
        block: 'voice',
        latest: 1,
        without: { column: 'done', values: ['yes'] },
        columns: ['said'],
      },
    ]),
    source([], { blocks: blocks as OutputSource['blocks'], living }),
    { audience: 'family' },
  );
  expect(made.blocks.at(-1)).toMatchObject({ rows: [['B1'], ['A2']] });
  expect(made.leftOut).toEqual([{ why: 'earlier', what: 'Own words', count: 2 }]);
});
