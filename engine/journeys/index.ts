export { boardOn, heldOn } from './board-on.ts';
export type { Stay } from './board-on.ts';
export { flowIn, spread, staysEnded } from './flow.ts';
export type { Step } from './flow.ts';
export { journeysAfter } from './fold.ts';
export type { JourneyChange } from './change.ts';
export { isLateOn } from './late.ts';
export { standingSince } from './standing.ts';
export { stageOn } from './stages.ts';
