import { expect, it } from 'vitest';
import { termInWords } from '../../../engine/forms/index.ts';
import { shippedVersion } from '../../support/shipped-version.ts';

it('a term is said with the label of its code, never the code', async () => {
  const say = termInWords(await shippedVersion());
  expect(say('assessmentOutcome', 'child-in-need')).toBe('A child in need plan');
});

it('a term that no question records is said as it is', async () => {
  const say = termInWords(await shippedVersion());
  expect(say('nothing-asked', 'as it is')).toBe('as it is');
});
