import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Case } from '#engine';
import type { AuditEntry, BytesDumped, CardRow, DumpRow, FamilyRow, KeyRow, TaskRow } from '../port.ts';
import { cardColumns, caseColumns, familyColumns, taskColumns } from '../columns.ts';
import { familyKeyId, personKeyId } from '../keys.ts';
import { unsealWith, type Sealed } from '../sealing.ts';
import { fileOf } from './attachments.ts';
import { auditColumns } from './audit.ts';
import type { Values } from './database.ts';
import { foundByKeys } from './people.ts';
import { findBy, upsert } from './project.ts';
import type { Scope } from './scope.ts';

/** Puts rows of a dump in their places. What lists need is made from what the bodies say. */
export function take(scope: Scope, rows: DumpRow[]): void {
  scope.keys.put(rows.filter((row): row is KeyRow => row.place === 'key'));
  for (const row of rows) if (row.place === 'attachment-bytes') takeBytes(scope, row);
  const answer = scope.db.write(() => {
    for (const row of rows) takeRow(scope, row);
    return { ok: true as const };
  });
  if (!answer.ok) throw new Error(`The store does not take anything: it is ${answer.reason}.`);
}

function takeRow(scope: Scope, row: DumpRow): void {
  switch (row.place) {
    case 'about':
      if (row.authority !== scope.authority) throw new Error(`What is to be taken is of ${row.name}.`);
      return;
    case 'key':
    case 'attachment-bytes':
      return;
    case 'task':
    case 'family':
    case 'card':
    case 'person':
      takeListed(scope, row);
      return;
    default: {
      const { table, keys, values } = plain(scope, row);
      store(scope, table, keys, values);
    }
  }
}

function store({ db, authority }: Scope, table: string, keys: string[], values: Values): void {
  const all = { authority, ...values };
  db.run(upsert(table, ['authority', ...keys], all), all);
}

type Listed = Extract<DumpRow, { place: 'task' | 'family' | 'card' | 'person' }>;

/** Rows that are found by what they say. One whose key was destroyed is found by nothing, and not taken. */
function takeListed(scope: Scope, row: Listed): void {
  const { body, sum } = row;
  if (row.place === 'task') {
    const task = opened<TaskRow>(scope, 'task', row.id, row, familyKeyId(row.case));
    if (task) store(scope, 'tasks', ['id'], { ...taskColumns(task), body, sum });
  } else if (row.place === 'card') {
    const card = opened<CardRow>(scope, 'card', `${row.case}/${row.stage}`, row, familyKeyId(row.case));
    if (card) store(scope, 'cards', ['stage', 'case_id'], { ...cardColumns(card), body, sum });
  } else if (row.place === 'family') {
    const family = opened<FamilyRow>(scope, 'family', row.id, row, familyKeyId(row.id));
    if (!family) return;
    store(scope, 'families', ['id'], { ...familyColumns(family), body, sum });
    findBy(scope, family);
  } else {
    const { id, revision, by, at } = row;
    const person = opened<{ keys: string[] }>(scope, 'person', id, row, personKeyId(id), revision);
    if (!person) return;
    store(scope, 'people', ['id'], { id, revision, by, at, body, sum });
    foundByKeys(scope, id, person.keys);
  }
}

function opened<T>(
  { keys }: Scope,
  kind: string,
  id: string,
  row: Sealed,
  keyId: string,
  revision = 0,
): T | undefined {
  return unsealWith<T>(kind, id, revision, row, keys.states([keyId])(keyId));
}

interface Placed {
  table: string;
  keys: string[];
  values: Values;
}

type Plain = Exclude<DumpRow, Listed | { place: 'about' | 'key' | 'attachment-bytes' }>;

/** Rows that are stored as they came, but for what a column repeats of them. */
function plain(scope: Scope, dumped: Plain): Placed {
  switch (dumped.place) {
    case 'case': {
      const { place: _, ...values } = dumped;
      const kase = opened<Case>(scope, 'case', values.id, values, familyKeyId(values.id), values.revision);
      const listed = kase ? caseColumns(kase) : { version: '', open: 0 };
      return { table: 'cases', keys: ['id'], values: { ...values, ...listed } };
    }
    case 'command': {
      const { place: _, case: caseId, id, ...values } = dumped;
      return {
        ...{ table: 'commands', keys: ['case_id', 'command'] },
        values: { case_id: caseId, command: id, ...values },
      };
    }
    case 'audit': {
      const { place: _, ...values } = dumped;
      const { case: caseId, ...listed } = auditColumns(JSON.parse(values.body) as AuditEntry);
      return {
        ...{ table: 'audit', keys: ['process', 'seq'] },
        values: { ...values, ...listed, case_id: caseId },
      };
    }
    case 'wake-up': {
      const { place: _, case: caseId, ...values } = dumped;
      const free = { owner: '', lease_until: 0, claimed_due: '' };
      return { table: 'wake_ups', keys: ['case_id'], values: { case_id: caseId, ...values, ...free } };
    }
    default:
      return asItIs(dumped);
  }
}

const tables = {
  entry: ['history', 'case_id', 'seq'],
  record: ['records', 'id'],
  journeys: ['journeys', 'case_id'],
  part: ['parts', 'case_id', 'part', 'revision'],
  'person-earlier': ['people_earlier', 'id', 'revision'],
  document: ['documents', 'kind', 'id'],
  attachment: ['attachments', 'id'],
  'audit-head': ['audit_heads', 'process'],
} as const;

function asItIs(row: Extract<Plain, { place: keyof typeof tables }>): Placed {
  const { place, ...values } = row;
  const [table, ...keys] = tables[place];
  if (!('case' in values)) return { table, keys: [...keys], values };
  const { case: caseId, ...rest } = values;
  return { table, keys: [...keys], values: { ...rest, case_id: caseId } };
}

/** Pieces come in order; the last makes it the file. A piece that comes again is written over itself. */
function takeBytes({ folder }: Scope, { id, offset, last, bytes }: BytesDumped): void {
  const file = fileOf(folder, id);
  mkdirSync(dirname(file), { recursive: true });
  const waiting = `${file}.taken`;
  const handle = openSync(waiting, offset === 0 ? 'w' : 'r+', 0o600);
  try {
    const piece = Buffer.from(bytes, 'base64');
    writeSync(handle, piece, 0, piece.length, offset);
    if (last) fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  if (last) renameSync(waiting, file);
}
