import type { Journey } from '../contracts/index.ts';

const known = new WeakMap<Journey, Map<object | string, unknown>>();

/**
 * What is read from a journey at every question, made once for each journey and key: a journey is never changed, but
 * another one takes its place. The same key stands for the same thing to be read.
 */
export function keptOf<T>(journey: Journey, key: object | string, read: () => T): T {
  const kept = known.get(journey) ?? new Map<object | string, unknown>();
  known.set(journey, kept);
  if (!kept.has(key)) kept.set(key, read());
  return kept.get(key) as T;
}
