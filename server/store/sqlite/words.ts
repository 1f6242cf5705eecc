import type { Values } from './database.ts';

const mostWords = 6;

/** SQL that keeps the families each of whose words asked for begins a word they are found by. */
export function familiesWithWords(text: string, values: Values): string | undefined {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, mostWords);
  if (words.length === 0) return undefined;
  return words
    .map((word, index) => {
      values[`w${index}`] = word;
      return `SELECT case_id FROM family_words WHERE authority = :authority
        AND word >= :w${index} AND word < :w${index} || char(1114111)`;
    })
    .join(' INTERSECT ');
}
