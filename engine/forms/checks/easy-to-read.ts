import type { Finding, FormQuestion } from '../../contracts/index.ts';
import { questionsOf } from '../form-questions.ts';
import { warning } from './surroundings.ts';
import type { FormCheck } from './surroundings.ts';

/** A reader of this age follows; families are written to, not lawyers. */
const oldest = 14;
/** Below this many words a measure of reading says nothing. */
const fewest = 12;

/** What a family reads, question and hint, is not harder to read than it needs to be (Flesch–Kincaid, as an age). */
export const easyToRead: FormCheck = (form) =>
  questionsOf(form).flatMap((question): Finding[] => {
    const age = readingAge(readText(question));
    return age === undefined || age <= oldest ? [] : [hard(question, age)];
  });

const readText = ({ label, hint }: FormQuestion): string =>
  [label, hint].filter((text) => text !== undefined).join('. ');

function hard(question: FormQuestion, age: number): Finding {
  const message = `“${question.label}” reads as if for somebody of ${String(age)}: shorter sentences and shorter words, please.`;
  return warning('easy-to-read', message, question);
}

/** The age in years at which a text is followed; undefined where it is too short to say. */
export function readingAge(text: string): number | undefined {
  const plain = text.replaceAll('[child]', 'Ella');
  const words = plain.match(/[A-Za-z’']+/g) ?? [];
  if (words.length < fewest) return undefined;
  const sentences = plain.split(/[.?!:;]+/).filter((part) => /[A-Za-z]/.test(part)).length;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(Math.round(grade) + 5, 5);
}

/** Runs of vowels, without the silent e at the end. */
function syllablesOf(word: string): number {
  const runs = word
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?<=[^aeiouy].*[^l])e$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(runs?.length ?? 1, 1);
}
