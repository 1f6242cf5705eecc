/** The part of the drawing's knowledge that an editor in the browser may load: no parser of XML, no execution. */
export { along, processesInOrder } from './along.ts';
export type { Drawing, Statutory } from './checks/drawing.ts';
export { checkLive, liveChecks } from './checks/live.ts';
export { compareVersions } from './compare/compare-versions.ts';
export type { Change, ChangeKind } from './compare/change.ts';
export { conditionInWords as drawnConditionInWords } from './condition-in-words.ts';
export { describePathway } from './describe.ts';
export type { Described, Words } from './describe.ts';
export { inWords as timescaleInWords } from './describe-timescale.ts';
export { readCondition } from './read-condition.ts';
export type { Read as ReadCondition, Relation, Value as ConditionValue } from './read-condition.ts';
export { readDefinitions } from './read-definitions.ts';
export type { ModdleElement as DrawnNode } from 'bpmn-moddle';
export { stagesInOrder } from './stages.ts';
export { writeCondition } from './write-condition.ts';
