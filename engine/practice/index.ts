/** Front door: what a practice model shows, made from rows of its shared blocks. Pure, and of no one model. */
export { genogramOf, relationsTo } from './genogram.ts';
export { familyShapes, inLines, type FamilySays } from './family-shapes.ts';
export { relationsIn } from './relations.ts';
export { scoresOver } from './scores.ts';
export type { Score, ScoreSeries, ScoresAbout } from './scores.ts';
export { heard, heardOf, lastHeard } from './voices.ts';
export type { Heard, LastHeard } from './voices.ts';
