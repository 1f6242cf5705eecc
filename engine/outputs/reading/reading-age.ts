import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import type { Passage } from './passage.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** How hard a text is to read. */
export interface Reading {
  words: number;
  sentences: number;
  /** age in years at which most read it without effort; absent: too few words to say */
  age?: number;
  /** the sentences that make it hard, the hardest first */
  hardest: HardSentence[];
}

export interface HardSentence {
  at: string;
  sentence: string;
  words: number;
  age: number;
  /** words of four syllables or more, as they stand */
  longWords: string[];
}

/** Children begin to read at about five: the age of an American school grade is the grade and five. */
const firstGrade = 5;

/** Of fewer words a formula made for whole pages says nothing. */
const fewest = 20;

/**
 * The reading age of passages taken together, by their words: the Flesch–Kincaid grade (Kincaid and others, 1975) and
 * five. A hint, not a verdict: it counts syllables and words, and knows nothing of sense. Sentences older than `target`
 * are listed as hard, `most` at the most; lines of fewer than six words never are.
 */
export function readingAge(passages: readonly Passage[], target: number, most = 5): Reading {
  const sentences = passages.flatMap(({ at, text }) =>
    sentencesOf(text).map((sentence) => ({ at, sentence, counts: countsOf(wordsOf(sentence)) })),
  );
  const all = {
    sentence: sentences.length,
    word: sentences.reduce((sum, { counts }) => sum + counts.word, 0),
    syllable: sentences.reduce((sum, { counts }) => sum + counts.syllable, 0),
  };
  const hardest = sentences
    .filter(({ counts }) => counts.word > 5)
    .map(({ at, sentence, counts }) => ({
      ...{ at, sentence, words: counts.word, age: ageOf(counts) },
      longWords: longIn(sentence),
    }))
    .filter(({ age }) => age > target)
    .sort((one, other) => other.age - one.age || other.words - one.words)
    .slice(0, most);
  return {
    words: all.word,
    sentences: all.sentence,
    ...(all.word >= fewest ? { age: ageOf(all) } : {}),
    hardest,
  };
}

interface Counts {
  sentence: number;
  word: number;
  syllable: number;
}

function countsOf(words: readonly string[]): Counts {
  return {
    sentence: 1,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  };
}

/** Nobody reads before five, and of the oldest it is enough to know that they are grown up. */
function ageOf(counts: Counts): number {
  return Math.min(25, Math.max(5, Math.round(fleschKincaid({ ...counts }) + firstGrade)));
}

/** Letters said one by one ("GP", "NHS") are a syllable each. */
function syllablesOf(word: string): number {
  return /^\p{Lu}{2,5}s?$/u.test(word) ? word.replace(/s$/, '').length : Math.max(1, syllable(word));
}

const longIn = (sentence: string): string[] => [
  ...new Set(wordsOf(sentence).filter((word) => syllablesOf(word) >= 4)),
];
