import type { FastifyInstance } from 'fastify';
import { anchorState } from '../audit/index.ts';
import type { Host } from '../host.ts';
import { nodesSeen } from './nodes.ts';

/** How the service stands, for those who keep it running: numbers and reference numbers, nothing of any family. */
export async function statusOf(app: FastifyInstance, host: Host, version: string) {
  const { store, versions } = host;
  const [health, metrics, anchor, nodes, published, incidents, quarantined] = await Promise.all([
    store.health(),
    store.metrics(),
    anchorState(host),
    nodesSeen(host),
    versions.list(),
    store.list('incidents', {}, { limit: 100 }),
    store.list('quarantined', {}, { limit: 100 }),
  ]);
  const { ok, at, tried, message } = anchor;
  return {
    ...{ version, demonstration: store.about.demonstration, leaving: app.duty.leaving, store: health },
    queue: { lag: metrics.queueLag, due: metrics.waiting },
    incidents: { count: metrics.incidents, rows: incidents.rows },
    quarantined: { count: metrics.quarantined, rows: quarantined.rows },
    audit: { waiting: app.trail.waiting() },
    anchoring: {
      ok,
      ...(at === undefined ? {} : { at }),
      ...(tried === undefined ? {} : { tried }),
      ...(message === undefined ? {} : { message }),
    },
    nodes: nodes.map((node) => ({ ...node, here: node.process === store.about.process })),
    pathways: published.map(({ id, name, current }) => ({ id, name, current })),
  };
}
