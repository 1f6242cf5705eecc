import type { Case, CaseRecord } from '#engine';
import type { FamilyRow, LivingPart, StoredCase, TaskRow } from '../port.ts';
import { Damaged } from '../port.ts';
import { childKeyId, familyKeyId } from '../keys.ts';
import { unsealWith, type KeyState, type Sealed } from '../sealing.ts';
import { openReply } from './replies.ts';
import { quarantine } from './quarantine.ts';
import type { Scope } from './scope.ts';

const one = 'WHERE authority = :authority AND id = :id';

function familyKey({ keys }: Scope, caseId: string): KeyState {
  const id = familyKeyId(caseId);
  return keys.states([id])(id);
}

/** The case and what the host knows of it, as the last commit left them. A damaged one is named for whoever mends it. */
export function load(scope: Scope, id: string): StoredCase | undefined {
  try {
    return scope.db.read(() => loaded(scope, id));
  } catch (fault) {
    if (fault instanceof Damaged) quarantine(scope, id, fault.message);
    throw fault;
  }
}

function loaded(scope: Scope, id: string): StoredCase | undefined {
  const { db, authority } = scope;
  const row = db.get<Sealed & { revision: number }>(`SELECT revision, body, sum FROM cases ${one}`, {
    authority,
    id,
  });
  const family = familyOf(scope, id);
  const kase = row && unsealWith<Case>('case', id, row.revision, row, familyKey(scope, id));
  return kase && family ? { case: kase, family } : undefined;
}

export function familyOf(scope: Scope, id: string): FamilyRow | undefined {
  const { db, authority } = scope;
  const row = db.get<Sealed>(`SELECT body, sum FROM families ${one}`, { authority, id });
  return row && unsealWith<FamilyRow>('family', id, 0, row, familyKey(scope, id));
}

type TaskFound = Sealed & { id: string; case_id: string };

export function taskOf(scope: Scope, id: string): TaskRow | undefined {
  const { db, authority } = scope;
  const open = db.get<TaskFound>(`SELECT id, case_id, body, sum FROM tasks ${one}`, { authority, id });
  // what was completed of a task stands under the task's id and a further part after a full stop
  const found =
    open ??
    db.get<TaskFound>(
      `SELECT id, case_id, body, sum FROM tasks WHERE authority = :authority AND id > :from AND id < :to
       ORDER BY done_at DESC LIMIT 1`,
      { authority, from: `${id}.`, to: `${id}/` },
    );
  return found && unsealWith<TaskRow>('task', found.id, 0, found, familyKey(scope, found.case_id));
}

/** Which key a stored record has. */
export function recordKeyId(row: { case_id: string; child: string }): string {
  return row.child === '' ? familyKeyId(row.case_id) : childKeyId(row.case_id, row.child);
}

export function recordOf(scope: Scope, id: string): CaseRecord | undefined {
  const { db, authority, keys } = scope;
  const row = db.get<Sealed & { case_id: string; child: string }>(
    `SELECT case_id, child, body, sum FROM records ${one}`,
    { authority, id },
  );
  if (!row) return undefined;
  const keyId = recordKeyId(row);
  return unsealWith<CaseRecord>('record', id, 0, row, keys.states([keyId])(keyId));
}

/** A living document at a revision, or as it is now. */
export function partOf(
  scope: Scope,
  caseId: string,
  part: string,
  revision?: number,
): LivingPart | undefined {
  const row = scope.db.get<Sealed & { revision: number }>(
    `SELECT revision, body, sum FROM parts
     WHERE authority = :authority AND case_id = :caseId AND part = :part
     ${revision === undefined ? 'ORDER BY revision DESC LIMIT 1' : 'AND revision = :revision'}`,
    { authority: scope.authority, caseId, part, ...(revision === undefined ? {} : { revision }) },
  );
  const key = familyKey(scope, caseId);
  return row && unsealWith<LivingPart>('part', `${caseId}/${part}`, row.revision, row, key);
}

export function answered(
  scope: Scope,
  caseId: string,
  command: string,
  actor: string,
): { reply: unknown } | undefined {
  const row = scope.db.get<{ reply: string }>(
    `SELECT reply FROM commands WHERE authority = :authority AND case_id = :caseId
     AND command = :command AND actor = :actor`,
    { authority: scope.authority, caseId, command, actor },
  );
  return row && { reply: openReply(scope, caseId, command, row.reply) };
}
