import type { FastifyInstance } from 'fastify';
import type { Host } from '../host.ts';
import { previewRoutes } from './preview-routes.ts';
import { recordOutputRoutes } from './routes.ts';

export { budgetOf, costOf, type Cost } from './largest/cost.ts';
export { outputsFit } from './largest/outputs-fit.ts';
export { outputFile, type FileWanted } from './output-file.ts';

/** Documents made of records, and layouts of drafts looked at. */
export function outputRoutes(app: FastifyInstance, host: Host): void {
  recordOutputRoutes(app, host);
  previewRoutes(app, host);
}
