export { readPathway } from './read-pathway.ts';
export { checkPathway, checks } from './checks/index.ts';
export type { Check, Drawing, Statutory } from './checks/index.ts';
export { describePathway } from './describe.ts';
export type { Described, Words } from './describe.ts';
export { stageOf, stagesInOrder } from './stages.ts';
export type { StagePlace } from './stages.ts';
