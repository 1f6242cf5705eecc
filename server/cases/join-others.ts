import type { FastifyRequest } from 'fastify';
import { tellFamilies } from '../glass/index.ts';
import { joining, type Joining } from '../people/index.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { knownThrough } from './known-through.ts';

/** People on file who are to belong to a family from now on: asked for before it is done, told of after it. */
export interface Joins {
  refused: Extract<Joining, { ok: false }>[];
  /** tells the families they belong to already; does nothing where nobody belongs to another */
  tell(): Promise<void>;
}

/** Asks whether people may be put into a family; whatever comes of it stands on the trail of the families they are in. */
export async function joinOthers(
  services: Services,
  request: FastifyRequest,
  people: string[],
  family: string,
): Promise<Joins> {
  const by = signedIn(request);
  const asked = await Promise.all(
    [...new Set(people)].map(async (person) => ({
      person,
      answer: await joining(services.store, by, person, {
        family,
        knownThrough: knownThrough(services),
      }),
    })),
  );
  const entries = asked.flatMap(({ person, answer }) =>
    answer.others.map(({ id }) => ({
      ...{ action: 'join-family', thing: { kind: 'person', id: person }, case: id },
    })),
  );
  request.alsoAbout = [...(request.alsoAbout ?? []), ...entries];
  return {
    refused: asked.flatMap(({ answer }) => (answer.ok ? [] : [answer])),
    tell: async () => {
      for (const { person, answer } of asked) {
        await tellFamilies(services, answer.others, { kind: 'person-joined', person, by: by.id });
      }
    },
  };
}
