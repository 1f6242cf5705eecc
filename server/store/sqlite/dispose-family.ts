import { familyKeyId, fileKeyId, personKeyId } from '../keys.ts';
import { letGo } from '../sealing.ts';
import type { Scope } from './scope.ts';

/** What was removed, by place, and which keys are to be destroyed. */
export interface Gone {
  keys: string[];
  removed: Record<string, number>;
}

const wholeTables = [
  ['task', 'tasks', 'case_id'],
  ['family', 'families', 'id'],
  ['card', 'cards', 'case_id'],
  ['journeys', 'journeys', 'case_id'],
  ['record', 'records', 'case_id'],
  ['part', 'parts', 'case_id'],
  ['command', 'commands', 'case_id'],
  ['attachment', 'attachments', 'case_id'],
  ['wake-up', 'wake_ups', 'case_id'],
  ['word', 'family_words', 'case_id'],
  ['reference', 'family_people', 'case_id'],
] as const;

/** Inside a transaction: everything of a family goes but the hashes of its chain. */
export function removeFamily(scope: Scope, caseId: string): Gone {
  const { db, authority } = scope;
  const mine = { authority, caseId };
  const files = db.all<{ id: string }>(
    'SELECT id FROM attachments WHERE authority = :authority AND case_id = :caseId',
    mine,
  );
  const removed: Record<string, number> = {};
  for (const [place, table, column] of wholeTables) {
    removed[place] = db.run(
      `DELETE FROM ${table} WHERE authority = :authority AND ${column} = :caseId`,
      mine,
    );
  }
  removed['document'] = db.run(
    `DELETE FROM documents WHERE authority = :authority AND case_id = :caseId AND kind <> 'disposal'`,
    mine,
  );
  removed['entry'] = emptyHistory(scope, caseId);
  emptyCase(scope, caseId);
  db.run('DELETE FROM quarantined WHERE authority = :authority AND id = :caseId', mine);
  const children = scope.keys.named(`child:${caseId}/`);
  const keys = [familyKeyId(caseId), ...children, ...files.map(({ id }) => fileKeyId(id))];
  return { keys, removed: { ...removed, case: 1 } };
}

function emptyHistory({ db, authority }: Scope, caseId: string): number {
  const entries = db.all<{ seq: number; body: string }>(
    'SELECT seq, body FROM history WHERE authority = :authority AND case_id = :caseId',
    { authority, caseId },
  );
  for (const { seq, body } of entries) {
    db.run(
      'UPDATE history SET body = :body WHERE authority = :authority AND case_id = :caseId AND seq = :seq',
      {
        ...{ authority, caseId, seq, body: letGo(body) },
      },
    );
  }
  return entries.length;
}

function emptyCase({ db, authority }: Scope, caseId: string): void {
  const row = db.get<{ body: string }>(
    'SELECT body FROM cases WHERE authority = :authority AND id = :caseId',
    {
      authority,
      caseId,
    },
  );
  db.run(
    `UPDATE cases SET body = :body, version = '', open = 0 WHERE authority = :authority AND id = :caseId`,
    { authority, caseId, body: letGo(row?.body ?? '') },
  );
}

/** Inside a transaction: the people no other case refers to. */
export function removePeople(
  { db, authority }: Scope,
  caseId: string,
  people: string[],
): Gone & { ids: string[] } {
  const ids = people.filter((person) => {
    const other = db.get(
      `SELECT case_id FROM family_people
       WHERE authority = :authority AND person = :person AND case_id <> :caseId LIMIT 1`,
      { authority, person, caseId },
    );
    return other === undefined;
  });
  for (const id of ids) {
    for (const [table, column] of [
      ['people', 'id'],
      ['people_earlier', 'id'],
      ['people_keys', 'person'],
    ] as const) {
      db.run(`DELETE FROM ${table} WHERE authority = :authority AND ${column} = :id`, { authority, id });
    }
  }
  return { ids, keys: ids.map(personKeyId), removed: { person: ids.length } };
}
