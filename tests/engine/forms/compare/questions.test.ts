import { expect, it } from 'vitest';
import type { FormQuestion } from '#engine';
import { becomes } from './compared.ts';

/** One small example per kind of change, with what a person reads. */
const told: [kind: string, before: Partial<FormQuestion>, after: Partial<FormQuestion>, says: string[]][] = [
  [
    'wording',
    { hint: 'In your words' },
    { label: 'What did you see?', prompt: 'Who else was there?' },
    [
      'The question “What happened?” now reads “What did you see?”.',
      'The hint at “What did you see?” is gone (before: “In your words”).',
      'The thought beside “What did you see?” is new: “Who else was there?”.',
    ],
  ],
  [
    'type',
    { type: 'short-text' },
    { type: 'long-text', advised: 2000 },
    [
      '“What happened?” is now answered in free text (before: in a few words).',
      'The advised length, in characters, of “What happened?” is now 2000 (before: open).',
    ],
  ],
  [
    'whom it is asked for',
    { per: 'family' },
    { per: 'child' },
    ['“What happened?” is now asked for each child (before: once for the family).'],
  ],
  [
    'options',
    { type: 'radios', codes: 'ways', only: ['plan', 'close'] },
    { type: 'radios', codes: 'ways', only: ['plan', 'again'] },
    ['“What happened?” now also offers “Talk again”.', '“What happened?” no longer offers “Nothing more”.'],
  ],
  [
    'the name of an option',
    { type: 'radios', options: [{ value: 'a', label: 'Safe' }] },
    { type: 'radios', options: [{ value: 'a', label: 'Safe today' }] },
    ['The choice “Safe” of “What happened?” is now called “Safe today”.'],
  ],
  ['required', {}, { required: true }, ['“What happened?” must now be answered.']],
  [
    'the way out',
    { required: true },
    { required: true, wayOut: 'Not known' },
    ['The way out of “What happened?” is new: “Not known”.'],
  ],
  [
    'condition',
    { when: { question: 'first', answered: true } },
    { when: { all: [{ question: 'first', is: 'yes' }, { child: 'born' }] } },
    [
      '“What happened?” is now asked only when “First?” is “yes” and the child is born (before: only when “First?” is answered).',
    ],
  ],
  [
    'policy',
    { policy: 'carry-forward' },
    { policy: 'show-beside', policyReason: 'Thinking builds on it.' },
    [
      '“What happened?” now shows the earlier answer beside it (before: it is filled in with the earlier answer, to be confirmed).',
      'Why “What happened?” does so is new: “Thinking builds on it.”.',
    ],
  ],
  [
    'purpose',
    {},
    { purpose: 'To see what helps', source: 'Guidance 2023' },
    [
      'Why “What happened?” is asked now reads “To see what helps” (before: “To show something”).',
      'What “What happened?” rests on now reads “Guidance 2023” (before: “local”).',
    ],
  ],
  ['term', { term: 'story' }, { term: 'safe' }, ['“What happened?” now records “Safe” (before: “Story”).']],
  ['readers', { readBy: [] }, { readBy: ['letter'] }, ['“What happened?” is now read in “Letter home”.']],
  [
    'news',
    { type: 'yes-no' },
    { type: 'yes-no', opens: { yes: 'new worry' } },
    ['The answer “Yes” to “What happened?” now gives the news “new worry”.'],
  ],
  [
    'table',
    { type: 'table', columns: [{ id: 'who', label: 'Who', type: 'person' }] },
    {
      type: 'table',
      columns: [
        { id: 'when', label: 'When', type: 'date' },
        { id: 'who', label: 'Who', type: 'person', required: true },
      ],
    },
    [
      '“What happened?” has a new column: “When”.',
      'The column “Who” of “What happened?” must now be filled in.',
    ],
  ],
];

it.each(told)('a change of %s is told in a sentence', (_kind, before, after, says) => {
  expect(becomes(before, after)).toEqual(says);
});

it('a question that stays as it is gives no sentence', () => {
  expect(becomes({ hint: 'x', codes: 'ways' }, { codes: 'ways', hint: ' x ' })).toEqual([]);
});

/** Another value for everything a question can say: the compiler sees to it that none is forgotten. */
const other: { [key in Exclude<keyof FormQuestion, 'id'>]-?: FormQuestion[key] } = {
  type: 'scale',
  label: 'Another text?',
  hint: 'Another hint',
  per: 'child',
  required: true,
  requiredWhen: { child: 'born' },
  day: 'today',
  sameForAll: true,
  wayOut: 'Another way',
  purpose: 'Another purpose',
  source: 'Another source',
  term: 'score',
  policy: 'linked',
  policyReason: 'Another reason',
  add: true,
  edit: true,
  prompt: 'Another thought',
  exemplar: 'Another example',
  when: { child: 'unborn' },
  codes: 'ways',
  options: [{ value: 'a', label: 'A' }],
  only: ['plan'],
  opens: { a: 'other news' },
  columns: [{ id: 'a', label: 'A', type: 'date' }],
  block: 'harms',
  showColumns: ['what'],
  time: true,
  least: 1,
  most: 2,
  whole: true,
  zero: 'Not at all',
  ten: 'Wholly',
  advised: 10,
  compute: 'age',
  links: ['visit'],
  person: 'born',
  readBy: [],
};

it.each(Object.entries(other))('another %s of a question never goes unsaid', (key, value) => {
  const before = key === 'only' ? { codes: 'ways', type: 'radios' as const } : {};
  expect(becomes(before, { ...before, [key]: value }).length).toBeGreaterThan(0);
});
