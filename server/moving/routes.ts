import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { MovePlan } from '#engine';
import { nothing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { movePage, movesPage } from './move-page.ts';
import { ofOneCase } from './of-one-case.ts';
import { changePlan, proposeMove } from './propose-move.ts';
import type { MoveAsked } from './propose-move.ts';
import { runMove, startMover } from './run-moves.ts';
import * as shapes from './shapes.ts';
import { signMove } from './sign-move.ts';
import { tryMove } from './try-move.ts';

type Of<Body = unknown> = FastifyRequest<{ Params: { id: string; case: string }; Body: Body }>;

const may = { action: 'move-cases', thing: () => nothing } as const;
const planOnly = { none: 'A plan names steps of drawings; no family is behind it.' };

/** Moving open cases to another version: propose, check, try, sign, carry out, take back. */
export function moveRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['moves'] };

  app.get('/api/moves', {
    schema: {
      summary: 'Moves of open cases, and what one may begin from',
      ...shared,
      response: { 200: shapes.moves },
    },
    config: { may, audit: planOnly },
    handler: () => movesPage(host),
  });

  app.post('/api/moves', {
    schema: {
      ...{ summary: 'Begin a plan: what maps by itself is in it', ...shared },
      ...{ body: shapes.asked, response: { 200: shapes.made } },
    },
    config: { may, audit: { action: 'propose-move' } },
    handler: async (request: Of<Omit<MoveAsked, 'by'>>) => {
      const { id } = await proposeMove(host, { ...request.body, by: signedIn(request).id });
      return { id };
    },
  });

  app.get('/api/moves/:id', {
    schema: {
      ...{ summary: 'A move: its plan in words, how it went when tried, what became of each case' },
      ...{ ...shared, params: params('id'), response: { 200: shapes.move } },
    },
    config: { may, audit: { action: 'read-move' } },
    handler: (request: Of) => movePage(host, signedIn(request), request.params.id),
  });

  app.put('/api/moves/:id/plan', {
    schema: {
      ...{ summary: 'Change the plan; it has to be tried again', ...shared, params: params('id') },
      ...{ body: shapes.planSent, response: { 200: shapes.planChanged } },
    },
    config: { may, audit: { action: 'change-move' } },
    handler: async (request: Of<{ plan: MovePlan; revision: number }>) => {
      const { revision } = await changePlan(host, request.params.id, request.body);
      return { revision };
    },
  });
  carryingOut(app, host);
}

function carryingOut(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['moves'], params: params('id') };
  const mover = startMover(host, (move, fault) => {
    app.log.error({ move, fault: fault instanceof Error ? fault.name : 'unknown' }, 'not moved on');
  });
  const begin = (): void => {
    void mover.go().catch((fault: unknown) => {
      app.log.error({ fault: fault instanceof Error ? fault.name : 'unknown' }, 'not moved on');
    });
  };
  app.addHook('onReady', async () => begin());
  app.addHook('onClose', () => mover.stop());

  app.post('/api/moves/:id/trial', {
    schema: {
      summary: 'Try the plan on every case; nothing moves',
      ...shared,
      response: { 200: shapes.move },
    },
    config: { may, audit: { action: 'try-move' } },
    handler: async (request: Of) => {
      const person = signedIn(request);
      await tryMove(host, request.params.id, person.id);
      return movePage(host, person, request.params.id);
    },
  });

  app.post('/api/moves/:id/signature', {
    schema: {
      summary: 'Sign the plan: it does not change any more',
      ...shared,
      response: { 200: shapes.stateNow },
    },
    config: { may, audit: { action: 'sign-move' } },
    handler: async (request: Of) => {
      const { state } = await signMove(host, request.params.id, signedIn(request).id);
      return { state };
    },
  });

  app.post('/api/moves/:id/run', {
    schema: {
      ...{ summary: 'Carry the move out, or pause it', ...shared },
      ...{ body: shapes.state, response: { 200: shapes.stateNow } },
    },
    config: { may, audit: { action: 'run-move' } },
    handler: async (request: Of<{ state: 'go' | 'pause' }>) => {
      const { state } = await runMove(host, request.params.id, request.body.state);
      begin();
      return { state };
    },
  });

  app.post('/api/moves/:id/cases/:case', {
    schema: {
      ...{ summary: 'Take one case up again, or back', tags: ['moves'], params: params('id', 'case') },
      ...{ body: shapes.ofCase, response: { 200: shapes.result } },
    },
    config: { may, audit: { action: 'move-one-case' } },
    handler: (request: Of<{ what: 'retry' | 'revert' }>) =>
      ofOneCase(host, signedIn(request).id, { ...request.params, what: request.body.what }),
  });
}
