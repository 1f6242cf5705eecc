import { rmSync } from 'node:fs';
import { standingHold, type Disposal, type DisposalKept, type Refused } from '../port.ts';
import { isLetGo } from '../sealing.ts';
import { fileOf } from './attachments.ts';
import { addChange } from './changes.ts';
import { removeChildren } from './dispose-children.ts';
import { removeFamily, removePeople, type Gone } from './dispose-family.ts';
import { documentOf, writeDocument } from './documents.ts';
import { emptyLog } from './empty-log.ts';
import type { Scope } from './scope.ts';

type Answer = { ok: true; removed: Record<string, number> } | Refused;

/** What still has to be done of a disposal stands in this column until it is. */
const unfinished = 'unfinished';

/**
 * First, in one transaction, the content goes and the document that says so is written; then the keys are destroyed
 * and the files removed. A process that dies between finds the rest when the store is opened next.
 */
export function dispose(scope: Scope, input: Disposal): Answer {
  const { db, authority } = scope;
  const before = documentOf<DisposalKept>(scope, 'disposal', input.commandId);
  if (before) {
    finish(scope, input.commandId, before.body);
    return { ok: true, removed: before.body.removed };
  }
  db.connection.exec('PRAGMA secure_delete = ON');
  let kept: DisposalKept | undefined;
  const answer = db.write<Answer>(() => {
    const row = db.get<{ revision: number; body: string }>(
      'SELECT revision, body FROM cases WHERE authority = :authority AND id = :id',
      { authority, id: input.case },
    );
    if (!row || isLetGo(row.body) || isHeld(scope, input.case)) {
      return { ok: false, reason: 'conflict', revision: row?.revision ?? 0 };
    }
    const gone = input.children
      ? removeChildren(scope, input.case, input.children)
      : removeFamily(scope, input.case);
    const people = removePeople(scope, input.case, input.people);
    kept = {
      ...input,
      people: people.ids,
      keys: [...gone.keys, ...people.keys],
      removed: numbers(gone, people.ids),
    };
    writeDocument(
      scope,
      { kind: 'disposal', id: input.commandId, body: kept, expecting: 0 },
      {
        ...{ owner: input.case, about: unfinished },
      },
    );
    addChange(scope, { kind: 'case', case: input.case });
    db.run('UPDATE store SET unswept = 1');
    return { ok: true, removed: kept.removed };
  });
  db.connection.exec('PRAGMA secure_delete = FAST');
  if (answer.ok && kept) finish(scope, input.commandId, kept);
  return answer;
}

/** Whether a hold was put on it, also a moment ago. */
function isHeld({ db, authority }: Scope, caseId: string): boolean {
  const row = db.get(
    `SELECT id FROM documents
     WHERE authority = :authority AND kind = 'legal-hold' AND owner = :standingHold AND case_id = :caseId LIMIT 1`,
    { authority, caseId, standingHold },
  );
  return row !== undefined;
}

function numbers(gone: Gone, people: string[]): Record<string, number> {
  const all: Record<string, number> = { ...gone.removed, person: people.length };
  return Object.fromEntries(Object.entries(all).filter(([, number]) => number > 0));
}

/** Destroys the keys and removes the files of one disposal; done twice it changes nothing. */
function finish(scope: Scope, id: string, { keys, at }: DisposalKept): void {
  const { db, authority } = scope;
  scope.keys.destroy(keys, at);
  for (const key of keys) {
    const [kind, file] = key.split(':');
    if (kind === 'file' && file) rmSync(fileOf(scope.folder, file), { force: true });
  }
  db.write(() => {
    db.run(
      `UPDATE documents SET about = '' WHERE authority = :authority AND kind = 'disposal' AND id = :id`,
      { authority, id },
    );
    return { ok: true };
  });
  emptyLog(db);
}

/** Disposals of a family that are not finished: its keys are about to be destroyed. */
export const unfinishedOf = (family: string): string =>
  `SELECT 1 FROM documents
   WHERE authority = :authority AND kind = 'disposal' AND owner = ${family} AND about = '${unfinished}'`;

/** Whether keys of a family are about to be destroyed. */
export function isUnfinished({ db, authority }: Scope, id: string): boolean {
  return db.get(`${unfinishedOf(':id')} LIMIT 1`, { authority, id }) !== undefined;
}

/** What a process that died left undone: whoever opens the store, writes to the family or tidies up does it. */
export function finishDisposals(scope: Scope): void {
  const { db, authority } = scope;
  const rows = db.all<{ id: string }>(
    `SELECT id FROM documents WHERE authority = :authority AND kind = 'disposal' AND about = :unfinished`,
    { authority, unfinished },
  );
  for (const { id } of rows) {
    const kept = documentOf<DisposalKept>(scope, 'disposal', id);
    if (kept) finish(scope, id, kept.body);
  }
}
