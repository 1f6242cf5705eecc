export { drawnWay } from './drawn-ways.ts';
export { answeredOf, stepsById, timesAsked, totalsOf } from './totals.ts';
export type { Walk } from './totals.ts';
export { usualWay } from './usual.ts';
export type { Stepping, Typical } from './usual.ts';
