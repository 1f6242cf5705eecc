import type { FastifyInstance } from 'fastify';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import type { Duty } from '../operations/index.ts';
import { flag, object, text } from '../schemas.ts';

declare module 'fastify' {
  interface FastifyInstance {
    duty: Duty;
  }
}

const open = {
  may: { action: 'use-signed-out', thing: () => nothing },
  audit: { none: 'Asked by whatever watches the server.' },
} as const;

/**
 * Whether the server can work, for whoever watches it. Alive: the process answers; restart it when it does not. Ready:
 * people may be sent here; a full disk does not end that, since reading goes on. Health says everything.
 */
export function healthRoutes(app: FastifyInstance, { store, versions }: Host, version: string): void {
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
    config: open,
    handler: async (_request, reply) => {
      const found = await store.health();
      const ok = found.ok && found.writable;
      return reply
        .code(ok ? 200 : 503)
        .send({ ok, store: found, version, demonstration: store.about.demonstration });
    },
  });

  const alive = object({ ok: flag }, ['ok']);
  app.get('/api/health/live', {
    schema: { summary: 'The process answers', tags: ['service'], response: { 200: alive } },
    config: open,
    handler: () => ({ ok: true }),
  });

  const ready = object({ ok: flag, message: text }, ['ok']);
  app.get('/api/health/ready', {
    schema: {
      summary: 'Whether a proxy may send people to this server',
      tags: ['service'],
      response: { 200: ready, 503: ready },
    },
    config: open,
    handler: async (_request, reply) => {
      const message = app.duty.leaving ? 'This server is leaving.' : await whatIsMissing();
      return reply
        .code(message === undefined ? 200 : 503)
        .send(message === undefined ? { ok: true } : { ok: false, message });
    },
  });

  async function whatIsMissing(): Promise<string | undefined> {
    if (!(await store.health()).ok) return 'The store does not answer.';
    const compiled = await versions.current().then(
      () => true,
      () => false,
    );
    return compiled ? undefined : 'The pathway can’t be read.';
  }
}
