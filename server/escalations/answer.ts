import { noteInHistory } from '#engine';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { carryOut } from '../cases/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import { dealWith } from './deal-with.ts';
import { isFor } from './escalation.ts';
import type { Escalation } from './escalation.ts';

/** Whoever it went to says what was decided; it stands in the history, and leaves the worklists. */
export async function answer(
  host: Host,
  person: Person,
  place: { case: string; id: string },
  said: { says: string; commandId: string },
): Promise<void> {
  const found = await host.store.document<Escalation>('escalation', place.id);
  const family = await host.store.family(place.case);
  if (!family || found?.body.kind !== 'escalation' || found.body.case !== place.case) return refuseAbsent();
  const { body } = found;
  if (!isFor(person, body.to, family)) {
    refuse(403, 'not-addressed', 'This went to somebody else: they answer it. Speak to them.');
  }
  const { says, commandId } = said;
  if (isAnswered(person, body, says)) return;
  replyOf(
    await carryOut(host, {
      ...{ case: place.case, by: person.id, commandId },
      decide: async (_, kase, act) => {
        // somebody else of the role may have answered in this moment
        const now = await host.store.document<Escalation>('escalation', place.id);
        isAnswered(person, now?.body ?? body, says);
        const about = { escalation: place.id, reason: says };
        return noteInHistory(kase, { kind: 'escalation-answered', children: body.children, about }, act);
      },
      reply: () => ({ ok: true }),
    }),
  );
  await keep(host, person, found, says);
}

/** Whether this person said just that already; the request ends where somebody said something else. */
function isAnswered(person: Person, { answered }: Escalation, says: string): boolean {
  if (!answered) return false;
  if (answered.by === person.id && answered.says === says) return true;
  return refuse(409, 'answered', 'This was answered already. Look at the family’s history.', {
    changed: { by: answered.by, at: answered.at },
  });
}

async function keep(
  host: Host,
  person: Person,
  found: { id: string; revision: number; body: Escalation },
  says: string,
): Promise<void> {
  const at = host.clock.now();
  const body: Escalation = { ...found.body, answered: { by: person.id, at, says } };
  const put = await host.store.put({
    // nobody's any more: it is found by its family only
    ...{ kind: 'escalation', id: found.id, owner: 'answered', about: body.case, case: body.case },
    ...{ body, expecting: found.revision, change: { kind: 'case', case: body.case } },
  });
  if (!put.ok) refuseWrite(put);
  const task = body.task === undefined ? undefined : await host.store.task(body.task);
  if (task?.state === 'open') await dealWith(host, [task], { how: 'answered', reason: says, by: person.id });
}
