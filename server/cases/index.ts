export { carryOut, commitOf } from './carry-out.ts';
export type { Carried, Command } from './carry-out.ts';
export { project } from './project.ts';
export type { Held, Shown } from './project.ts';
export { sayAge, sayDue, sayList } from './words.ts';
export type { DueSaid } from './words.ts';
