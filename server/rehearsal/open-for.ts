import type { FastifyRequest } from 'fastify';
import type { Host } from '../host.ts';
import { signedIn } from '../signed-in.ts';
import { openRehearsal, type Opened } from './rehearsal-host.ts';

/** Opens the rehearsal a request is about. What is looked at of a copy stands on the trail of the family it is of. */
export async function openFor(
  host: Host,
  request: FastifyRequest,
  of?: { kind: 'record' | 'task'; id: string },
): Promise<Opened> {
  const { id } = request.params as { id: string };
  const opened = await openRehearsal(host, id, signedIn(request));
  const { copy, rehearsed } = opened.body;
  const family = rehearsed.case.id;
  if (copy) request.thing = { kind: 'family', id: family, ...of, case: family };
  return opened;
}
