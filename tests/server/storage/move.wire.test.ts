import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { backUp } from '../../../server/storage/backup.ts';
import { moveRows } from '../../../server/storage/move.ts';
import type { Manifest } from '../../../server/storage/manifest.ts';
import { openPlace } from '../../../server/storage/place.ts';
import { restore } from '../../../server/storage/restore.ts';
import { readMasterKey } from '../../../server/store/index.ts';
import { aCommit, startOfTest } from '../support/a-commit.ts';
import { mongoPlace, type MongoPlace } from '../support/mongo-place.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { masterOfTests } from '../store/place.ts';
import { fillStore } from './full-store.ts';

describe('a store moves between a folder and MongoDB', () => {
  let root: TemporaryFolder;
  let mongo: MongoPlace;
  const at = (name: string) => join(root.path, name);
  const say = () => undefined;
  beforeEach(() => {
    root = temporaryFolder();
    mongo = mongoPlace(inject('wire'));
  });
  afterEach(async () => {
    await mongo.remove();
    root.remove();
  });

  it('there and back, with the same chains, and works on in both', async () => {
    const first = storeIn(at('first'));
    await fillStore(first, 5);
    const heads = await first.heads();
    const own = readMasterKey(at('first/keys/master.key'));
    if (!own.ok) throw new Error(own.message);
    const middle = await mongo.open();
    const there = { source: first, target: middle, to: 'there', progress: at('a.json'), say };
    expect(await moveRows({ ...there, masters: { from: own.key, to: masterOfTests } })).toEqual([]);
    expect(await middle.commit(aCommit(1, { commandId: 'there' }))).toMatchObject({ ok: true, revision: 2 });
    const last = storeIn(at('last'), { masterKey: masterOfTests });
    const back = { source: middle, target: last, to: 'back', progress: at('b.json'), say };
    expect(await moveRows(back)).toEqual([]);
    expect((await last.verify(heads)).findings).toEqual([]);
    expect((await last.load('case-1'))?.case.revision).toBe(2);
    expect((await last.list('families', { reader: 'sam', text: 'hart' })).rows).toHaveLength(5);
    expect(await middle.commit(aCommit(2))).toEqual({ ok: false, reason: 'readonly' });
    for (const store of [first, middle, last]) await store.close();
  });

  /** A backup of a store in MongoDB with two families. */
  const backedUp = async (): Promise<void> => {
    const store = await mongo.open();
    await fillStore(store, 2);
    await store.close();
    const place = { kind: 'mongodb' as const, url: mongo.url, masterKey: masterOfTests };
    const of = { folder: at('copy'), keys: at('keys'), release: '0.1.0', now: startOfTest };
    expect((await backUp({ place, ...of })).ok).toBe(true);
  };

  it('a backup of MongoDB is restored into a folder', async () => {
    await backedUp();
    const place = { kind: 'folder' as const, folder: at('new'), masterKey: masterOfTests };
    const asked = { place, folder: at('copy'), keys: at('keys') };
    // a log of writes of another database, and what a restore that was killed left
    mkdirSync(at('new/restoring'), { recursive: true });
    writeFileSync(at('new/throughline.db-wal'), 'x');
    expect(await restore(asked)).toMatchObject({ ok: false, lines: [expect.stringMatching(/is not empty/)] });
    rmSync(at('new/throughline.db-wal'));
    const done = await restore(asked);
    expect(done.lines.join('\n')).toMatch(/2 families.*as it was written/s);
    expect(done.ok).toBe(true);
    expect(readdirSync(at('new')).sort()).toEqual(['attachments', 'keys', 'throughline.db']);
    const store = await openPlace(place);
    expect((await store.load('case-1'))?.case.name).toBe('Hartley');
    await store.close();
  });

  it('a restore into MongoDB that broke off is no store, and the same command goes on with it', async () => {
    await backedUp();
    const fresh = mongoPlace(inject('wire'));
    const place = { kind: 'mongodb' as const, url: fresh.url, masterKey: masterOfTests };
    const { made, authority, demonstration, created } = await manifestIn(at('copy/manifest.json'));
    // what a restore that was killed at once leaves
    await (await openPlace(place, { authority, demonstration, created, from: made })).close();
    await expect(openPlace(place)).rejects.toThrow(/not whole/);
    const done = await restore({ place, folder: at('copy'), keys: at('keys') });
    expect(done.lines.join('\n')).toMatch(/2 families.*as it was written/s);
    const store = await openPlace(place);
    expect(await store.commit(aCommit(1, { commandId: 'after' }))).toMatchObject({ ok: true, revision: 2 });
    await store.close();
    const again = await restore({ place, folder: at('copy'), keys: at('keys') });
    expect(again).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/store in the MongoDB database already/)],
    });
    await fresh.remove();
  });
});

const manifestIn = async (file: string): Promise<Manifest> =>
  JSON.parse(await readFile(file, 'utf8')) as Manifest;
