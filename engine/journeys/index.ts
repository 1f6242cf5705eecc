export { journeysAfter } from './fold.ts';
export type { JourneyChange } from './fold.ts';
export { stageOn } from './stages.ts';
