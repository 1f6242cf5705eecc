import { expect, test } from 'vitest';
import { fixedTexts, makeOutput, spansOf, type Output, type OutputSource, type Translation } from '#engine';
import { asked, form, layout, source } from './small-record.ts';

test('fixed wording, choices and days come in another language, and what people wrote stays as they wrote it', () => {
  const questions = [
    asked('agree', { type: 'yes-no', label: 'Does the family agree?' }),
    asked('on', { type: 'date', label: 'On' }),
    asked('words', { label: 'Own words' }),
  ];
  const blocks: Output['blocks'] = questions.map(({ id }) => ({ kind: 'answer', question: id }));
  const around = { form: form(questions), blocks: [], codeLists: [], roles: {}, language: 'pl' };
  const translation: Translation = {
    ...{ language: 'pl', name: 'Polski' },
    texts: Object.fromEntries(fixedTexts(layout(blocks), around).map((text) => [text, `pl:${text}`])),
  };
  const made = makeOutput(
    layout(blocks),
    source(questions, {
      answers: { answers: { agree: 'yes', on: '2026-03-04', words: 'Yes' }, perChild: {} },
    }),
    { audience: 'family', translation },
  );
  expect(made).toMatchObject({
    language: 'pl',
    page: 'pl:Page',
    notice: expect.stringContaining('pl:') as string,
  });
  expect(made.blocks).toMatchObject([
    { label: 'pl:Does the family agree?', text: 'pl:Yes' },
    { label: 'pl:On', text: '4 marca 2026' },
    { label: 'pl:Own words', text: '\u2068Yes\u2069' },
  ]);
  expect(spansOf('pl:Own words: \u2068Yes\u2069')).toEqual([
    { text: 'pl:Own words: ', written: false },
    { text: 'Yes', written: true },
  ]);
});

test('what the service works out is said in the language of a paper; what is left out in that of whoever makes it', () => {
  const questions = [
    asked('first', {
      type: 'echo',
      policy: 'computed',
      compute: 'term:harm',
      label: 'At first',
      per: 'child',
    }),
    asked('since', { type: 'echo', policy: 'computed', compute: 'fact:began', label: 'Since' }),
    asked('by', { type: 'echo', policy: 'computed', compute: 'due:end', label: 'By' }),
    asked('age', { type: 'echo', policy: 'computed', compute: 'age', label: 'Age' }),
    asked('more', { label: 'More' }),
  ];
  const blocks: Output['blocks'] = questions.slice(0, -1).map(({ id }) => ({ kind: 'answer', question: id }));
  const harm = asked('kind', { type: 'radios', codes: 'harm', term: 'harm' });
  const codeLists = [
    { id: 'harm', name: '', codes: [{ value: 'NEG', label: 'Neglect' }] },
  ] as unknown as OutputSource['codeLists'];
  const there = { ...form([harm]), id: 'there' };
  const around = {
    form: form(questions),
    forms: { there },
    blocks: [],
    codeLists,
    roles: {},
    language: 'pl',
  };
  const texts = Object.fromEntries(fixedTexts(layout(blocks), around).map((text) => [text, `pl:${text}`]));
  const made = makeOutput(
    layout(blocks),
    source(questions, {
      codeLists,
      answers: { answers: { more: 'x' }, perChild: {} },
      computed: {
        'first@a': 'Neglect',
        since: '16 September 2026',
        by: '20 July 2026 (2 days late)',
        age: '7 years',
      },
      worked: {
        'first@a': { asked: harm, value: 'NEG' },
        ...{
          since: { day: '2026-09-16' },
          by: { day: '2026-07-20', note: { says: 'daysLate', number: 2 } },
          age: { phrase: { says: 'years', number: 7 } },
        },
      },
    }),
    {
      audience: 'family',
      child: 'a',
      translation: { language: 'pl', name: 'Polski', texts: { ...texts, More: 'pl:More' } },
    },
  );
  expect(made.blocks.map((block) => 'text' in block && block.text)).toEqual([
    'pl:Neglect',
    '16 września 2026',
    '20 lipca 2026 (pl:2 days late (few))',
    'pl:7 years (many)',
  ]);
  expect(made.leftOut).toEqual([{ why: 'no-block', what: 'More', question: 'more' }]);
});

test('words turn with the number as the language has it; a kind of number without wording stands as it is said in English', () => {
  const compute = { type: 'echo', policy: 'computed' } as const;
  const questions = [
    asked('gone', { ...compute, compute: 'elapsed:x', label: 'Gone' }),
    asked('count', { ...compute, compute: 'count:x', label: 'Count' }),
  ];
  const of = '[done] of [number] working days';
  const texts = { [`${of} (one)`]: '[done] z [number] dnia', [`${of} (few)`]: '[done] z [number] dni' };
  const said = (number: number, translated = true) =>
    makeOutput(
      layout(questions.map(({ id }) => ({ kind: 'answer', question: id }))),
      source(questions, {
        computed: { gone: `16 of ${String(number)} working days`, count: '1234.5' },
        worked: { gone: { phrase: { says: 'ofWorkingDays', done: 16, number } }, count: { number: 1234.5 } },
      }),
      {
        audience: 'family',
        ...(translated ? { translation: { language: 'pl', name: 'Polski', texts } } : {}),
      },
    ).blocks.map((block) => 'text' in block && block.text);
  expect(said(1)).toEqual(['16 z 1 dnia', '1234,5']);
  expect(said(22)).toEqual(['16 z 22 dni', '1234,5']);
  expect(said(15)).toEqual(['\u206816 of 15 working days\u2069', '1234,5']);
  expect(said(1, false)).toEqual(['16 of 1 working day', '1234.5']);
});
