import { scoreOf } from '#engine';
import type { Weights } from '#engine';
import type { GoldHalf } from './gold-pairs.ts';

export interface Ranked {
  score: number;
  same: boolean;
}

/** The pairs of a half, the most alike first. */
export function ranked({ pairs }: GoldHalf, weights: Weights): Ranked[] {
  return pairs
    .map(({ pair, signals, same }) => ({ pair, same, score: scoreOf(signals, weights) }))
    .sort((a, b) => b.score - a.score || (a.pair < b.pair ? -1 : 1));
}

/** Share of duplicates among the first so many. */
export function precisionAt(count: number, list: Ranked[]): number {
  return list.slice(0, count).filter(({ same }) => same).length / count;
}

/** What is shown from a threshold on: how much of it is a duplicate, and how many of all duplicates are shown. */
export function shownFrom(threshold: number, list: Ranked[], { reworded, sharing }: GoldHalf) {
  const shown = list.filter(({ score }) => score >= threshold);
  const right = shown.filter(({ same }) => same).length;
  return {
    shown: shown.length,
    precision: right / shown.length,
    /** of those that share no term */
    recallOfReworded: right / reworded,
    /** of all: those that share a term are shown by it */
    recall: (right + sharing) / (reworded + sharing),
  };
}

/** Mean of the precision at each duplicate, going down the list: 1 when they all come first. */
export function averagePrecision(list: Ranked[], { reworded }: GoldHalf): number {
  let right = 0;
  let sum = 0;
  for (const [at, { same }] of list.entries()) {
    if (!same) continue;
    right += 1;
    sum += right / (at + 1);
  }
  return sum / reworded;
}
