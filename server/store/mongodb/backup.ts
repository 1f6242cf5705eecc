import { mkdirSync, readdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ChainHead, DumpPlace, DumpRow } from '../port.ts';
import { StoreNotOpened } from '../sqlite/not-opened.ts';
import { auditHeads } from './audit.ts';
import { drained } from './drain.ts';
import { caseRows, dumpPlace } from './dump.ts';
import { idOf, type Scope } from './scope.ts';

/** Names of the files of a copy: one row of the dump a line. */
export const rowsFile = 'store.jsonl';
export const keyRowsFile = 'keys.jsonl';

/** Places that do not hang on a case; of the documents drafts come first of all. */
const others = ['person', 'person-earlier', 'document', 'attachment', 'attachment-bytes', 'audit'] as const;

/**
 * A whole copy while the store is in use, as rows that any store takes. Each case is copied as of one revision; what
 * was acknowledged before the copy began is in it. The keys come last, so that none is missing, and go to a folder of
 * their own, when one is named: apart, a copy without keys opens nothing.
 */
export async function backup(scope: Scope, folder: string, keys: string | undefined): Promise<void> {
  if (keys !== undefined && resolve(keys) === resolve(folder)) {
    throw new StoreNotOpened(`Keys are kept apart from what they open: name another folder than ${folder}.`);
  }
  for (const target of [folder, keys]) if (target !== undefined) makeEmpty(target);
  await writeFile(join(folder, rowsFile), (to) => writeRows(scope, to));
  if (keys === undefined) return;
  await writeFile(join(keys, keyRowsFile), (to) => writePlace(scope, to, 'key', () => true));
}

async function writeFile(file: string, fill: (to: FileHandle) => Promise<void>): Promise<void> {
  const to = await open(file, 'wx', 0o600);
  try {
    await fill(to);
    await to.sync();
  } finally {
    await to.close();
  }
}

async function writeRows(scope: Scope, to: FileHandle): Promise<void> {
  const heads = await auditHeads(scope);
  await writePlace(scope, to, 'about', () => true);
  // before the families: a form that is completed meanwhile is here as its draft, and there perhaps not yet as a record
  await writePlace(scope, to, 'document', isDraft);
  const cases = scope.cases.find({ authority: scope.authority }, { projection: { id: 1 } }).sort({ id: 1 });
  for await (const { id } of cases) await write(to, await wholeCase(scope, id));
  await scope.reached('copied');
  const ends = new Map(heads.map((head) => [head.id, head.seq]));
  for (const place of others) {
    await writePlace(scope, to, place, (row) => {
      // audit that came while the copy was made is left out: the heads are as of its beginning
      if (row.place === 'audit') return row.seq <= (ends.get(row.process) ?? 0);
      return !isDraft(row);
    });
  }
  await write(to, heads.map(headRow));
}

const isDraft = (row: DumpRow): boolean => row.place === 'document' && row.kind === 'draft';

function headRow({ id, seq, hash }: ChainHead): DumpRow {
  return { place: 'audit-head', process: id, seq, hash };
}

/** Everything that hangs on a case, as of one revision of it. */
async function wholeCase(scope: Scope, id: string): Promise<DumpRow[]> {
  for (;;) {
    const before = await drained(scope, id);
    if (!before || before.revision === 0) return [];
    const rows = await caseRows(scope, id);
    const { revision, disposal } = before;
    const same = { _id: idOf(scope, id), revision, disposal, outbox: null };
    if (await scope.cases.findOne(same, { projection: { _id: 1 } })) return rows;
  }
}

async function writePlace(
  scope: Scope,
  to: FileHandle,
  place: DumpPlace,
  kept: (row: DumpRow) => boolean,
): Promise<void> {
  let from: string | undefined = '';
  while (from !== undefined) {
    const page: { rows: DumpRow[]; next?: string } = await dumpPlace(scope, place, from, 500);
    await write(to, page.rows.filter(kept));
    from = page.next;
  }
}

async function write(to: FileHandle, rows: DumpRow[]): Promise<void> {
  if (rows.length > 0) await to.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function makeEmpty(target: string): void {
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (readdirSync(target).length > 0) throw new StoreNotOpened(`The folder ${target} is not empty.`);
}
