import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Day } from '#engine';
import type { Host } from '../host.ts';
import { params } from '../schemas.ts';
import { signedIn } from '../signed-in.ts';
import { taskOf, type OfTask } from '../tasks/index.ts';
import { bookingDay, bookingPage } from './booking-page.ts';
import * as shapes from './shapes.ts';

type OfDay = FastifyRequest<{ Params: { id: string }; Body: { on: Day; chair?: string } }>;

/** Booking a meeting: everything known for it, and what a day would mean. Its answers are drafts of the step. */
export function bookingRoutes(app: FastifyInstance, host: Host): void {
  const shared = { tags: ['meetings'], params: params('id') };
  const thing = taskOf(host);

  app.get('/api/bookings/:id', {
    schema: {
      ...{ summary: 'A meeting to be booked', ...shared, response: { 200: shapes.bookingPage } },
    },
    config: { may: { action: 'write-draft', thing }, audit: { action: 'read-task' } },
    handler: (request: OfTask) => bookingPage(host, signedIn(request), request.params.id),
  });

  // asked with a body: who chairs is not for an address that is logged
  app.post('/api/bookings/:id/day', {
    schema: {
      ...{ summary: 'What a day would mean for the meeting, and what else is on', ...shared },
      ...{ body: shapes.dayAsked, response: { 200: shapes.bookingDay } },
    },
    config: { may: { action: 'write-draft', thing }, audit: { action: 'read-bookings', looks: true } },
    handler: (request: OfDay) => bookingDay(host, signedIn(request), request.params.id, request.body),
  });
}
