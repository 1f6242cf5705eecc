import type { FastifyInstance } from 'fastify';
import type { Host } from '../host.ts';
import { boardRoutes } from './board-routes.ts';
import { changeRoutes } from './change-routes.ts';
import { contactRoutes } from './contact-routes.ts';
import { familyRoutes } from './family-routes.ts';
import { withheldRoutes } from './withheld-routes.ts';

/** Families: becoming known, being read, what may happen to them at any time, and where all of them stand. */
export function caseRoutes(app: FastifyInstance, host: Host): void {
  contactRoutes(app, host);
  familyRoutes(app, host);
  changeRoutes(app, host);
  boardRoutes(app, host);
  withheldRoutes(app, host);
}
