/** Front door: how the work stands, over HTTP. */
export { measuresOf } from './definitions.ts';
export type { Benchmarks } from './definitions.ts';
export { measureRoutes } from './routes.ts';
