import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordNamed } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { readAs } from '../withholding/index.ts';
import type { Command } from './carry-out.ts';
import { correcting, type Correction } from './correct.ts';
import { reopening } from './reopen.ts';
import * as shapes from './shapes.ts';
import { whatWouldChange, wouldChange } from './what-would-change.ts';

type OfRecord<Body = unknown> = FastifyRequest<{ Params: { id: string }; Body: Body }>;

/** What a correction or a reopening would change, before anybody decides on it. */
export function previewRoutes(app: FastifyInstance, host: Host): void {
  const thing = recordNamed(host);
  const shared = { tags: ['records'], params: params('id') };
  const preview = async (command: Omit<Command<unknown>, 'reply'>) => {
    const { store } = await readAs(host, command.case, command.by, false);
    const tried = await whatWouldChange(host, command, store);
    return tried.kind === 'said' ? tried.says : replyOf<never>(tried);
  };

  app.post('/api/records/:id/corrections/preview', {
    schema: {
      ...{ summary: 'What a correction would change; nothing is stored', ...shared },
      ...{ body: shapes.correctionTried, response: { 200: wouldChange } },
    },
    config: { may: { action: 'correct-record', thing }, audit: { action: 'read-record', looks: true } },
    handler: async (request: OfRecord<Omit<Correction, 'reason'>>) => {
      const record = (await host.store.record(request.params.id)) ?? refuseAbsent();
      return preview(correcting(host, record, { ...request.body, ...trying(request) }));
    },
  });

  app.post('/api/records/:id/reopening/preview', {
    schema: {
      ...{ summary: 'What reopening the step would change; nothing is stored', ...shared },
      response: { 200: wouldChange },
    },
    config: { may: { action: 'reopen-task', thing }, audit: { action: 'read-record', looks: true } },
    handler: async (request: OfRecord) => {
      const record = (await host.store.record(request.params.id)) ?? refuseAbsent();
      return preview(await reopening(host, record, trying(request)));
    },
  });
}

/** A command that is only looked at has no reason yet. */
function trying(request: FastifyRequest): { by: string; commandId: string; reason: string } {
  return { by: signedIn(request).id, commandId: request.id, reason: '?' };
}
