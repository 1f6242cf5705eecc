import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAnchor } from '../../../server/audit/anchor.ts';
import { aCase, aCommit } from '../support/a-commit.ts';
import { movingClock } from '../support/moving-clock.ts';
import { storeIn, temporaryFolder, type TemporaryFolder } from '../support/temporary-store.ts';
import { fillStore } from './full-store.ts';

const command = join(import.meta.dirname, '../../../server/storage/command.ts');

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  said: string;
  refused: string;
}

describe('the commands on a store', () => {
  let root: TemporaryFolder;
  const at = (name: string) => join(root.path, name);
  beforeEach(async () => {
    root = temporaryFolder();
    const store = storeIn(at('data'));
    await fillStore(store, 8);
    await store.close();
  });
  afterEach(() => root.remove());

  /** Runs one in a process of its own, which is killed when this file appears in the folder of the store. */
  function run(args: string[], options: { folder?: string; killAt?: string } = {}): Promise<Ended> {
    const folder = at(options.folder ?? 'data');
    const env = { PATH: process.env['PATH'], DATA_DIR: folder };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...args], {
      env,
    });
    const watching =
      options.killAt === undefined
        ? undefined
        : watch(folder, (_, name) => {
            if (name === options.killAt) child.kill('SIGKILL');
          });
    const ended = { said: '', refused: '' };
    child.stdout.on('data', (text: Buffer) => (ended.said += text.toString()));
    child.stderr.on('data', (text: Buffer) => (ended.refused += text.toString()));
    return new Promise((resolve) => {
      child.on('close', (code, signal) => {
        watching?.close();
        resolve({ ...ended, code, signal });
      });
    });
  }

  it('back up, restore and verify, and say how they are called', async () => {
    for (const made of ['copy', 'keys']) mkdirSync(at(made), { mode: 0o755 });
    const backup = await run(['backup', at('copy'), '--keys', at('keys')]);
    expect(backup).toMatchObject({ code: 0, refused: '' });
    for (const file of ['copy/throughline.db', 'copy/manifest.json', 'keys/keys.db']) {
      expect(statSync(at(file)).mode & 0o077, file).toBe(0);
    }
    mkdirSync(at('new'));
    const restored = await run(['restore', at('copy'), '--keys', at('keys')], { folder: 'new' });
    expect(restored).toMatchObject({ code: 0, refused: '' });
    const heads = join(at('copy'), 'manifest.json');
    const verified = await run(['verify', '--heads', heads], { folder: 'new' });
    expect(verified.said).toMatch(/Read 8 families.*Everything is as it was written/s);
    expect(await run(['backup'])).toMatchObject({
      code: 1,
      refused: expect.stringContaining('npm run backup'),
    });
    expect(await run([])).toMatchObject({ code: 1, refused: expect.stringContaining('npm run move-store') });
    mkdirSync(at('empty'));
    expect(await run(['verify'], { folder: 'empty' })).toMatchObject({
      ...{ code: 1, refused: expect.stringContaining('There is no store') },
    });
  });

  it('verify compares with the anchors the servers wrote, and with a file of them', async () => {
    const anchors = at('data/anchors');
    const store = storeIn(at('data'));
    const clock = movingClock();
    await writeAnchor({ store, clock }, anchors);
    const { family } = (await store.load('case-2')) ?? {};
    const moved = { case: aCase('case-2'), commandId: 'later', ...(family ? { family } : {}) };
    expect(await store.commit(aCommit(1, moved))).toMatchObject({ ok: true });
    await writeAnchor({ store, clock }, anchors);
    await store.close();
    const [name = ''] = readdirSync(anchors);
    const whole = await run(['verify', '--heads', join(anchors, name)]);
    expect(whole.said).toMatch(/Compared with \d\d+ heads.*Everything is as it was written/s);
    const db = new DatabaseSync(at('data/throughline.db'));
    for (const table of ['history', 'commands', 'cases', 'families', 'records', 'tasks', 'cards', 'parts']) {
      const of = ['cases', 'families'].includes(table) ? 'id' : 'case_id';
      db.exec(`DELETE FROM ${table} WHERE ${of} = 'case-1'`);
    }
    db.close();
    const cut = await run(['verify']);
    expect(cut).toMatchObject({ code: 1 });
    expect(cut.refused).toMatch(/case case-1: the chain ends before a head that was kept/);
    expect(cut.refused).not.toMatch(/case-2/);
  });

  it('a move that is killed in the middle goes on when it is asked for again, and ends whole', async () => {
    const killed = await run(['move-store', '--to', at('new')], { killAt: 'moving.json' });
    expect(killed.signal).toBe('SIGKILL');
    const again = await run(['move-store', '--to', at('new')]);
    expect(again).toMatchObject({ code: 0, refused: '' });
    expect(again.said).toMatch(/Moved to/);
    expect((await run(['verify'], { folder: 'new' })).said).toMatch(/Read 8 families/);
    expect((await run(['move-store', '--lift'])).said).toMatch(/takes writes again/);
  });
});
