import type { Dictionary, FormQuestion } from '../../contracts/index.ts';
import { optionsOf } from '../../forms/index.ts';
import { termOf } from './asked.ts';
import type { Asked } from './asked.ts';
import type { Signals } from './signals.ts';
import { cosine, weighing } from './weighing.ts';
import type { Weighed } from './weighing.ts';
import { dice, jaccard, meaningsOf, sayAlike, trigrams, wordsOf } from './words.ts';
import type { Synonyms } from './words.ts';

/** What is said alike of one wording of a term. */
interface Wording {
  words: Weighed;
  meaning: Weighed;
  spelling: Set<string>;
}

type Said = Pick<Signals, 'words' | 'meaning' | 'rare' | 'spelling'>;

/** Pairs of terms whose wordings have less in common than this are not looked at closer. */
const nearEnough = 0.3;

/** A pair of questions of two terms, with what it is compared by. */
export interface ComparedPair {
  a: Asked;
  b: Asked;
  signals: Signals;
}

/**
 * Every pair of questions that share no term and have some wording in common. Terms are compared by all the labels
 * they are asked under, so a label that differs once in one form hides nothing; the kind of answer and the place are
 * each pair's own. Everything is weighed against all questions given.
 */
export function* compareQuestions(
  asked: readonly Asked[],
  dictionary: Dictionary,
  synonyms: Synonyms,
): Generator<ComparedPair[]> {
  const say = sayAlike(synonyms);
  const terms = [...Map.groupBy(asked, termOf).values()];
  const wordings = wordingsOf(terms, say);
  const rarity = rarityOf(wordings);
  const shapes = new Map(asked.map((one) => [one, shapeOf(one.question, dictionary)]));
  const sections = new Map(asked.map((one) => [one, new Set(meaningsOf(one.section, say))]));
  for (const [at, first] of terms.entries()) {
    for (let next = at + 1; next < terms.length; next += 1) {
      const said = saidAlike(wordings[at] ?? [], wordings[next] ?? [], rarity);
      if (Math.max(said.words, said.meaning, said.spelling) < nearEnough) continue;
      yield first.flatMap((a) =>
        (terms[next] ?? []).map((b) => ({ a, b, signals: { ...said, ...beside(a, b, shapes, sections) } })),
      );
    }
  }
}

function wordingsOf(terms: Asked[][], say: (text: string) => string): Wording[][] {
  const texts = terms.map((term) => [...new Set(term.map(({ question }) => textOf(question)))]);
  const all = terms.flatMap((term) => term.map(({ question }) => textOf(question)));
  const weighWords = weighing(all.map(wordsOf));
  const weighMeaning = weighing(all.map((text) => meaningsOf(text, say)));
  return texts.map((term) =>
    term.map((text) => ({
      words: weighWords(wordsOf(text)),
      meaning: weighMeaning(meaningsOf(text, say)),
      spelling: trigrams(text),
    })),
  );
}

/** From 1, a word that only one term is asked with, down to 0, one that all are asked with. */
function rarityOf(terms: Wording[][]): (word: string) => number {
  const held = new Map<string, number>();
  for (const term of terms) {
    for (const word of new Set(term.flatMap(({ meaning }) => [...meaning.keys()]))) {
      held.set(word, (held.get(word) ?? 0) + 1);
    }
  }
  const all = Math.log(Math.max(terms.length, 2));
  return (word) => Math.log(terms.length / (held.get(word) ?? 1)) / all;
}

/** The most that any wording of one term has in common with any of the other. */
function saidAlike(one: Wording[], other: Wording[], rarity: (word: string) => number): Said {
  const said: Said = { words: 0, meaning: 0, rare: 0, spelling: 0 };
  for (const a of one) {
    for (const b of other) {
      said.words = Math.max(said.words, cosine(a.words, b.words));
      said.meaning = Math.max(said.meaning, cosine(a.meaning, b.meaning));
      said.spelling = Math.max(said.spelling, dice(a.spelling, b.spelling));
      for (const word of a.meaning.keys()) {
        if (b.meaning.has(word)) said.rare = Math.max(said.rare, rarity(word));
      }
    }
  }
  return said;
}

function beside(
  a: Asked,
  b: Asked,
  shapes: Map<Asked, Set<string>>,
  sections: Map<Asked, Set<string>>,
): Pick<Signals, 'shape' | 'place'> {
  const none = new Set<string>();
  return {
    shape: jaccard(shapes.get(a) ?? none, shapes.get(b) ?? none),
    place: (dice(sections.get(a) ?? none, sections.get(b) ?? none) + 1 - Math.abs(a.at - b.at)) / 2,
  };
}

const textOf = ({ label, hint }: FormQuestion): string => (hint ? `${label} ${hint}` : label);

function shapeOf(question: FormQuestion, dictionary: Dictionary): Set<string> {
  return new Set([
    question.type,
    ...optionsOf(question, dictionary).map(({ value }) => `option ${value}`),
    ...(question.columns ?? []).map(({ label, type }) => `column ${type} ${label}`),
    ...(question.block ? [`block ${question.block}`] : []),
  ]);
}
