import { Damaged, type StoredCase, type VerifyReport } from '../port.ts';
import { familyKeyId } from '../keys.ts';
import { fitsFamily, notItsJourneys } from '../journeys-fit.ts';
import { isToldBy } from '../told-by.ts';
import { journeysOf } from './journeys.ts';
import { openReply } from './replies.ts';
import { load } from './load.ts';
import { personOf } from './people.ts';
import type { Snapshot } from './snapshot.ts';
import type { Scope } from './scope.ts';

type Findings = VerifyReport['findings'];

/** What stands in the open beside a case or a person, to find them by or to wake them: it says what they say. */
export async function verifyDerived(snapshot: Snapshot, findings: Findings): Promise<void> {
  const { db, authority } = snapshot;
  const wrong = (kind: string, id: string, message: string) => findings.push({ kind, id, message });
  const ids = (table: string) =>
    db.each<{ id: string }>(`SELECT id FROM ${table} WHERE authority = :authority`, { authority });
  const blanked = db.get<{ blanked: number }>('SELECT blanked FROM store')?.blanked === 1;
  for (const { id } of ids('cases')) {
    await snapshot.rest();
    const stored = opened(() => load(snapshot, id));
    if (!stored) continue;
    if (!journeysFit(snapshot, stored)) wrong('journeys', id, notItsJourneys);
    if (!found(snapshot, stored, blanked)) wrong('family', id, 'what it is found by is not what was written');
    const [due = ''] = all(
      snapshot,
      'SELECT due AS word FROM wake_ups WHERE authority = :authority AND case_id = :id',
      id,
    );
    if (due !== (stored.case.wakeUp ?? '')) wrong('wake-up', id, 'it is not when the case is to be woken');
  }
  for (const { id } of ids('people')) {
    await snapshot.rest();
    const person = opened(() => personOf(snapshot, id));
    const keys = all(
      snapshot,
      `SELECT key AS word FROM people_keys WHERE authority = :authority AND person = :id`,
      id,
    );
    if (person && !blanked && !same(keys, person.keys))
      wrong('person', id, 'its keys are not what was written');
  }
  await verifyReplies(snapshot, wrong);
}

/** They are of no revision to come, and whoever may not know of the family counts nothing of it. */
function journeysFit(scope: Scope, { case: kase, family }: StoredCase): boolean {
  const { db, authority } = scope;
  const row = db.get<{ revision: number }>(
    'SELECT revision FROM journeys WHERE authority = :authority AND case_id = :id',
    { authority, id: kase.id },
  );
  if (row && row.revision > kase.revision) return false;
  const made = journeysOf(scope, kase.id);
  return made === undefined || fitsFamily(made, family);
}

function found(scope: Scope, { family }: StoredCase, blanked: boolean): boolean {
  const people = all(
    scope,
    `SELECT person AS word FROM family_people WHERE authority = :authority AND case_id = :id`,
    family.id,
  );
  const words = all(
    scope,
    `SELECT word FROM family_words WHERE authority = :authority AND case_id = :id`,
    family.id,
  );
  return same(people, family.people) && (blanked || same(words, family.words));
}

/** Each command of a case stands at its own revision, once, as its history says it, with a reply that opens. */
async function verifyReplies(
  snapshot: Snapshot,
  wrong: (kind: string, id: string, message: string) => unknown,
): Promise<void> {
  const { db, authority } = snapshot;
  const rows = db.each<Command>(
    'SELECT case_id, command, actor, at, reply, revision FROM commands WHERE authority = :authority',
    { authority },
  );
  for (const row of rows) {
    await snapshot.rest();
    const { case_id: id, command, reply } = row;
    if (snapshot.key(familyKeyId(id)) === 'destroyed') continue;
    const isWhole = opened(() => ({ reply: openReply(snapshot, id, command, reply) })) !== undefined;
    if (!isWhole || !isTold(snapshot, row))
      wrong('command', id, 'a reply of this case is not what was written');
  }
}

interface Command {
  case_id: string;
  command: string;
  actor: string;
  at: string;
  reply: string;
  revision: number;
}

function isTold(snapshot: Snapshot, { case_id: id, revision, actor, at }: Command): boolean {
  const entries = snapshot.db.all<{ id: string; body: string }>(
    `SELECT id, body FROM history WHERE authority = :authority AND case_id = :id AND revision = :revision
     ORDER BY seq`,
    { authority: snapshot.authority, id, revision },
  );
  return isToldBy(entries, snapshot.key(familyKeyId(id)), { actor, at });
}

/** What opens; undefined for what is damaged, which others have named. */
function opened<T>(open: () => T | undefined): T | undefined {
  try {
    return open();
  } catch (fault) {
    if (fault instanceof Damaged || fault instanceof SyntaxError) return undefined;
    throw fault;
  }
}

function all({ db, authority }: Scope, sql: string, id: string): string[] {
  return db.all<{ word: string }>(sql, { authority, id }).map(({ word }) => word);
}

const same = (stored: string[], said: string[]): boolean =>
  JSON.stringify([...new Set(stored)].sort()) === JSON.stringify([...new Set(said)].sort());
