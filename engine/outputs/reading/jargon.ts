import type { Passage } from './passage.ts';

/** A word of the trade, with what to say instead. */
export interface JargonWord {
  /** the word or phrase, and its other spellings */
  words: string[];
  /** what to say instead */
  say: string;
  /** who says so */
  source: string;
}

/** What is written for whom: the reading age to aim at, and the words to leave out. */
export interface PlainWords {
  /** reading age from and to, by audience; whoever is not here has none */
  targets: Record<string, { from: number; to: number; source: string }>;
  jargon: JargonWord[];
}

/** A word of the trade where it stands, as it is written there. */
export interface JargonFound extends Omit<JargonWord, 'words'> {
  at: string;
  /** first letter of it in the passage */
  from: number;
  found: string;
}

/**
 * The words of the trade in passages, as they stand. The longest wins where one lies within another. Letters are told
 * apart from words ("EHCP" is not "ehcp"), plurals and hyphens are not.
 */
export function jargonIn(passages: readonly Passage[], jargon: readonly JargonWord[]): JargonFound[] {
  const { pattern, meant } = looking(jargon);
  if (!pattern) return [];
  return passages.flatMap(({ at, text }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const found = match[0];
      const word = [found, found.replace(/s$/i, ''), found.replace(/es$/i, '')]
        .map((one) => meant.get(keyOf(one)))
        .find((one) => one !== undefined);
      if (!word || (isLetters(word.spelt) && !found.startsWith(word.spelt))) return [];
      return [{ at, from: match.index, found, say: word.is.say, source: word.is.source }];
    }),
  );
}

interface Looking {
  pattern: RegExp | undefined;
  meant: Map<string, { spelt: string; is: JargonWord }>;
}

const lookings = new WeakMap<readonly JargonWord[], Looking>();

/** One pattern for the whole list, the longest first, made once. */
function looking(jargon: readonly JargonWord[]): Looking {
  const known = lookings.get(jargon);
  if (known) return known;
  const spellings = jargon
    .flatMap((is) => is.words.map((spelt) => ({ spelt, is })))
    .sort((one, other) => other.spelt.length - one.spelt.length);
  const meant = new Map(spellings.map((word) => [keyOf(word.spelt), word]));
  const either = spellings.map(({ spelt }) => escaped(spelt).replace(/[\s-]+/g, '[\\s-]+')).join('|');
  const pattern =
    spellings.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${either})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu')
      : undefined;
  const made = { pattern, meant };
  lookings.set(jargon, made);
  return made;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const keyOf = (text: string): string => text.toLowerCase().replace(/[\s-]+/g, ' ');
const isLetters = (spelt: string): boolean => /^[\p{Lu}\p{N}]+$/u.test(spelt);
