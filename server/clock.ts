import type { Moment } from '#engine';

/** Where the server gets the time from; tests move theirs. Nothing else in server/ asks the machine. */
export interface Clock {
  now(): Moment;
}

export const systemClock: Clock = { now: () => new Date().toISOString() };

/** A moment so many seconds before or after another. */
export function secondsAfter(moment: Moment, seconds: number): Moment {
  return new Date(Date.parse(moment) + seconds * 1000).toISOString();
}

/** Seconds from one moment to another; negative when the other is earlier. */
export function secondsBetween(from: Moment, to: Moment): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
