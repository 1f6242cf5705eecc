import type { Case, Day, Moment } from '../contracts/index.ts';

/**
 * Lets a timescale count from another day than that of the happening it counts from; without a day, from its own
 * again. Happenings are shared by a case and its copies: one that changes is put in the place of the old.
 */
export function countFrom(kase: Case, happening: string, timescale: string, from?: Day | Moment): void {
  kase.happenings = kase.happenings.map((one) => {
    if (one.id !== happening) return one;
    const { countsFrom = {}, ...plain } = one;
    const { [timescale]: _before, ...others } = countsFrom;
    const counts = from === undefined ? others : { ...others, [timescale]: from };
    return Object.keys(counts).length > 0 ? { ...plain, countsFrom: counts } : plain;
  });
}
