/** Front door: how the work stands, over HTTP. */
export { measuresOf } from './definitions.ts';
export type { Benchmarks } from './definitions.ts';
export { funnelRoutes } from './funnel-routes.ts';
export { measures, oneMeasure } from './measures.ts';
export { practice } from './practice.ts';
export { measureRoutes } from './routes.ts';
