/** Front door: to whom documents went, and what was said of them. */
export { sharingRoutes } from './routes.ts';
export type { OutputOpinion, SharedOutput } from './shared-output.ts';
