/**
 * `node tests/support/weigh-likeness.ts` sets the weights and the threshold of processes/child-protection/likeness.json
 * on the half of the gold set that is for it, and prints how both halves then do.
 *
 * The synonyms were gathered with that half in view and know it too well. So it is looked at three times, with all
 * synonyms and with every other one left out, and the weights are those that do best on the three together: they do
 * not lean on the list being complete. The threshold finds as much as it can, a miss weighing twice a false alarm (F2).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import type { Weights } from '#engine';
import { goldPairs } from './gold-pairs.ts';
import type { GoldHalf } from './gold-pairs.ts';
import { averagePrecision, precisionAt, ranked, shownFrom } from './measure-likeness.ts';

const file = join(import.meta.dirname, '../../processes/child-protection/likeness.json');
const likeness = JSON.parse(readFileSync(file, 'utf8')) as {
  says: string;
  weights: Weights;
  threshold: number;
  synonyms: string[][];
};
const { synonyms } = likeness;
const looks = [synonyms, synonyms.filter((_, at) => at % 2 === 0), synonyms.filter((_, at) => at % 2 === 1)];
const halves = looks.map((some) => goldPairs('weights', some));

const mean = (numbers: number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** How well weights do: duplicates before others all down the list, and above all among the first twenty. */
const goodness = (weights: Weights): number =>
  mean(halves.map((half) => averagePrecision(ranked(half, weights), half))) +
  0.1 * mean(halves.map((half) => precisionAt(20, ranked(half, weights))));

function search(): Weights {
  let best: Weights = { words: 1, meaning: 1, rare: 1, spelling: 1, shape: 1, place: 1 };
  let good = goodness(best);
  for (let better = true; better;) {
    better = false;
    for (const signal of Object.keys(best) as (keyof Weights)[]) {
      for (const by of [1, -1, 2, 3]) {
        const next = { ...best, [signal]: best[signal] + by };
        // every signal keeps a say, and none more than ten times another's
        if (next[signal] < 1 || next[signal] > 10) continue;
        const now = goodness(next);
        if (now <= good + 1e-6) continue;
        [best, good, better] = [next, now, true];
      }
    }
  }
  return best;
}

function thresholdFor(weights: Weights): number {
  const lists = halves.map((half): [GoldHalf, ReturnType<typeof ranked>] => [half, ranked(half, weights)]);
  const f2 = (threshold: number): number =>
    mean(
      lists.map(([half, list]) => {
        const { precision, recallOfReworded } = shownFrom(threshold, list, half);
        return (5 * precision * recallOfReworded) / (4 * precision + recallOfReworded);
      }),
    );
  const steps = Array.from({ length: 46 }, (_, at) => Math.round(40 + at) / 100);
  return steps.reduce((best, step) => (f2(step) > f2(best) ? step : best));
}

const weights = search();
const threshold = thresholdFor(weights);
const text = await format(JSON.stringify({ says: likeness.says, weights, threshold, synonyms }), {
  parser: 'json',
  printWidth: 110,
});
writeFileSync(file, text);
console.log(JSON.stringify({ weights, threshold }));
for (const half of ['weights', 'held-back'] as const) {
  const measured = goldPairs(half, synonyms);
  const list = ranked(measured, weights);
  const at20 = precisionAt(20, list);
  console.log(half, JSON.stringify({ precisionAt20: at20, ...shownFrom(threshold, list, measured) }));
}
