import { expect, test } from 'vitest';
import { checkAnswers, schemaOf } from '#engine';
import type { Answers } from '#engine';
import { dictionary, form, harms, question } from './small-form.ts';

const goes = { not: { question: 'decision', is: 'again' } };
const meeting = form([
  question({ id: 'decision', type: 'radios', per: 'child', required: true, codes: 'ways' }),
  question({ id: 'story', label: 'The reasons', required: true, requiredWhen: goes }),
  question({
    id: 'score',
    label: 'The number for [child]',
    per: 'child',
    required: true,
    requiredWhen: goes,
  }),
]);
const around = { form: meeting, dictionary, blocks: [harms], purpose: 'complete' as const };
const children = ['ada', 'ben'].map((id) => ({ id, unborn: false }));
const missing = (answers: Answers) =>
  checkAnswers({ ...around, answers, children }).map(({ question: of, child }) => [of, child]);

test('a question that is needed only sometimes may be left open else, and keeps what was written', () => {
  const again = { ada: { decision: 'again', score: '4' }, ben: { decision: 'again' } };
  expect(missing({ answers: { story: 'Half of it' }, perChild: again })).toEqual([]);
  expect(missing({ answers: {}, perChild: again })).toEqual([]);
});

test('where it is needed for one of two, the family’s is asked, and the child’s of that one alone', () => {
  const parted = { ada: { decision: 'again' }, ben: { decision: 'plan' } };
  expect(missing({ answers: {}, perChild: parted })).toEqual([
    ['story', undefined],
    ['score', 'ben'],
  ]);
});

test('the schema does not ask for what may be left open', () => {
  const { properties } = schemaOf(meeting, dictionary, []) as { properties: { answers: object } };
  expect(properties.answers).not.toHaveProperty('required');
});
