import { describe, expect, test } from 'vitest';
import likeness from '../../processes/child-protection/likeness.json' with { type: 'json' };
import { goldPairs } from '../support/gold-pairs.ts';
import { precisionAt, ranked, shownFrom } from '../support/measure-likeness.ts';

const { weights, threshold, synonyms } = likeness;

describe('questions that look the same, on the half of the gold set that set no weight', () => {
  const heldBack = goldPairs('held-back', synonyms);
  const list = ranked(heldBack, weights);

  test('are duplicates in nine of the first ten, and more', () => {
    expect(precisionAt(20, list)).toBeGreaterThanOrEqual(0.9);
  });

  test('and those that share a term are four fifths of all duplicates, and more, from the threshold of the page on', () => {
    const { recall, precision } = shownFrom(threshold, list, heldBack);
    expect(recall).toBeGreaterThanOrEqual(0.8);
    expect(precision).toBeGreaterThan(0.7);
  });

  test('by their wording alone are most of those that share no term', () => {
    expect(shownFrom(threshold, list, heldBack).recallOfReworded).toBeGreaterThan(0.6);
  });

  test('are told worse by any one signal alone than by all together', () => {
    const alone = (signal: keyof typeof weights) => {
      const only = { words: 0, meaning: 0, rare: 0, spelling: 0, shape: 0, place: 0, [signal]: 1 };
      return precisionAt(20, ranked(heldBack, only));
    };
    const all = precisionAt(20, list);
    for (const signal of Object.keys(weights) as (keyof typeof weights)[]) {
      expect([signal, alone(signal) < all]).toEqual([signal, true]);
    }
  });
});

describe('the list of synonyms', () => {
  test('names nothing twice, so that no word has two meanings', () => {
    const all = synonyms.flat().map((way) => way.toLowerCase());
    expect(all.filter((way, at) => all.indexOf(way) !== at)).toEqual([]);
  });
});
