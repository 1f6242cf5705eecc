import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { writeManifest } from '../../../server/storage/manifest.ts';
import { moveRows } from '../../../server/storage/move.ts';
import { restore } from '../../../server/storage/restore.ts';
import { readMasterKey } from '../../../server/store/index.ts';
import { aCommit } from '../support/a-commit.ts';
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

  it('a backup of MongoDB is restored into a folder', async () => {
    writeFileSync(at('master.key'), masterOfTests.toString('base64'));
    const store = await mongo.open();
    await fillStore(store, 2);
    const { authority, demonstration, created } = store.about;
    await store.backup(at('copy'), at('keys'));
    const about = { authority, demonstration, created, release: '0.1.0', made: created };
    for (const folder of ['copy', 'keys']) {
      const said = { ...about, counts: await store.counts(), heads: await store.heads() };
      await writeManifest(at(folder), said);
    }
    await store.close();
    const place = { kind: 'folder' as const, folder: at('new'), masterKey: masterOfTests };
    const done = await restore({ place, folder: at('copy'), keys: at('keys') });
    expect(done.lines.join('\n')).toMatch(/2 families.*as it was written/s);
    expect(done.ok).toBe(true);
  });
});
