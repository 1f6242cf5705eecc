import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  familyThing,
  may,
  nothing,
  taskThing,
  type Answer,
  type Person,
  type Thing,
} from '../access/index.ts';
import { familiesOf, personThing } from '../people/index.ts';
import { done, id, sent } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import type { FamilyRow, Store } from '../store/port.ts';

const kinds = ['family', 'record', 'person', 'task', 'measure', 'passage'] as const;

/** As many as a table of them may have. */
const mostCases = 2000;

interface Printed {
  kind: (typeof kinds)[number];
  id: string;
  /** of a list of whom something counts: the families that stand in it */
  cases?: string[];
}

/**
 * A page says that it is about to be printed. What stands on it was read under a right of its own; here it only leaves
 * its mark, so anybody signed in may say it, and it tells nothing back of what there is. From somebody who may not read
 * what they name, the mark is that of a refusal.
 */
export function printRoute(app: FastifyInstance, { store }: Services): void {
  app.post('/api/prints', {
    schema: {
      ...{ summary: 'A page is about to be printed', tags: ['audit'], response: { 200: done } },
      body: sent({ kind: { enum: kinds }, id, cases: { type: 'array', items: id, maxItems: mostCases } }, [
        'cases',
      ]),
    },
    config: {
      may: {
        action: 'be-signed-in',
        thing: (request: FastifyRequest) => printed(store, request.body as Printed),
      },
      audit: { action: 'print-page' },
    },
    handler: async (request: FastifyRequest<{ Body: Printed }>) => {
      const { kind, id: of, cases = [] } = request.body;
      const person = signedIn(request);
      const answer = mayRead(person, kind, request.thing);
      const listed = answer.ok ? await readable(store, person, cases) : [];
      request.alsoAbout = listed.map((one) => ({ action: 'print-page', thing: { kind, id: of }, case: one }));
      // the page is told nothing of it: who says so of a family they do not read stands there as refused
      if (!answer.ok) request.refusedFor = answer.code;
      return { ok: true };
    },
  });
}

function mayRead(person: Person, kind: Printed['kind'], thing: Thing = nothing): Answer {
  if (kind === 'measure' || kind === 'passage') return may(person, 'see-stages', thing);
  if (thing.families === undefined) return { ok: true };
  const shared = may(person, 'read-shared', thing);
  return shared.ok ? shared : may(person, `read-${kind}`, thing);
}

/** Families that the list can have shown them: by their names, or by invented ones. */
async function readable(store: Store, person: Person, cases: string[]): Promise<string[]> {
  const rows = await Promise.all([...new Set(cases)].map((one) => store.family(one)));
  return rows.flatMap((row) =>
    row && (person.pseudonymised || may(person, 'read-family', familyThing(row)).ok) ? [row.id] : [],
  );
}

async function printed(store: Store, { kind, id: of }: Printed): Promise<Thing> {
  switch (kind) {
    case 'measure':
    case 'passage':
      return { kind, id: of };
    case 'person':
      return personThing(of, await familiesOf(store, of));
    case 'task': {
      const task = await store.task(of);
      const family = task && (await store.family(task.case));
      return family ? taskThing(task, family) : { kind, id: of };
    }
    case 'record': {
      const family = await familyOf(store, (await store.record(of))?.case);
      return family ? { ...familyThing(family), kind, id: of } : { kind, id: of };
    }
    default: {
      const family = await familyOf(store, of);
      return family ? familyThing(family) : { kind, id: of };
    }
  }
}

async function familyOf(store: Store, id: string | undefined): Promise<FamilyRow | undefined> {
  return id === undefined ? undefined : store.family(id);
}
