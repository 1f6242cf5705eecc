import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp } from '../../../server/storage/backup.ts';
import { openPlace, type StorePlace } from '../../../server/storage/place.ts';
import { restore } from '../../../server/storage/restore.ts';
import { rotateKey } from '../../../server/storage/rotate-key.ts';
import { verifyStore } from '../../../server/storage/verify.ts';
import { newMasterKeyText } from '../../../server/store/keys.ts';
import { aCommit, startOfTest } from '../support/a-commit.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { fillStore } from './full-store.ts';

describe('a backup', () => {
  let root: TemporaryFolder;
  const at = (name: string) => join(root.path, name);
  const place = (name: string): StorePlace => ({ kind: 'folder', folder: at(name) });
  const made = (keys?: string, folder = 'copy') =>
    backUp({
      ...{ place: place('data'), folder: at(folder), release: '0.1.0', now: startOfTest },
      ...(keys === undefined ? {} : { keys: at(keys) }),
    });
  beforeEach(async () => {
    root = temporaryFolder();
    const store = storeIn(at('data'));
    await fillStore(store, 2);
    await store.close();
  });
  afterEach(() => root.remove());

  it('is made while the store is in use, restored with its keys, and is the same', async () => {
    const store = await openPlace(place('data'));
    expect(await made('keys')).toMatchObject({ ok: true });
    await store.commit(aCommit(1, { commandId: 'later' }));
    await store.close();
    const done = await restore({ place: place('new'), folder: at('copy'), keys: at('keys') });
    expect(done.ok).toBe(true);
    expect(done.lines.join('\n')).toMatch(/2 families.*Everything in it is as it was written/s);
    const restored = await openPlace(place('new'));
    expect((await restored.load('case-1'))?.case).toMatchObject({ name: 'Hartley', revision: 1 });
    expect((await restored.list('families', { reader: 'sam', text: 'hart' })).rows).toHaveLength(2);
    expect((await restored.commit(aCommit(1))).ok).toBe(true);
    await restored.close();
  });

  it('keeps the keys apart, and says what to do where it has none', async () => {
    for (const inside of ['copy', 'copy/keys']) {
      expect(await made(inside)).toMatchObject({ ok: false, lines: [expect.stringMatching(/outside it/)] });
    }
    const done = await made();
    expect(done.lines.join(' ')).toMatch(/keys are not in it.*--keys/);
    expect(await restore({ place: place('new'), folder: at('copy') })).toMatchObject({
      ...{ ok: false, lines: [expect.stringMatching(/Without its keys nothing/)] },
    });
    expect(existsSync(at('new'))).toBe(false);
  });

  it('with a file that is changed, or without its manifest, is not restored', async () => {
    await made('keys');
    appendFileSync(at('copy/throughline.db'), 'x');
    const changed = await restore({ place: place('new'), folder: at('copy'), keys: at('keys') });
    expect(changed).toMatchObject({ ok: false, lines: [expect.stringMatching(/throughline.db differs/)] });
    rmSync(at('copy/manifest.json'));
    const broken = await restore({ place: place('new'), folder: at('copy'), keys: at('keys') });
    expect(broken).toMatchObject({ ok: false, lines: [expect.stringMatching(/no whole backup/)] });
    expect(existsSync(at('new'))).toBe(false);
  });

  it('is restored into an empty place only', async () => {
    await made('keys');
    const done = await restore({ place: place('data'), folder: at('copy'), keys: at('keys') });
    expect(done).toMatchObject({ ok: false, lines: [expect.stringMatching(/There is a store/)] });
  });

  it('is not restored over what another database left behind', async () => {
    const store = await openPlace(place('data'));
    await made('keys');
    await store.commit(aCommit(1, { commandId: 'written after the backup' }));
    mkdirSync(at('used'));
    // as after a kill: the database was moved away, its log of writes was not
    for (const end of ['-wal', '-shm'])
      copyFileSync(at(`data/throughline.db${end}`), at(`used/throughline.db${end}`));
    await store.close();
    const asked = { place: place('used'), folder: at('copy'), keys: at('keys') };
    expect(await restore(asked)).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/is not empty: .*-wal/)],
    });
    for (const end of ['-wal', '-shm']) rmSync(at(`used/throughline.db${end}`));
    mkdirSync(at('used/keys'));
    writeFileSync(at('used/keys/keys.db-wal'), 'x');
    expect(await restore(asked)).toMatchObject({
      ok: false,
      lines: [expect.stringMatching(/part of some keys/)],
    });
    rmSync(at('used/keys/keys.db-wal'));
    expect((await restore(asked)).ok).toBe(true);
    expect(existsSync(at('used/restoring'))).toBe(false);
  });

  it('of which a restore was broken off is restored again, and is whole', async () => {
    await made('keys');
    // as a kill leaves it before the database has its name
    mkdirSync(at('new/restoring'), { recursive: true });
    mkdirSync(at('new/attachments/zz'), { recursive: true });
    writeFileSync(at('new/restoring/throughline.db'), 'half of it');
    writeFileSync(at('new/attachments/zz/half'), 'x');
    cpSync(at('keys'), at('new/keys'), { recursive: true });
    expect((await restore({ place: place('new'), folder: at('copy'), keys: at('keys') })).ok).toBe(true);
    expect(existsSync(at('new/attachments/zz'))).toBe(false);
    expect((await verifyStore(place('new'))).ok).toBe(true);
  });

  it('restored with the keys of today says which families were disposed of since, and shows none of them', async () => {
    await made('old-keys');
    const store = await openPlace(place('data'));
    const disposal = { case: 'case-1', people: ['person-1'], certificate: {}, by: ['kim'], at: startOfTest };
    await store.dispose({ ...disposal, commandId: 'let-go' });
    await store.close();
    await made('keys', 'later-copy');
    const done = await restore({ place: place('new'), folder: at('copy'), keys: at('keys') });
    expect(done.ok).toBe(true);
    expect(done.lines).toContainEqual(expect.stringMatching(/1 were disposed of.*: case-1\./));
    const restored = await openPlace(place('new'));
    expect(await restored.load('case-1')).toBeUndefined();
    expect(await restored.person('person-1')).toBeUndefined();
    expect((await restored.load('case-2'))?.case.name).toBe('Hartley');
    await restored.close();
  });

  it('has heads in its manifest by which a chain that is rewritten later is found', async () => {
    await made('keys');
    const manifest = at('copy/manifest.json');
    expect(await verifyStore(place('data'), { heads: manifest })).toMatchObject({ ok: true });
    const read = JSON.parse(readFileSync(manifest, 'utf8')) as { heads: { hash: string }[] };
    for (const head of read.heads) head.hash = head.hash.replace(/^./, (c) => (c === 'a' ? 'b' : 'a'));
    writeFileSync(at('heads.json'), JSON.stringify(read.heads));
    const { ok, lines } = await verifyStore(place('data'), { heads: at('heads.json') });
    expect(ok).toBe(false);
    expect(lines.join('\n')).toMatch(/case case-1: the chain was rewritten/);
    writeFileSync(at('nothing.json'), '{}');
    expect((await verifyStore(place('data'), { heads: at('nothing.json') })).ok).toBe(false);
    expect((await verifyStore(place('nowhere'))).ok).toBe(false);
  });

  it('goes on under a new master key, and the old one opens it no more', async () => {
    const old = readFileSync(at('data/keys/master.key'));
    writeFileSync(at('new.key'), newMasterKeyText());
    expect(await rotateKey(place('data'), at('nowhere.key'))).toMatchObject({ ok: false });
    expect(await rotateKey(place('data'), at('new.key'))).toMatchObject({ ok: true });
    expect((await verifyStore(place('data'))).ok).toBe(true);
    writeFileSync(at('data/keys/master.key'), old);
    await expect(openPlace(place('data'))).rejects.toThrow(/master key is not the one/);
  });
});
