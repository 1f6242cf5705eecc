import type { FastifyInstance } from 'fastify';
import { nothing } from '../access/index.ts';
import { flag, object, text } from '../schemas.ts';
import type { Services } from '../services.ts';

/** Whether the server can work, for whoever watches it. */
export function healthRoute(app: FastifyInstance, { store }: Services, version: string): void {
  const state = object({ ok: flag, kind: text, writable: flag, message: text }, ['ok', 'kind', 'writable']);
  const health = object({ ok: flag, store: state, version: text, demonstration: flag }, [
    ...(['ok', 'store', 'version', 'demonstration'] as const),
  ]);
  app.get('/api/health', {
    schema: {
      summary: 'Whether the server can work',
      tags: ['service'],
      response: { 200: health, 503: health },
    },
    config: {
      may: { action: 'use-signed-out', thing: () => nothing },
      audit: { none: 'Asked by whatever watches the server.' },
    },
    handler: async (_request, reply) => {
      const state = await store.health();
      const ok = state.ok && state.writable;
      return reply
        .code(ok ? 200 : 503)
        .send({ ok, store: state, version, demonstration: store.about.demonstration });
    },
  });
}
