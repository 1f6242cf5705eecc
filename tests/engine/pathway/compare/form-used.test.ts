import { expect, it } from 'vitest';
import { form } from '../sketch.ts';
import { changes, sentences } from './two-versions.ts';

const drawing = { main: '(start) -> write -> (end)' };
const forms = { short: form('short'), long: form('long') };

it('a step that opens another form is told with both', async () => {
  const before = { drawing, forms, more: { write: { form: 'short' } } };
  const after = { drawing, forms, more: { write: { form: 'long' } } };
  expect(await sentences(before, after)).toEqual([
    '“write” now uses the form “Form long” (before: the form “Form short”).',
  ]);
});

it('a step whose form is another edition is told so, with how many changes there are', async () => {
  const more = { write: { form: 'short' } };
  const before = { drawing, forms, more };
  const after = { drawing, forms: { ...forms, short: form('short', ['reason']) }, more };
  expect(await changes(before, after)).toMatchObject([
    {
      ...{ kind: 'form-used', element: 'write', form: 'short' },
      sentence: '“write” uses a new edition of the form “Form short”, with 1 change.',
    },
    { kind: 'asked', form: 'short', question: 'reason' },
  ]);
});
