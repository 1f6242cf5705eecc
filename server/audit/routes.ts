import type { FastifyInstance, FastifyRequest } from 'fastify';
import { nothing } from '../access/index.ts';
import { flag, listOf, object, pageAsked, paging, sent, text, whole } from '../schemas.ts';
import type { Services } from '../services.ts';
import type { ChainHead } from '../store/port.ts';
import { anchorState } from './anchor.ts';
import { verifyStore } from './verify-store.ts';

const reader = { action: 'read-audit', thing: () => nothing } as const;
const entry = object(
  {
    ...{ process: text, seq: whole, at: text, action: text, outcome: text, route: text, status: whole },
    ...{ actor: text, case: text, reason: text, request: text },
    thing: object({ kind: text, id: text }, ['kind', 'id']),
  },
  ['process', 'seq', 'at', 'action', 'outcome', 'route', 'status', 'request'],
);
const page = object({ entries: listOf(entry), next: text }, ['entries']);

interface AuditQuery {
  actor?: string;
  after?: string;
  limit?: string;
}

/** Who did what. */
export function auditRoutes(app: FastifyInstance, { store }: Services): void {
  app.get('/api/audit', {
    schema: {
      ...{ summary: 'Audit entries, latest first', tags: ['audit'], response: { 200: page } },
      querystring: sent({ ...paging, actor: text }, ['after', 'limit', 'actor']),
    },
    config: { may: reader, audit: { action: 'read-audit' } },
    handler: async (request: FastifyRequest<{ Querystring: AuditQuery }>) => {
      const { actor, ...rest } = request.query;
      const { rows, next } = await store.list('audit', actor ? { actor } : {}, pageAsked(rest));
      return { entries: rows, ...(next ? { next } : {}) };
    },
  });
}

/** Chains, and whether everything that is stored is still what was written. */
export function verificationRoutes(app: FastifyInstance, services: Services, anchors?: string): void {
  const { store } = services;
  const head = object({ chain: text, id: text, seq: whole, hash: text }, ['chain', 'id', 'seq', 'hash']);
  app.get('/api/audit/heads', {
    schema: {
      summary: 'Heads of all chains, to be kept outside the database',
      ...{ tags: ['audit'], response: { 200: listOf(head) } },
    },
    config: { may: reader, audit: { action: 'read-chain-heads' } },
    handler: () => store.heads(),
  });

  const state = object({ ok: flag, at: text, hash: text, tried: text, message: text }, ['ok']);
  app.get('/api/audit/anchors', {
    schema: {
      summary: 'Whether the heads of all chains were kept outside the database, and when last',
      ...{ tags: ['audit'], response: { 200: state } },
    },
    config: { may: reader, audit: { action: 'read-chain-heads' } },
    handler: () => anchorState(services),
  });

  const finding = object({ kind: text, id: text, message: text }, ['kind', 'id', 'message']);
  const report = object(
    { ok: flag, cases: whole, entries: whole, documents: whole, disposed: whole, findings: listOf(finding) },
    ['ok', 'cases', 'entries', 'documents', 'findings'],
  );
  app.post('/api/audit/verification', {
    schema: {
      summary: 'Read everything and name what is not what was written; heads kept elsewhere are compared',
      ...{ tags: ['audit'], response: { 200: report } },
      body: sent({
        heads: {
          type: 'array',
          maxItems: 100_000,
          items: sent({ chain: { enum: ['case', 'audit'] }, id: text, seq: whole, hash: text }),
        },
      }),
    },
    config: { may: { action: 'manage-store', thing: () => nothing }, audit: { action: 'verify-store' } },
    handler: (request: FastifyRequest<{ Body: { heads?: ChainHead[] } }>) =>
      verifyStore(store, request.body.heads ?? [], anchors),
  });
}
