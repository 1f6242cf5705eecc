import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anchorNow, anchorState, writeAnchor } from '../../../server/audit/anchor.ts';
import { anchoredHeads } from '../../../server/audit/anchor-files.ts';
import { inTurn } from '../../../server/audit/anchor-turn.ts';
import { anchorWhenDue } from '../../../server/audit/anchoring.ts';
import { verifyStore } from '../../../server/audit/index.ts';
import type { ChainHead, Store, VerifyReport } from '../../../server/store/index.ts';
import { aCommit, anEntry } from '../support/a-commit.ts';
import { movingClock, type MovingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';

describe('anchors', () => {
  let place: TemporaryFolder;
  let outside: TemporaryFolder;
  let store: Store;
  let clock: MovingClock;
  beforeEach(async () => {
    place = temporaryFolder();
    outside = temporaryFolder();
    clock = movingClock();
    store = storeIn(place.path);
    await store.commit(aCommit(0));
  });
  afterEach(async () => {
    await store.close();
    place.remove();
    outside.remove();
  });
  const lines = (): string[] =>
    readdirSync(outside.path)
      .sort()
      .flatMap((name) => readFileSync(join(outside.path, name), 'utf8').trim().split('\n'));
  const read = async () => {
    const findings: VerifyReport['findings'] = [];
    const heads: ChainHead[] = [];
    for await (const head of anchoredHeads(outside.path, findings)) heads.push(head);
    return { findings, heads };
  };
  const anchor = () => writeAnchor({ store, clock }, outside.path);

  it('name all chains once a day, then those that moved, each with the hash of the one before', async () => {
    await store.commit(
      aCommit(0, { case: { ...aCommit(0).case, id: 'case-2' }, history: [anEntry('e', 'case-2')] }),
    );
    const first = await anchor();
    expect(first?.heads.map((one) => one.id)).toEqual(['case-1', 'case-2']);
    expect(await anchor()).toBeUndefined();
    await store.commit(aCommit(1));
    const second = await anchor();
    expect(second).toMatchObject({ previous: first?.hash, heads: [{ id: 'case-1', seq: 2 }] });
    clock.pass(24 * 60 * 60);
    expect((await anchor())?.heads).toHaveLength(2);
    expect(lines()).toHaveLength(3);
    const { findings, heads } = await read();
    expect(findings).toEqual([]);
    expect(heads.map(({ id, seq }) => [id, seq])).toEqual([
      ['case-1', 1],
      ['case-2', 1],
      ['case-1', 2],
    ]);
  });

  it('show a chain that was rewritten whole, hashes and all', async () => {
    await anchor();
    const other = storeIn(join(place.path, 'other'));
    await other.commit(aCommit(0, { history: [anEntry('another')] }));
    expect(await verifyStore(other, [], undefined)).toMatchObject({ ok: true });
    expect(await verifyStore(other, [], outside.path)).toMatchObject({
      ok: false,
      findings: [{ kind: 'case', id: 'case-1', message: 'the chain was rewritten since its head was kept' }],
    });
    await other.close();
    expect(await verifyStore(store, [], outside.path)).toMatchObject({ ok: true });
  });

  it('show that one of them was changed or taken out', async () => {
    for (const revision of [1, 2, 3]) {
      await anchor();
      await store.commit(aCommit(revision));
    }
    const [name = ''] = readdirSync(outside.path);
    const file = join(outside.path, name);
    const [one = '', two = '', three = ''] = lines();
    writeFileSync(file, `${one}\n${three}\n`);
    expect((await read()).findings).toHaveLength(1);
    writeFileSync(file, `${one}\n${two.replace('"seq":2', '"seq":1')}\n${three}\n`);
    expect((await read()).findings.map((found) => found.id)).toEqual([`${name}, line 2`]);
  });

  it('go on after a crash cut one off', async () => {
    await anchor();
    const [name = ''] = readdirSync(outside.path);
    appendFileSync(join(outside.path, name), '{"at":"2026-09-');
    await store.commit(aCommit(1));
    await anchor();
    const { findings, heads } = await read();
    expect(findings).toEqual([]);
    expect(heads.at(-1)).toMatchObject({ seq: 2 });
  });

  it('are written by one of several servers, when the hour is over', async () => {
    const failed = (): void => undefined;
    const turns = () =>
      Promise.all([1, 2, 3].map(() => anchorWhenDue({ store, clock, folder: outside.path, failed })));
    expect((await turns()).filter(Boolean)).toHaveLength(1);
    expect((await turns()).filter(Boolean)).toHaveLength(0);
    clock.pass(60 * 60);
    expect((await turns()).filter(Boolean)).toHaveLength(1);
  });

  it('are written by every server that ends, one after another though all end at once', async () => {
    await anchor();
    const ends = [1, 2, 3, 4].map(async (at) => {
      await store.commit(aCommit(at));
      return anchorNow({ store, clock }, outside.path);
    });
    expect((await Promise.all(ends)).every(({ ok }) => ok)).toBe(true);
    await store.commit(aCommit(5));
    await anchor();
    expect((await read()).findings).toEqual([]);
    expect(await verifyStore(store, [], outside.path)).toMatchObject({ ok: true });
  });

  it('are written after one who died as he wrote', async () => {
    writeFileSync(join(outside.path, 'writing'), '');
    expect(await inTurn(outside.path, () => Promise.resolve(readdirSync(outside.path)), 0)).toEqual([
      'writing',
    ]);
    expect(readdirSync(outside.path)).toEqual([]);
  });

  it('are written out of turn into a folder of which nothing can be removed', async () => {
    mkdirSync(join(outside.path, 'writing', 'full'), { recursive: true });
    expect(await inTurn(outside.path, () => Promise.resolve('written'), 0)).toBe('written');
  });

  it('are gone on with by a server whose clock is behind, and nobody waits for one whose clock was ahead', async () => {
    const days = 24 * 60 * 60;
    const failed = (): void => undefined;
    const due = { store, folder: outside.path, failed };
    const ahead = movingClock();
    ahead.pass(3 * days);
    expect(await anchorWhenDue({ ...due, clock: ahead })).toMatchObject({ ok: true });
    await store.commit(aCommit(1));
    expect(await anchorWhenDue({ ...due, clock })).toMatchObject({ ok: true });
    expect(readdirSync(outside.path)).toHaveLength(1);
    const { findings, heads } = await read();
    expect(findings).toEqual([]);
    expect(heads.at(-1)).toMatchObject({ id: 'case-1', seq: 2 });
    expect(await anchorWhenDue({ ...due, clock })).toBeUndefined();
  });

  it('of days gone by are not read again by whoever writes the next', async () => {
    await anchor();
    clock.pass(24 * 60 * 60);
    await anchor();
    const [first = ''] = readdirSync(outside.path).sort();
    // a folder in its place: reading it would fail
    rmSync(join(outside.path, first));
    mkdirSync(join(outside.path, first));
    await store.commit(aCommit(1));
    expect(await anchor()).toMatchObject({ heads: [{ seq: 2 }] });
  });

  it('say why they could not be written, and are tried again before the hour is over', async () => {
    writeFileSync(join(outside.path, 'file'), '');
    const told: unknown[] = [];
    const ask = {
      store,
      clock,
      folder: join(outside.path, 'file'),
      failed: (state: unknown) => told.push(state),
    };
    await anchorWhenDue(ask);
    expect(told).toHaveLength(1);
    expect(await anchorState({ store })).toMatchObject({
      ok: false,
      message: /ANCHOR_DIR \((EEXIST|ENOTDIR)\)/,
    });
    expect(await anchorWhenDue(ask)).toBeUndefined();
    clock.pass(5 * 60);
    expect(await anchorWhenDue({ ...ask, folder: outside.path })).toMatchObject({ ok: true });
    expect(await anchorNow({ store, clock }, outside.path)).toMatchObject({ ok: true });
  });
});
