export { fillForm } from './fill-form.ts';
export type { FillFor } from './fill-form.ts';
export { makeFamily } from './make-family.ts';
export type { MadeFamily } from './make-family.ts';
export { chanceFrom } from './random.ts';
export type { Chance } from './random.ts';
export { walkFamily } from './walk-family.ts';
export type { Plan, Walked, Walker } from './walk-family.ts';
