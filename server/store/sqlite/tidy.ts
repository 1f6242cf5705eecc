import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Moment } from '#engine';
import { fileKeyId } from '../keys.ts';
import { isLeftBehind, unnamedIn } from '../orphans.ts';
import { attachmentFacts, fileOf } from './attachments.ts';
import { finishDisposals } from './dispose.ts';
import { listDocuments } from './documents.ts';
import { emptyLog } from './empty-log.ts';
import { frozenWhy } from './freeze.ts';
import type { Scope } from './scope.ts';
import { sweepFile } from './search.ts';

/** A file of this size is written anew well within a second; a larger one while nobody waits for it. */
const smallPages = 16_000;
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** What was left undone or left behind: at the start of a server, and by the hour while it works. */
export async function tidy(scope: Scope, now: Moment, starting: boolean): Promise<void> {
  if (frozenWhy(scope.db) !== '') return;
  finishDisposals(scope);
  await removeOrphans(scope, now);
  removeStrays(scope);
  if (starting || pagesOf(scope) < smallPages) sweepFile(scope);
  emptyLog(scope.db);
  scope.keys.emptyLog();
}

function pagesOf({ db }: Scope): number {
  return Number(Object.values(db.connection.prepare('PRAGMA page_count').get() ?? {})[0]);
}

/** Files that were sent for a form that was never completed, with their keys. */
async function removeOrphans(scope: Scope, now: Moment): Promise<void> {
  const { db, authority } = scope;
  const rows = db.all<{ id: string }>(
    `SELECT id FROM attachments WHERE authority = :authority AND case_id = ''`,
    { authority },
  );
  const facts = attachmentFacts(
    scope,
    rows.map(({ id }) => id),
  );
  const old = facts.filter(({ at }) => isLeftBehind(at, now)).map(({ id }) => id);
  const drafts = (after?: string) =>
    listDocuments(scope, { kind: 'draft' }, { limit: 500, ...(after ? { after } : {}) });
  for (const id of await unnamedIn(drafts, old)) {
    let removed = 0;
    db.write(() => {
      removed = db.run(`DELETE FROM attachments WHERE authority = :authority AND id = :id AND case_id = ''`, {
        ...{ authority, id },
      });
      return { ok: true };
    });
    if (removed === 0) continue;
    scope.keys.destroy([fileKeyId(id)], now);
    rmSync(fileOf(scope.folder, id), { force: true });
  }
}

/** Files that no row names: what a process that ended was receiving. One may be arriving now, so they wait a day. */
function removeStrays(scope: Scope): void {
  const before = Date.now() - dayMilliseconds;
  for (const { id, file } of strays(scope)) {
    if (statSync(file).mtimeMs >= before) continue;
    rmSync(file, { force: true });
    scope.keys.destroy([fileKeyId(id)], new Date(scope.now()).toISOString());
  }
}

/** Names of files of format 1, which held what was sent in the open: the hash of it. */
const inTheOpen = /^[0-9a-f]{64}$/;

/** What an upgrade of format 1 sealed and, ended in the middle, did not remove. */
export function removeOpenFiles(scope: Scope): void {
  for (const { id, file } of strays(scope)) if (inTheOpen.test(id)) rmSync(file, { force: true });
}

function strays({ db, authority, folder }: Scope): { id: string; file: string }[] {
  const root = join(folder, 'attachments');
  if (!existsSync(root)) return [];
  const named = new Set(
    db
      .all<{ id: string }>('SELECT id FROM attachments WHERE authority = :authority', { authority })
      .map(({ id }) => id),
  );
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !named.has(entry.name))
    .map(({ name, parentPath }) => ({ id: name.replace(/\.part$/, ''), file: join(parentPath, name) }));
}
