import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '../access/index.ts';

/**
 * How often in a minute one session may do what takes much of the server or away from it: far above what anybody does
 * by hand, far below what empties a store. Signing in has limits of its own, beside the count for each name.
 */
const mostInAMinute: Partial<Record<Action, number>> = {
  'find-families': 240,
  'find-people': 240,
  'attach-file': 120,
  'read-audit': 240,
  'see-who-looked': 240,
  'export-record': 120,
  'manage-store': 30,
};

/** A route whose action has a limit is counted by session, and by address where there is none. */
export function limits(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const max = mostInAMinute[route.config?.may?.action ?? 'be-signed-in'];
    if (max === undefined || route.config?.rateLimit !== undefined) return;
    const keyGenerator = (request: FastifyRequest): string => request.token ?? request.ip;
    route.config = {
      ...route.config,
      rateLimit: { max, timeWindow: '1 minute', keyGenerator, hook: 'preHandler' },
    };
  });
}
