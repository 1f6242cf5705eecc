import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { beginMove, moveRows } from '../../../server/storage/move.ts';
import { lift, moveStore } from '../../../server/storage/move-store.ts';
import { openPlace, type StorePlace } from '../../../server/storage/place.ts';
import { readMasterKey, type Store } from '../../../server/store/index.ts';
import { aCommit } from '../support/a-commit.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { masterOfTests } from '../store/place.ts';
import { fillStore } from './full-store.ts';

describe('a move of a store', () => {
  let root: TemporaryFolder;
  const at = (name: string) => join(root.path, name);
  const place = (name: string): StorePlace => ({ kind: 'folder', folder: at(name) });
  beforeEach(async () => {
    root = temporaryFolder();
    const store = storeIn(at('data'));
    await fillStore(store, 3);
    await store.close();
  });
  afterEach(() => root.remove());
  const said: string[] = [];
  const say = (line: string) => {
    said.push(line);
  };

  it('leaves the same store in the new place under its own master key, and the old one as it was, still', async () => {
    const server = await openPlace(place('data'));
    const before = await server.heads();
    const done = await moveStore(place('data'), place('new'), say);
    expect(done.ok).toBe(true);
    expect(done.lines.join(' ')).toMatch(/Start the servers with DATA_DIR=.*--lift/);
    expect(await server.commit(aCommit(1))).toEqual({ ok: false, reason: 'readonly' });
    expect((await server.health()).message).toMatch(/being moved/);
    expect((await server.load('case-1'))?.case.revision).toBe(1);
    expect(await server.heads()).toEqual(before);
    const moved = await openPlace(place('new'));
    expect((await moved.load('case-3'))?.case.name).toBe('Hartley');
    expect(await moved.commit(aCommit(1))).toMatchObject({ ok: true });
    await moved.close();
    expect(existsSync(at('data/moving.json'))).toBe(false);
    expect(await moveStore(place('data'), place('new'), say)).toMatchObject({ ok: false });
    await lift(place('data'));
    expect(await server.commit(aCommit(1))).toMatchObject({ ok: true });
    await server.close();
  });

  it('that is broken off goes on where it was, and ends with the same store', async () => {
    const source = storeIn(at('many'), { masterKey: masterOfTests });
    await fillStore(source, 4);
    const target = storeIn(at('new'), { masterKey: masterOfTests });
    const move = { source, pageRows: 3, to: 'new', progress: at('moving.json'), say };
    let takes = 0;
    const dying: Store = {
      ...target,
      take: async (rows) => {
        takes += 1;
        if (takes > 2) throw new Error('killed');
        await target.take(rows);
      },
    };
    await expect(moveRows({ ...move, target: dying })).rejects.toThrow('killed');
    expect(existsSync(at('moving.json'))).toBe(true);
    expect(await moveRows({ ...move, to: 'elsewhere', target })).toMatchObject([
      expect.stringMatching(/begun/),
    ]);
    said.length = 0;
    expect(await moveRows({ ...move, target })).toEqual([]);
    expect(said[0]).toMatch(/Going on after \d+ rows/);
    expect(await target.counts()).toEqual(await source.counts());
    await source.close();
    await target.close();
  });

  it('that was given up and worked on is not gone on with: what was copied is not what the store holds', async () => {
    const source = storeIn(at('many'), { masterKey: masterOfTests });
    await fillStore(source, 4);
    const target = storeIn(at('new'), { masterKey: masterOfTests });
    const move = { source, pageRows: 3, to: 'new', progress: at('many/moving.json'), say };
    const dying: Store = {
      ...target,
      take: async () => {
        throw new Error('killed');
      },
    };
    await expect(moveRows({ ...move, target: dying })).rejects.toThrow('killed');
    const own: StorePlace = { kind: 'folder', folder: at('many'), masterKey: masterOfTests };
    expect((await lift(own)).lines.join(' ')).toMatch(/given up.*moving\.json/);
    await source.put({ kind: 'setting', id: 'rights', body: 'changed', expecting: 0 });
    expect(await moveRows({ ...move, target })).toEqual([expect.stringMatching(/given up with --lift/)]);
    expect((await source.health()).writable).toBe(true);
    await source.close();
    await target.close();
  });

  it('that was killed as soon as the new place was made goes on', async () => {
    const source = await openPlace(place('data'));
    await beginMove({ source, to: at('new'), progress: at('data/moving.json') });
    await source.close();
    await storeIn(at('new')).close();
    expect(await moveStore(place('data'), place('new'), say)).toMatchObject({ ok: true });
  });

  it('that lost something on the way is found to differ', async () => {
    const source = storeIn(at('data'));
    const target = storeIn(at('new'), { masterKey: masterOfTests });
    const losing: Store = {
      ...target,
      take: (rows) => target.take(rows.filter((row) => !(row.place === 'record' && row.id === 'r2'))),
    };
    const own = readMasterKey(at('data/keys/master.key'));
    if (!own.ok) throw new Error(own.message);
    const masters = { from: own.key, to: masterOfTests };
    const found = await moveRows({ source, target: losing, to: 'new', progress: at('m.json'), masters, say });
    expect(found).toContain('record: 3 here, 2 there');
    expect(found.join('\n')).toMatch(/what entry 1 wrote \(r2\) is gone/);
    expect(existsSync(at('m.json'))).toBe(true);
    await source.close();
    await target.close();
  });
});
