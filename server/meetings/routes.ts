import type { FastifyInstance } from 'fastify';
import { formOf } from '#engine';
import type { Host } from '../host.ts';
import { done, params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { keepDraft, placeOf, taskOf, taskShapes } from '../tasks/index.ts';
import type { DraftSent, OfTask } from '../tasks/index.ts';
import { meetingOf } from './meeting-of.ts';
import { nameMinuteTaker } from './minute-taker.ts';
import { openMeeting, roomPage } from './room.ts';
import * as shapes from './shapes.ts';

/** A meeting held live: its room, what is typed in it, and who types. */
export function meetingRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['meetings'], params: params('id') };
  const thing = meetingOf(host);

  app.get('/api/meetings/:id', {
    schema: {
      ...{ summary: 'A meeting as everybody in the room may see it', ...shared },
      response: { 200: shapes.room },
    },
    config: { may: { action: 'write-draft', thing }, audit: { action: 'read-meeting' } },
    handler: (request: OfTask) => roomPage(host, signedIn(request), request.params.id),
  });

  app.put('/api/meetings/:id/drafts/:key', {
    schema: {
      ...{ summary: 'Save what was typed in a meeting', tags: ['meetings'], params: params('id', 'key') },
      ...{ body: taskShapes.draft, response: { 200: taskShapes.drafted } },
    },
    config: { may: { action: 'write-draft', thing }, audit: { action: 'write-draft' } },
    handler: async (request: OfTask<DraftSent>) => {
      const open = await openMeeting(host, request.params.id);
      const { version, task } = open;
      const at = { version, form: formOf(version, task.form), children: task.children, place: placeOf(open) };
      const { key } = request.params;
      return keepDraft(host, at, { ...request.body, key, by: signedIn(request).id });
    },
  });

  app.put('/api/meetings/:id/minute-taker', {
    schema: {
      ...{ summary: 'Name who takes the minutes of this meeting', ...shared },
      ...{ body: shapes.minuteTaker, response: { 200: done } },
    },
    config: {
      may: { action: 'complete-task', thing: taskOf(host) },
      audit: { action: 'name-minute-taker' },
    },
    handler: async (request: OfTask<{ account: string | null }>) => {
      const { row, stored } = await openMeeting(host, request.params.id);
      const by = signedIn(request).id;
      const { account } = request.body;
      await nameMinuteTaker(host, stored.family, { task: row.id, account, by });
      if (account !== null) {
        const thing = { kind: 'account', id: account };
        request.alsoAbout = [{ action: 'name-minute-taker', thing, case: row.case }];
      }
      return { ok: true };
    },
  });
}
