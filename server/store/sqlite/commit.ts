import type { Commit, CommitResult, Refused } from '../port.ts';
import { emptyChain, type ChainEnd, type Wrote } from '../chain.ts';
import { appendHistory } from './chain.ts';
import { addChange } from './changes.ts';
import { finishDisposals, isUnfinished, unfinishedOf } from './dispose.ts';
import { familyKeyId, keyIdOfRecord, personKeyId } from '../keys.ts';
import { encipher, isLetGo, seal, type DataKey, type KeyState } from '../sealing.ts';
import { writeJourneys } from './journeys.ts';
import { writePerson } from './people.ts';
import { project, replace } from './project.ts';
import { openReply } from './replies.ts';
import { setWakeUp } from './wake-ups.ts';
import type { Scope } from './scope.ts';
import { caseColumns, childOf } from '../columns.ts';

/** What a commit finds. */
interface Before extends ChainEnd {
  revision: number;
  disposed: boolean;
  /** the last entry of the history, which the case must name */
  last: { seq: number; hash: string };
  /** this command was carried out before */
  answered: boolean;
  /** keys of the family are about to be destroyed */
  unfinished: boolean;
}

/** The keys a commit is sealed with. */
interface CommitKeys {
  family: DataKey;
  of(id: string): KeyState;
}

/** One command, one transaction: all of it is on the disk when this returns `ok`, or nothing is. */
export function commit(scope: Scope, input: Commit): CommitResult {
  if (input.history.length === 0) throw new TypeError('A commit needs at least one history entry.');
  if (input.case.id !== input.family.id) throw new TypeError('The family row is of another case.');
  let waiting = false;
  const result = scope.db.write<CommitResult>(() => {
    const before = beforeOf(scope, input);
    const replay = before.answered ? replayOf(scope, input) : undefined;
    if (replay) return replay;
    waiting = before.unfinished;
    if (waiting) return { ok: false, reason: 'conflict' };
    if (before.disposed || before.revision !== input.expecting) {
      return conflict(scope, input.case.id, before.revision);
    }
    const keys = keysOf(scope, input);
    if (!keys) return conflict(scope, input.case.id, before.revision);
    for (const person of input.people ?? []) {
      const put = writePerson(scope, person);
      if (!put.ok) return put;
    }
    const refused = writeAll(scope, input, before, keys);
    if (refused) return refused;
    return { ok: true, revision: input.expecting + 1, replayed: false, reply: input.reply };
  });
  if (!waiting) return result;
  // nothing may be sealed with keys that are about to be destroyed: first what a process that died left undone
  finishDisposals(scope);
  return isUnfinished(scope, input.case.id) ? { ok: false, reason: 'unavailable' } : commit(scope, input);
}

/** The keys of this commit, made where there is none yet; undefined when one was destroyed. */
function keysOf(scope: Scope, input: Commit): CommitKeys | undefined {
  const id = familyKeyId(input.case.id);
  const records = (input.records ?? []).map(keyIdOfRecord);
  const wanted = [id, ...records, ...(input.people ?? []).map((person) => personKeyId(person.id))];
  const of = scope.keys.made(wanted);
  const family = of(id);
  if (family === undefined || wanted.some((one) => of(one) === 'destroyed')) return undefined;
  return family === 'destroyed' ? undefined : { family, of };
}

/** The answer the command was given before: the same for its actor, a conflict for anyone else. */
function replayOf(scope: Scope, input: Commit): CommitResult | undefined {
  const { db, authority } = scope;
  const earlier = db.get<{ actor: string; revision: number; reply: string; at: string }>(
    `SELECT actor, revision, reply, at FROM commands
     WHERE authority = :authority AND case_id = :case AND command = :command`,
    { authority, case: input.case.id, command: input.commandId },
  );
  if (!earlier) return undefined;
  const { actor, revision, at } = earlier;
  if (actor !== input.actor) return { ok: false, reason: 'conflict', revision, changed: { by: actor, at } };
  const reply = openReply(scope, input.case.id, input.commandId, earlier.reply);
  return { ok: true, revision, replayed: true, reply };
}

/** One look at all that decides whether a commit is done. */
function beforeOf({ db, authority }: Scope, { case: { id }, commandId: command }: Commit): Before {
  const row = db.get<
    Record<'revision' | 'entries' | 'seq' | 'answered' | 'unfinished', number | null> & Texts
  >(
    `SELECT c.revision, c.head, c.entries, substr(c.body, 1, 2) AS begins, h.seq, h.hash,
       EXISTS (SELECT 1 FROM commands
         WHERE authority = :authority AND case_id = :id AND command = :command) AS answered,
       EXISTS (${unfinishedOf(':id')}) AS unfinished
     FROM (SELECT 1) LEFT JOIN cases c ON c.authority = :authority AND c.id = :id
     LEFT JOIN history h ON h.authority = :authority AND h.case_id = :id AND h.seq =
       (SELECT MAX(seq) FROM history WHERE authority = :authority AND case_id = :id)`,
    { authority, id, command },
  );
  return {
    ...{ revision: row?.revision ?? 0, disposed: isLetGo(row?.begins ?? '') },
    ...{ head: row?.head ?? emptyChain.head, entries: row?.entries ?? emptyChain.entries },
    last: { seq: row?.seq ?? 0, hash: row?.hash ?? '' },
    ...{ answered: row?.answered === 1, unfinished: row?.unfinished === 1 },
  };
}

type Texts = Record<'head' | 'begins' | 'hash', string | null>;

function conflict({ db, authority }: Scope, id: string, revision: number): Refused {
  const last = db.get<{ by: string; at: string }>(
    `SELECT actor AS by, at FROM commands WHERE authority = :authority AND case_id = :id AND revision = :revision`,
    { authority, id, revision },
  );
  return {
    ok: false,
    reason: 'conflict',
    revision,
    ...(last ? { changed: { by: last.by, at: last.at } } : {}),
  };
}

function writeAll(scope: Scope, input: Commit, before: Before, keys: CommitKeys): Refused | undefined {
  const { db, authority } = scope;
  const id = input.case.id;
  const revision = input.expecting + 1;
  const records = writeRecords(scope, input, keys);
  const parts = writeParts(scope, input, keys.family);
  if (parts === undefined) return conflict(scope, id, before.revision);
  const sealed = seal('case', id, revision, { ...input.case, revision }, keys.family);
  const family = seal('family', id, 0, input.family, keys.family);
  const wrote: Wrote = { case: sealed.sum, family: family.sum, records, parts };
  const end = appendHistory(scope, id, before, revision, input.history, wrote, keys.family);
  const values = {
    ...{ authority, id, revision, ...sealed, head: end.head, entries: end.entries },
    ...caseColumns(input.case),
  };
  replace(db, 'cases', ['authority', 'id'], values);
  db.run(
    `INSERT INTO commands (authority, case_id, command, actor, revision, at, reply)
     VALUES (:authority, :id, :command, :actor, :revision, :at, :reply)`,
    {
      authority,
      id,
      command: input.commandId,
      actor: input.actor,
      revision,
      at: input.at,
      reply: encipher(JSON.stringify(input.reply ?? null), `command/${id}/${input.commandId}`, keys.family),
    },
  );
  project(scope, input, keys.family, family);
  writeJourneys(scope, id, revision, input.journeys, keys.family);
  setWakeUp(scope, id, input.case.wakeUp);
  letGo(scope, input);
  addChange(scope, { kind: 'case', case: id });
  return undefined;
}

/** Completed forms are never written twice: the primary key refuses, and the transaction with it. */
function writeRecords({ db, authority }: Scope, input: Commit, keys: CommitKeys): Record<string, string> {
  const sums: Record<string, string> = {};
  for (const record of input.records ?? []) {
    const id = keyIdOfRecord(record);
    const sealed = seal('record', record.id, 0, record, keyOf(keys, id));
    const child = childOf(record);
    sums[record.id] = sealed.sum;
    db.run(
      `INSERT INTO records (authority, id, case_id, form, at, child, body, sum)
       VALUES (:authority, :id, :case, :form, :at, :child, :body, :sum)`,
      { authority, id: record.id, case: input.case.id, form: record.form, at: record.at, child, ...sealed },
    );
  }
  return sums;
}

function keyOf(keys: CommitKeys, id: string): DataKey {
  const key = keys.of(id);
  if (key === undefined || key === 'destroyed') throw new TypeError(`There is no key ${id}.`);
  return key;
}

/** New revisions of living documents; undefined when one is not exactly one above what is there. */
function writeParts(
  { db, authority }: Scope,
  input: Commit,
  key: DataKey,
): Record<string, string> | undefined {
  const sums: Record<string, string> = {};
  for (const part of input.parts ?? []) {
    const place = { authority, case: input.case.id, part: part.part };
    const there = db.get<{ revision: number }>(
      `SELECT MAX(revision) AS revision FROM parts
       WHERE authority = :authority AND case_id = :case AND part = :part`,
      place,
    );
    if ((there?.revision ?? 0) + 1 !== part.revision) return undefined;
    const name = `${input.case.id}/${part.part}`;
    const sealed = seal('part', name, part.revision, { ...part, case: input.case.id }, key);
    sums[`${part.part}@${part.revision}`] = sealed.sum;
    db.run(
      `INSERT INTO parts (authority, case_id, part, revision, body, sum)
       VALUES (:authority, :case, :part, :revision, :body, :sum)`,
      { ...place, revision: part.revision, ...sealed },
    );
  }
  return sums;
}

/** Drafts that became a record go; attachments named in it belong to the case from now on. */
function letGo({ db, authority }: Scope, input: Commit): void {
  for (const id of input.drafts ?? []) {
    db.run(`DELETE FROM documents WHERE authority = :authority AND kind = 'draft' AND id = :id`, {
      authority,
      id,
    });
  }
  for (const id of input.attachments ?? []) {
    db.run(
      `UPDATE attachments SET case_id = :case WHERE authority = :authority AND id = :id AND case_id = ''`,
      { authority, id, case: input.case.id },
    );
  }
}
