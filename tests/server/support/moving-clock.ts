import type { Clock } from '../../../server/clock.ts';
import { startOfTest } from './a-commit.ts';

/** A clock that stands until a test moves it. */
export interface MovingClock extends Clock {
  pass(seconds: number): void;
}

export function movingClock(start = startOfTest): MovingClock {
  let time = Date.parse(start);
  return {
    now: () => new Date(time).toISOString(),
    pass: (seconds) => {
      time += seconds * 1000;
    },
  };
}
