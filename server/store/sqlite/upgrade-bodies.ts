import { Damaged } from '../port.ts';
import { familyKeyId, personKeyId } from '../keys.ts';
import { encipher, hashOf, seal, type DataKey, type Sealed } from '../sealing.ts';
import type { Scope } from './scope.ts';

export interface Row extends Sealed {
  id: string;
}

/** What format 1 wrote: JSON in the open under the same checksum. */
export function readOpen<T>(kind: string, id: string, revision: number, row: Sealed): T {
  if (hashOf(kind, id, String(revision), row.body) !== row.sum) {
    throw new Damaged(kind, id, 'its checksum does not match its content');
  }
  return JSON.parse(row.body) as T;
}

interface Kind {
  /** the kind, the name and the revision that its checksum is over, as SQL */
  kind: string;
  name: string;
  revision: string;
  table: string;
}

/** Everything that carries a checksum, and how its name is made. */
const kinds: Kind[] = [
  { kind: `'case'`, name: 'id', revision: 'revision', table: 'cases' },
  { kind: `'record'`, name: 'id', revision: '0', table: 'records' },
  { kind: `'part'`, name: `case_id || '/' || part`, revision: 'revision', table: 'parts' },
  { kind: `'task'`, name: 'id', revision: '0', table: 'tasks' },
  { kind: `'family'`, name: 'id', revision: '0', table: 'families' },
  { kind: `'card'`, name: `case_id || '/' || stage`, revision: '0', table: 'cards' },
  { kind: `'person'`, name: 'id', revision: 'revision', table: 'people' },
  { kind: `'person'`, name: 'id', revision: 'revision', table: 'people_earlier' },
  { kind: 'kind', name: 'id', revision: 'revision', table: 'documents' },
  { kind: `'attachment'`, name: 'id', revision: '0', table: 'attachments' },
];

/** Names of what is not what was written: a store with any of them is not upgraded. */
export function unreadable({ db }: Scope): string[] {
  return kinds.flatMap(({ kind, name, revision, table }) =>
    db
      .all<{ kind: string; name: string; revision: number; body: string; sum: string }>(
        `SELECT ${kind} AS kind, ${name} AS name, ${revision} AS revision, body, sum FROM ${table}`,
      )
      .filter((row) => hashOf(row.kind, row.name, String(row.revision), row.body) !== row.sum)
      .map((row) => `${row.kind} ${row.name}`),
  );
}

/** Seals what no chain vouches for: rows of lists, replies, people, and the drafts of a family. */
export function sealBodies(scope: Scope): void {
  const ofFamily = (row: { case_id: string }) => familyKeyId(row.case_id);
  sealTable(scope, { ...kindOf('tasks'), key: ofFamily });
  sealTable(scope, { ...kindOf('families'), key: (row) => familyKeyId(row.name) });
  sealTable(scope, { ...kindOf('cards'), key: ofFamily });
  sealTable(scope, { ...kindOf('people'), key: (row) => personKeyId(row.name) });
  sealTable(scope, { ...kindOf('people_earlier'), key: (row) => personKeyId(row.name) });
  sealReplies(scope);
  sealDrafts(scope);
}

function kindOf(table: string): Kind {
  return kinds.find((one) => one.table === table) as Kind;
}

interface Found extends Sealed {
  row: number;
  kind: string;
  name: string;
  revision: number;
  case_id: string;
}

function sealTable(
  { db, keys }: Scope,
  of: Kind & { key: (row: Found) => string; where?: string; caseId?: string },
): void {
  const hasCase = ['tasks', 'cards'].includes(of.table) ? 'case_id' : (of.caseId ?? `''`);
  const rows = db.all<Found>(
    `SELECT rowid AS row, ${of.kind} AS kind, ${of.name} AS name, ${of.revision} AS revision,
       ${hasCase} AS case_id, body, sum FROM ${of.table} ${of.where ?? ''}`,
  );
  const state = keys.made(rows.map(of.key));
  for (const row of rows) {
    const key = state(of.key(row)) as DataKey;
    const sealed = seal(
      row.kind,
      row.name,
      row.revision,
      readOpen(row.kind, row.name, row.revision, row),
      key,
    );
    const changed = { row: row.row, ...sealed };
    db.run(`UPDATE ${of.table} SET body = :body, sum = :sum WHERE rowid = :row`, changed);
  }
}

function sealReplies({ db, keys }: Scope): void {
  const rows = db.all<{ row: number; case_id: string; command: string; reply: string }>(
    'SELECT rowid AS row, case_id, command, reply FROM commands',
  );
  const state = keys.made(rows.map((row) => familyKeyId(row.case_id)));
  for (const { row, case_id: caseId, command, reply } of rows) {
    const key = state(familyKeyId(caseId)) as DataKey;
    db.run('UPDATE commands SET reply = :reply WHERE rowid = :row', {
      row,
      reply: encipher(reply, `command/${caseId}/${command}`, key),
    });
  }
}

/** A draft is about `<case>/<form>`: it is the family's from now on. */
function sealDrafts(scope: Scope): void {
  const isFamilys = `kind = 'draft' AND substr(about, 1, instr(about, '/') - 1) IN (SELECT id FROM cases)`;
  scope.db.run(`UPDATE documents SET case_id = substr(about, 1, instr(about, '/') - 1) WHERE ${isFamilys}`);
  const of = { ...kindOf('documents'), caseId: 'case_id', where: `WHERE case_id <> ''` };
  sealTable(scope, { ...of, key: (row) => familyKeyId(row.case_id) });
}
