import type { FastifyRequest } from 'fastify';
import { performsOf } from '../access/index.ts';
import type { Person, Thing } from '../access/index.ts';
import type { Host } from '../host.ts';
import { taskOf } from '../tasks/index.ts';
import { minuteTakerOf, takesMinutes } from './minute-taker.ts';

/**
 * The step of a meeting as access looks at it. Whoever was named to take the minutes writes in it as if it were a step
 * of theirs while taking minutes is their work; whether they may write anything at all is for their role to say.
 */
export function meetingOf(host: Host) {
  const find = taskOf(host);
  return async (request: FastifyRequest): Promise<Thing | undefined> => {
    const thing = await find(request);
    const { id } = request.params as { id: string };
    const { person } = request;
    return thing && person && (await writesIn(host, person, id)) ? asOwnStep(thing, person) : thing;
  };
}

async function writesIn({ store }: Host, person: Person, task: string): Promise<boolean> {
  return takesMinutes(person.roles.map(({ id }) => id)) && (await minuteTakerOf(store, task)) === person.id;
}

/** The step of a meeting as if it were one of theirs: whoever was named to take the minutes. */
export function asOwnStep(thing: Thing, person: Person): Thing {
  const [role] = performsOf(person.roles);
  return { ...thing, assignee: person.id, ...(role === undefined ? {} : { role }) };
}
