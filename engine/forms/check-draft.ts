import type { Finding } from '../contracts/index.ts';
import { checkAnswers } from './check-answers.ts';
import type { CheckAnswers } from './check-answers.ts';

/**
 * What is wrong with one answer as it is saved, by its key (`question`, or `question@child` for a child's own): a
 * draft may be unfinished, never unknown or mistyped. `undefined` and null take the answer back and are always right.
 */
export function checkDraft(
  about: Pick<CheckAnswers, 'form' | 'dictionary' | 'blocks' | 'children'>,
  key: string,
  value: unknown,
): Finding[] {
  const [question = '', child] = key.split('@');
  const given = { [question]: value ?? null };
  const answers =
    child === undefined ? { answers: given, perChild: {} } : { answers: {}, perChild: { [child]: given } };
  const findings = checkAnswers({ ...about, answers, purpose: 'draft' });
  if (value !== undefined && value !== null) return findings;
  return findings.filter(({ check }) => check !== 'answer-wrong');
}
