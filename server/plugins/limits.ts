import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '../access/index.ts';

/**
 * How often in a minute one account may do what takes much of the server or away from it: far above what anybody does
 * by hand, with several pages open on the news of busy families, far below what empties a store. Signing in has limits
 * of its own, beside the count for each name.
 */
const mostInAMinute: Partial<Record<Action, number>> = {
  'find-families': 240,
  'find-people': 240,
  'read-family': 600,
  'read-record': 600,
  'read-person': 600,
  'break-glass': 30,
  'attach-file': 120,
  'read-audit': 240,
  'see-who-looked': 240,
  'export-record': 120,
  'manage-store': 30,
};

/**
 * A route whose action has a limit is counted by account, however many sessions it has, and by address where nobody is
 * signed in.
 */
export function limits(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    const max = mostInAMinute[route.config?.may?.action ?? 'be-signed-in'];
    if (max === undefined || route.config?.rateLimit !== undefined) return;
    route.config = { ...route.config, rateLimit: perAccount(max) };
  });
}

/** So many in a minute of one account, for a route whose action is also that of pages that are open all day. */
export function perAccount(max: number) {
  const keyGenerator = (request: FastifyRequest): string => request.person?.id ?? request.ip;
  return { max, timeWindow: '1 minute', keyGenerator, hook: 'preHandler' } as const;
}
