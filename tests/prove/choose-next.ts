import type { Decide, Input, OpenStep, Tables, Track } from '../../engine/contracts/index.ts';
import { openSteps, step } from '../../engine/execution/index.ts';
import { chanceAnswers } from './chance-answers.ts';
import type { Values } from './chance-answers.ts';
import type { Random } from './random.ts';

/** What to give next, and the answers it meets. What would end the walk is drawn anew, up to twice, so that walks go deep. */
export function chooseNext(
  tables: Tables,
  track: Track,
  values: Values,
  random: Random,
): { input: Input; decide: Decide } {
  for (let draws = 1; ; draws += 1) {
    const input = inputFor(pickItem(openSteps(tables, track), random));
    const decide = chanceAnswers(values, random);
    if (draws === 3 || step(tables, track, input, decide)?.track) return { input, decide };
  }
}

/** Border events come one time in five: they end much, and a walk is to see more than ends. */
function pickItem(open: OpenStep[], random: Random): OpenStep {
  const onBorders = open.filter(({ attachedTo }) => attachedTo !== undefined);
  return random.pick(
    random.below(5) === 0 && onBorders.length > 0
      ? onBorders
      : open.filter((item) => !onBorders.includes(item)),
  );
}

function inputFor({ kind, path }: OpenStep): Input {
  if (kind === 'timer') return { kind: 'clock', path };
  return { kind: kind === 'message' ? 'message' : 'complete', path };
}
