export { readBeside } from './read-beside.ts';
export type { Beside } from './read-beside.ts';
