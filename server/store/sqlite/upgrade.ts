import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { AttachmentFacts } from '../port.ts';
import { sealWhole } from '../file-sealing.ts';
import { fileKeyId } from '../keys.ts';
import { seal, type DataKey } from '../sealing.ts';
import { fileOf } from './attachments.ts';
import { sealCases } from './upgrade-cases.ts';
import { readOpen, sealBodies, unreadable, type Row } from './upgrade-bodies.ts';
import type { Scope } from './scope.ts';

/** Tables of format 2 out of those of format 1: what lists need that they can't read from bodies any more. */
const alterations = `
ALTER TABLE store ADD COLUMN frozen TEXT NOT NULL DEFAULT '';
ALTER TABLE store ADD COLUMN blanked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store ADD COLUMN unswept INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cases ADD COLUMN version TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN open INTEGER NOT NULL DEFAULT 0;
ALTER TABLE records ADD COLUMN child TEXT NOT NULL DEFAULT '';
ALTER TABLE people DROP COLUMN keys;
ALTER TABLE people_earlier DROP COLUMN keys;
ALTER TABLE documents ADD COLUMN case_id TEXT NOT NULL DEFAULT '';
ALTER TABLE attachments RENAME COLUMN hash TO stored;
ALTER TABLE audit ADD COLUMN thing TEXT NOT NULL DEFAULT '';
UPDATE audit SET thing = coalesce(json_extract(body, '$.thing.id'), '');
DROP INDEX history_by_id;
DROP INDEX records_of_form;
CREATE INDEX documents_of_case ON documents (authority, case_id);
CREATE INDEX attachments_of_case ON attachments (authority, case_id);
CREATE INDEX audit_of_thing ON audit (authority, thing, at, process, seq);
CREATE TABLE quarantined (
  authority TEXT NOT NULL, id TEXT NOT NULL, since TEXT NOT NULL, message TEXT NOT NULL,
  PRIMARY KEY (authority, id)
) STRICT;
`;

/**
 * Format 1 kept everything in the open. In one transaction every body is sealed with its key and every chain made
 * anew over what is stored now; each entry keeps the hash it had, so that heads kept elsewhere still vouch for it.
 * Undefined when done; otherwise why it was not, and nothing was changed.
 */
export function upgradeFromOne(scope: Scope): string | undefined {
  const { connection } = scope.db;
  connection.exec('BEGIN IMMEDIATE');
  let files: string[] = [];
  try {
    // another process may have done it while this one waited
    const version = Number(Object.values(connection.prepare('PRAGMA user_version').get() ?? {})[0]);
    if (version === 1) {
      const damaged = unreadable(scope);
      if (damaged.length > 0) {
        connection.exec('ROLLBACK');
        return why(damaged);
      }
      connection.exec(alterations);
      sealBodies(scope);
      sealCases(scope);
      files = sealFiles(scope);
      connection.exec('PRAGMA user_version = 2');
    }
    connection.exec('COMMIT');
  } catch (fault) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw fault;
  }
  for (const file of files) rmSync(file, { force: true });
  return undefined;
}

function why(damaged: string[]): string {
  const named = damaged.slice(0, 5).join(', ');
  const more = damaged.length > 5 ? ` and ${String(damaged.length - 5)} more` : '';
  return `This store is of an earlier format and can't be upgraded while something in it is damaged: ${named}${more}. Nothing was changed: restore them from a backup with the earlier release, then start again.`;
}

/** Each file gets a key of its own and stands under its id. Says which old files are to go once this is committed. */
function sealFiles(scope: Scope): string[] {
  const { db, authority, folder, keys } = scope;
  const rows = db.all<Row & { stored: string }>(`SELECT id, stored, body, sum FROM attachments`);
  const state = keys.made(rows.map(({ id }) => fileKeyId(id)));
  const old = new Set<string>();
  for (const row of rows) {
    const key = state(fileKeyId(row.id)) as DataKey;
    const facts = readOpen<AttachmentFacts>('attachment', row.id, 0, row);
    const before = join(folder, 'attachments', row.stored.slice(0, 2), row.stored);
    const stored = existsSync(before) ? sealFile(fileOf(folder, row.id), row.id, key, before) : row.stored;
    old.add(before);
    db.run(
      `UPDATE attachments SET stored = :stored, body = :body, sum = :sum
       WHERE authority = :authority AND id = :id`,
      { authority, id: row.id, stored, ...seal('attachment', row.id, 0, facts, key) },
    );
  }
  return [...old];
}

function sealFile(file: string, id: string, key: DataKey, before: string): string {
  const sealed = sealWhole(id, key, readFileSync(before));
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'w', 0o600);
  try {
    writeSync(handle, sealed);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return createHash('sha256').update(sealed).digest('hex');
}
