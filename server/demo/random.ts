/** A stream of numbers that a seed decides: the same seed gives the same authority. */
export interface Chance {
  /** in [0, 1) */
  next(): number;
  /** a whole number from `least` to `most`, both included */
  whole(least: number, most: number): number;
  one<T>(from: readonly T[]): T;
  /** one of the values, each as likely as its weight says */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
}

/** Mulberry32: small, quick, and good enough to make up families. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    one: (from) => pick(from, next()),
    weighted: (from) => {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      const found = from.find(([, weight]) => (left -= weight) < 0) ?? from.at(-1);
      if (!found) throw new Error('nothing to choose from');
      return found[0];
    },
  };
}

/** A stream of its own for one thing among many: what happens to one family changes nothing for the others. */
export function chanceFor(seed: number, name: string): Chance {
  let mixed = seed >>> 0;
  for (let at = 0; at < name.length; at++) mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193) >>> 0;
  return chanceFrom(mixed);
}

function pick<T>(from: readonly T[], at: number): T {
  const found = from[Math.floor(at * from.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}
