/** Front door of forms for the server side; what a browser may have stands in browser.ts. */
export { columnSchema } from './form-file-schema.ts';
export { evaluateFeel, parseFeel } from './feel.ts';
export type { ParsedFeel } from './feel.ts';
export { readForm } from './read-form.ts';
export type { FormRead } from './read-form.ts';
export type { Surroundings } from './checks/surroundings.ts';
export * from './browser.ts';
