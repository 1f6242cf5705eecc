import { noteInHistory } from '#engine';
import type { HistoryEntry, Outcome } from '#engine';
import type { Person } from '../access/index.ts';
import { replyOf } from '../answers.ts';
import { carryOut } from '../cases/index.ts';
import { refuse, refuseAbsent, refuseWrite } from '../errors.ts';
import type { Host } from '../host.ts';
import type { Store, StoredDocument } from '../store/port.ts';
import { dealWith } from './deal-with.ts';
import { isFor } from './escalation.ts';
import type { Escalation } from './escalation.ts';

type Answered = Required<Escalation>['answered'];

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
  if (body.answered) return refuseOthers(person, body.answered, says);
  // the history is the one place where only one of two can be first: what stands there was decided
  const first =
    (await inHistory(host.store, found)) ?? (await decide(host, person, found, { says, commandId }));
  await keep(host, found, first);
  return refuseOthers(person, first, says);
}

/** The request ends where somebody said something else than this person does. */
function refuseOthers(person: Person, { by, at, says: there }: Answered, says: string): void {
  if (by === person.id && there === says) return;
  refuse(409, 'answered', 'This was answered already. Look at the family’s history.', {
    changed: { by, at },
  });
}

/** Writes the answer into the history, unless another came to stand there in this moment. Says which stands. */
async function decide(
  host: Host,
  person: Person,
  found: StoredDocument<Escalation>,
  { says, commandId }: { says: string; commandId: string },
): Promise<Answered> {
  const { id, body } = found;
  let first: Answered | undefined;
  const carried = await carryOut(host, {
    ...{ case: body.case, by: person.id, commandId },
    decide: async (_, kase, act): Promise<Outcome> => {
      first = await inHistory(host.store, found);
      if (first) return { kind: 'refused', reason: 'answered', message: '', findings: [] };
      const about = { escalation: id, reason: says };
      return noteInHistory(kase, { kind: 'escalation-answered', children: body.children, about }, act);
    },
    reply: () => ({ at: host.clock.now() }),
  });
  if (first) return first;
  return { by: person.id, at: replyOf(carried).at, says };
}

/** The answer as it stands in the family's history, which may be there before the escalation says so. */
async function inHistory(
  store: Store,
  { id, body }: StoredDocument<Escalation>,
): Promise<Answered | undefined> {
  let after: string | undefined;
  do {
    const page = { newestFirst: true, limit: 100, ...(after === undefined ? {} : { after }) };
    const { rows, next } = await store.history(body.case, page);
    const said = rows.find((entry) => isAnswer(entry, id));
    if (said) return { by: said.by, at: said.at, says: String(said.about['reason']) };
    // nothing is answered before it was asked
    after = rows.some(({ at }) => at < body.at) ? undefined : next;
  } while (after !== undefined);
  return undefined;
}

const isAnswer = ({ kind, about }: HistoryEntry, id: string): boolean =>
  kind === 'escalation-answered' && about['escalation'] === id;

async function keep(host: Host, found: StoredDocument<Escalation>, answered: Answered): Promise<void> {
  const body: Escalation = { ...found.body, answered };
  const put = await host.store.put({
    // nobody's any more: it is found by its family only
    ...{ kind: 'escalation', id: found.id, owner: 'answered', about: body.case, case: body.case },
    ...{ body, expecting: found.revision, change: { kind: 'case', case: body.case } },
  });
  // whoever comes to the same answer in this moment may have kept it
  if (!put.ok && put.reason !== 'conflict') refuseWrite(put);
  const task = body.task === undefined ? undefined : await host.store.task(body.task);
  const { says: reason, by } = answered;
  if (task?.state === 'open') await dealWith(host, [task], { how: 'answered', reason, by });
}
