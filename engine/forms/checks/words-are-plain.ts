import type { Finding, FormQuestion } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { warning } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** Families read the questions: a word of the trade is said in another way. The words to avoid are data. */
export const wordsArePlain: FormCheck = (form, { avoid = [] }) =>
  questionsOf(form).flatMap((question) =>
    avoid.filter(({ word }) => says(question, word)).map((one) => unplain(question, one)),
  );

function says({ label, hint = '' }: FormQuestion, word: string): boolean {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  // capitals stand for themselves: DNA is a word of the trade, dna is not
  const flags = word === word.toUpperCase() ? 'u' : 'iu';
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags).test(`${label}\n${hint}`);
}

function unplain(question: FormQuestion, { word, say }: { word: string; say: string }): Finding {
  const message = `“${question.label}” says “${word}”, which families should not have to read: say ${say}.`;
  return warning('plain-words', message, question);
}
