import type { Day, Journey } from '../contracts/index.ts';
import { addDays, dayOf } from '../calendar/index.ts';

/** When something was late: from the first day on which it was until the first on which it was not any more. */
interface LateTime {
  from: Day;
  to?: Day;
}

/** Whether something ran on the day that was due before it, by the dates as they are known now. */
export function isLateOn({ clocks }: Pick<Journey, 'clocks'>, day: Day): boolean {
  return timesOf(clocks).some(({ from, to }) => from <= day && (to === undefined || to > day));
}

const known = new WeakMap<Journey['clocks'], readonly LateTime[]>();
const never: readonly LateTime[] = [];

/** Read once for the clocks of a journey, which are never changed: of most of them nothing was ever late. */
function timesOf(clocks: Journey['clocks']): readonly LateTime[] {
  const there = known.get(clocks);
  if (there) return there;
  const found = clocks.flatMap((clock): LateTime[] => {
    const [began, late] = [dayOf(clock.from), addDays(dayOf(clock.due), 1)];
    const from = began > late ? began : late;
    if (clock.stopped === undefined) return [{ from }];
    const to = dayOf(clock.stopped);
    return to > from ? [{ from, to }] : [];
  });
  const times = found.length > 0 ? found : never;
  known.set(clocks, times);
  return times;
}
