export { compile, engineVersion } from './compile.ts';
export { compileBeside } from './compile-beside.ts';
export type { KnownTables } from './compile.ts';
export { openSteps } from './open-steps.ts';
export { step } from './step.ts';
export type { StepInput } from './step.ts';
export { size } from './size.ts';
export type { Size } from './size.ts';
export { soundness } from './soundness/index.ts';
