import { openSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storeFile } from '../../../server/store/index.ts';
import { openDatabase } from '../../../server/store/sqlite/database.ts';
import { verifyStructure } from '../../../server/store/sqlite/verify-structure.ts';
import { aCommit } from '../support/a-commit.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

describe('the file of a store', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = temporaryFolder();
    const store = storeIn(folder.path);
    await store.commit(aCommit(0));
    await store.close();
  });
  afterEach(() => folder.remove());

  const found = async (threadFrom?: number) => {
    const db = openDatabase(join(folder.path, storeFile), { readOnly: true });
    const findings: unknown[] = [];
    try {
      await verifyStructure({ db, folder: folder.path }, findings as never, threadFrom);
    } finally {
      db.close();
    }
    return findings;
  };

  it.each([undefined, 0])(
    'is looked through, in a thread when it is large (from %s bytes on)',
    async (from) => {
      expect(await found(from)).toEqual([]);
      const file = openSync(join(folder.path, storeFile), 'r+');
      // the first byte of a page says of what kind it is
      writeSync(file, Buffer.from([0xff]), 0, 1, 4096 * 8);
      closeSync(file);
      expect(await found(from)).toMatchObject([{ kind: 'store', message: /damaged/ }]);
    },
  );
});
