import type { FastifyInstance } from 'fastify';
import type { Host } from '../host.ts';
import { completionRoute } from './completion-route.ts';
import { taskRoutes as routesOfOne } from './task-routes.ts';
import { workRoutes } from './work-routes.ts';

/** The queue, the task's page, its drafts, looking ahead, and completing. */
export function taskRoutes(app: FastifyInstance, host: Host): void {
  workRoutes(app, host);
  routesOfOne(app, host);
  completionRoute(app, host);
}
