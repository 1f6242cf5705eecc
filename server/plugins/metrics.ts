import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { nothing } from '../access/index.ts';
import { isLoopback } from '../addresses.ts';
import { refuse } from '../errors.ts';
import type { Host } from '../host.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** a case was woken: seconds after it was due */
    wokenLate(seconds: number): void;
  }
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10];
/** what counts as late while a server is up (reliability: five seconds) */
const lateSeconds = 5;

let ofProcess: Registry | undefined;

/** Event loop, memory and collection of garbage: one process has them once, however many servers a test starts in it. */
function processMetrics(): Registry {
  if (!ofProcess) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess, prefix: 'throughline_' });
  }
  return ofProcess;
}

/**
 * Numbers for Prometheus at /metrics, for whoever has the token, or for this machine where there is none. Labels are
 * routes as they are declared, methods and outcomes: never an address that was asked for, and nothing of anybody.
 */
export function metrics(
  app: FastifyInstance,
  host: Host,
  options: { token?: string | undefined; proxied: boolean },
): void {
  const register = new Registry();
  countRequests(app, register);
  const look = gaugeStore(app, host, register);
  app.get('/metrics', {
    schema: { hide: true },
    config: {
      may: { action: 'use-signed-out', thing: () => nothing },
      audit: { none: 'Asked by Prometheus; numbers only.' },
    },
    handler: async (request, reply) => {
      if (!mayRead(request, options)) {
        refuse(403, 'not-for-you', 'Numbers are for whoever has the token of METRICS_TOKEN_FILE.');
      }
      await look();
      const parts = await Promise.all([register.metrics(), processMetrics().metrics()]);
      return reply.type(register.contentType).send(parts.join('\n'));
    },
  });
}

function countRequests(app: FastifyInstance, register: Registry): void {
  const labelNames = ['method', 'route', 'status'];
  const seconds = new Histogram({
    ...{ name: 'throughline_request_seconds', help: 'Seconds to answer', labelNames, buckets },
    registers: [register],
  });
  const commands = new Counter({
    ...{ name: 'throughline_commands_total', help: 'Changes asked for, by outcome', labelNames: ['outcome'] },
    registers: [register],
  });
  const conflicts = new Counter({
    ...{ name: 'throughline_conflicts_total', help: 'Somebody else came first', labelNames: ['route'] },
    registers: [register],
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const route = routeOptions.url ?? 'none';
    const status = reply.statusCode;
    // a live stream lasts as long as its page is open: its length says nothing of speed
    if (!routeOptions.config?.live)
      seconds.observe(
        { method, route, status: `${String(Math.trunc(status / 100))}xx` },
        reply.elapsedTime / 1000,
      );
    if (status === 409) conflicts.inc({ route });
    if (changing.has(method) && route !== 'none') commands.inc({ outcome: outcomeOf(status) });
  });
}

function outcomeOf(status: number): 'done' | 'conflict' | 'refused' | 'failed' {
  if (status < 400) return 'done';
  if (status === 409) return 'conflict';
  return status < 500 ? 'refused' : 'failed';
}

/** How the store and this process stand; gives what looks at them anew, before each answer. */
function gaugeStore(
  app: FastifyInstance,
  { store, versions }: Host,
  register: Registry,
): () => Promise<void> {
  const gauge = (name: string, help: string): Gauge =>
    new Gauge({ name: `throughline_${name}`, help, registers: [register] });
  const late = new Counter({
    ...{
      name: 'throughline_late_wake_ups_total',
      help: `Woken over ${String(lateSeconds)} s after they were due`,
    },
    registers: [register],
  });
  const woken = new Counter({
    ...{ name: 'throughline_wake_ups_total', help: 'Cases woken by this process' },
    registers: [register],
  });
  app.decorate('wokenLate', (seconds: number) => {
    woken.inc();
    if (seconds > lateSeconds) late.inc();
  });
  const writable = gauge('store_writable', '1 while the store takes writes');
  const lag = gauge('wake_up_lag_seconds', 'How long the oldest due wake-up waits');
  const due = gauge('wake_ups_due', 'Wake-ups that are due');
  const incidents = gauge('incidents', 'Cases given up after five attempts to wake them');
  const quarantined = gauge('quarantined_cases', 'Cases whose stored form is damaged');
  const published = gauge('published_versions', 'Versions of the pathway that cases may run on');
  const compiled = gauge('compiled_tables', 'Versions whose tables are in this process');
  const waiting = gauge('audit_entries_waiting', 'Audit entries the store did not take yet');
  const dropped = gauge('audit_entries_dropped', 'Audit entries that only the log has, since the start');
  const listeners = gauge('live_listeners', 'Pages that listen for changes');
  const leaving = gauge('leaving', '1 once this process was told to end');
  const answers = gauge('store_answers', '1 while the store answers');
  // what can't be known is left as it was, and store_answers says why
  return async () => {
    waiting.set(app.trail.waiting());
    dropped.set(app.trail.dropped());
    listeners.set(app.live.listeners());
    leaving.set(app.duty.leaving ? 1 : 0);
    compiled.set(versions.compiled());
    const health = await store.health();
    writable.set(health.ok && health.writable ? 1 : 0);
    answers.set(health.ok ? 1 : 0);
    if (!health.ok) return;
    const now = await store.metrics();
    lag.set(now.queueLag);
    due.set(now.waiting);
    incidents.set(now.incidents);
    quarantined.set(now.quarantined);
    published.set((await versions.list()).length);
  };
}

/** Behind a proxy everybody seems to be near: there it takes the token. */
function mayRead(
  request: FastifyRequest,
  { token, proxied }: { token?: string | undefined; proxied: boolean },
): boolean {
  if (token === undefined) return !proxied && isLoopback(request.socket.remoteAddress ?? '');
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
