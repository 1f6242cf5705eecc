import { expect, test } from 'vitest';
import { makeOutput } from '#engine';
import type { OutputSource } from '#engine';
import { asked, form, layout, source } from './small-record.ts';

const columns = [
  { id: 'whom', label: 'Which children', type: 'children' as const },
  { id: 'said', label: 'Said', type: 'long-text' as const },
];
const voice = { id: 'voice', title: 'Own words', part: 'voice', prompt: '', columns };
const row = (said: string, ...whom: string[]) => ({ whom, said });
const everything = [row('AMY', 'a'), row('BEN', 'b'), row('BOTH', 'a', 'b'), row('ALL')];

test('a paper for one child has nothing that is a brother’s or sister’s alone, and says how many rows it leaves out', () => {
  const questions = [
    asked('views', { type: 'table', label: 'Views', columns }),
    asked('goes', { per: 'child', label: 'How it goes for [child]' }),
  ];
  const made = makeOutput(
    layout([
      { kind: 'text', text: 'Dear [child]' },
      { kind: 'people' },
      { kind: 'living', block: 'voice' },
      { kind: 'table', question: 'views' },
      { kind: 'answer', question: 'goes' },
    ]),
    source(questions, {
      blocks: [voice],
      living: { voice: everything },
      answers: {
        answers: { views: [row('BEN2', 'b'), row('BEN3', 'b')] },
        perChild: { a: { goes: 'WELL' }, b: { goes: 'BADLY' } },
      },
      maker: {
        living: { voice: [...everything, row('SECRET', 'b')] },
        answers: { answers: {}, perChild: { b: { goes: 'MORE', kept: 'KEPT' } } },
      },
    }),
    { audience: 'child', child: 'a' },
  );
  const all = JSON.stringify(made.blocks);
  for (const said of ['AMY', 'BOTH', 'ALL', 'WELL', 'Dear Amy"']) expect(all).toContain(said);
  expect(all).not.toMatch(/BEN|Ben Marsh|BADLY/);
  // what is withheld of a brother is nothing that this paper would have held
  expect(made.leftOut).toEqual([
    { why: 'other-child', what: 'Own words' },
    { why: 'other-child', what: 'Views', count: 2 },
  ]);
});

test('minutes repeat what was recorded in the meeting: as it may be handed out, and what is withheld of it is said', () => {
  const meeting = [
    asked('there', { type: 'table', label: 'Who was there', columns: [{ id: 'name', label: 'Name', type: 'short-text' }] }), // prettier-ignore
    asked('enough', { type: 'yes-no', label: 'Were we enough?' }),
    asked('dissent', { label: 'Who did not agree' }),
    asked('other', { label: 'Not shown' }),
  ];
  const there = [{ name: 'Mrs Hale' }, { name: 'PC Orr' }];
  const record = 'meeting';
  const made = makeOutput(
    layout([
      { kind: 'table', question: 'there', record },
      { kind: 'answer', question: 'enough', record },
      { kind: 'answer', question: 'dissent', record },
      { kind: 'answer', question: 'dissent', record: 'another' },
    ]),
    source([asked('meeting', { type: 'echo', policy: 'linked', links: ['meeting'] })], {
      linked: {
        meeting: {
          ...{ form: form(meeting), blocks: [], codeLists: [], computed: {}, living: {} },
          answers: { answers: { there, enough: 'no' }, perChild: {} },
          maker: {
            living: {},
            answers: { answers: { there, enough: 'no', dissent: 'SECRET', other: 'X' }, perChild: {} },
          },
        },
      },
    } satisfies Partial<OutputSource>),
    { audience: 'family' },
  );
  expect(made.blocks).toMatchObject([
    { kind: 'heading', text: 'Who was there' },
    { kind: 'table', rows: [['Mrs Hale'], ['PC Orr']] },
    { kind: 'line', label: 'Were we enough?', text: 'No' },
  ]);
  expect(made.leftOut).toEqual([{ why: 'withheld', what: 'Who did not agree', question: 'dissent' }]);
});
