export { fillForm } from './fill-form.ts';
export type { FillFor } from './fill-form.ts';
