import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accountNames, familyThing, may } from '../access/index.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import { done, id, line, listOf, named, object, params, sent, text } from '../schemas.ts';
import type { Services } from '../services.ts';
import { signedIn } from '../signed-in.ts';
import { alikeTo } from './alike.ts';
import { familiesOf, seenBy } from './find-people.ts';
import { joining } from './joining.ts';
import { joinsOf, sayJoined } from './joined.ts';
import type { PeopleOfCases } from './of-cases.ts';
import { personOf } from './person-of.ts';
import { matchProperties, sayMatch } from './say-match.ts';

type Same = FastifyRequest<{ Params: { id: string }; Body: { other: string; commandId: string } }>;

const required = ['id', 'name', 'families'] as const;
const page = object(
  {
    joined: listOf(object({ ...matchProperties, by: named, at: text }, [...required, 'by', 'at'])),
    alike: listOf(
      object({ ...matchProperties, likeness: listOf({ enum: ['number', 'born', 'name', 'address'] }) }, [
        ...required,
        'likeness',
      ]),
    ),
  },
  ['joined', 'alike'],
);

/** People on file twice: who may be one, saying that they are, and taking it back. */
export function sameRoutes(app: FastifyInstance, services: Services, cases?: PeopleOfCases): void {
  const { store } = services;
  const thing = personOf(services, cases);
  const ofPerson = { tags: ['people'], params: params('id') };

  app.get('/api/people/:id/same', {
    schema: { summary: 'Who may be the same person, and who is', ...ofPerson, response: { 200: page } },
    config: { may: { action: 'read-person', thing }, audit: { action: 'find-people' } },
    handler: async (request: Same) => {
      const document = (await store.person(request.params.id)) ?? refuseAbsent();
      const joins = await joinsOf(store, document.id);
      const names = await accountNames(
        store,
        joins.map(({ by }) => by),
      );
      const joined = await Promise.all(
        joins.map(async ({ other, by, at }) => {
          const there = await store.person(other);
          const found = there && (await seenBy(store, request.person, there, cases?.knownThrough));
          return found ? [{ ...sayMatch(found), by: { id: by, name: names.get(by) ?? 'somebody' }, at }] : [];
        }),
      );
      const known = new Set(joins.map(({ other }) => other));
      const alike = await alikeTo(store, request.person, document, cases?.knownThrough);
      return {
        joined: joined.flat(),
        alike: alike
          .filter((one) => !known.has(one.document.id))
          .map((one) => ({ ...sayMatch(one), likeness: one.likeness })),
      };
    },
  });

  const say = (request: Same, undo: boolean) => sayOne(services, cases, request, undo);
  const body = sent({ other: id, commandId: line });
  app.post('/api/people/:id/same', {
    schema: { summary: 'Say that two people on file are one', ...ofPerson, body, response: { 200: done } },
    config: { may: { action: 'change-person', thing }, audit: { action: 'join-people' } },
    handler: (request: Same) => say(request, false),
  });

  app.post('/api/people/:id/same/undo', {
    schema: { summary: 'Say that they are two after all', ...ofPerson, body, response: { 200: done } },
    config: { may: { action: 'change-person', thing }, audit: { action: 'part-people' } },
    handler: (request: Same) => say(request, true),
  });
}

/** Says that two people are one, or that they are not, where whoever says it may read both; each family hears of its own. */
async function sayOne(
  { store, clock }: Services,
  cases: PeopleOfCases | undefined,
  request: Same,
  undo: boolean,
): Promise<{ ok: true }> {
  const by = signedIn(request);
  const pair: [string, string] = [request.params.id, request.body.other];
  if (pair[0] === pair[1]) refuse(422, 'same-record', 'That is the same record. Choose another person.');
  const answer = await joining(store, by, pair[1], { knownThrough: cases?.knownThrough });
  // what is tried stands on the trail of the other's families, too
  request.alsoAbout = answer.others.map((family) => ({
    ...{ action: undo ? 'part-people' : 'join-people', case: family.id },
    thing: { kind: 'person', id: pair[1] },
  }));
  if (!answer.ok) refuse(422, answer.reason, answer.message);
  const mine = await familiesOf(store, pair[0]);
  const [first] = [...mine, ...answer.others];
  await sayJoined(store, pair, { by: by.id, at: clock.now(), case: first?.id, undo });
  // each family is told of the one it knows
  for (const [person, families] of [[pair[0], mine] as const, [pair[1], answer.others] as const]) {
    const others = families.filter((family) => !may(by, 'change-person', familyThing(family)).ok);
    await cases?.told(others, { kind: 'person-changed', person, by: by.id });
  }
  return { ok: true };
}
