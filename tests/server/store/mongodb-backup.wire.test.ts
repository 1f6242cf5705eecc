import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import type { DumpRow, Store } from '../../../server/store/index.ts';
import { aCard, aCommit, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { mongoPlace } from '../support/mongo-place.ts';
import { storeIn, temporaryFolder } from '../support/temporary-store.ts';
import { masterOfTests } from './place.ts';

const rowsIn = (file: string): DumpRow[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as DumpRow);

const commitAt = (n: number) =>
  aCommit(n, { tasks: [aTask(`t${String(n)}`)], cards: [aCard()], records: [aRecord(`r${String(n)}`)] });

it('a copy made under load holds what was acknowledged before, and any store takes it', async () => {
  const place = mongoPlace(inject('wire'));
  const store = await place.open();
  const folder = temporaryFolder();
  const [copy, keys] = [join(folder.path, 'copy'), join(folder.path, 'keys')];
  for (let n = 0; n < 3; n += 1) await store.commit(commitAt(n));
  const entry = { at: startOfTest, action: 'x', outcome: 'ok' as const, route: '/', status: 200 };
  await store.appendAudit([{ ...entry, request: 'r' }]);
  let done = false;
  const copying = store.backup(copy, keys).finally(() => (done = true));
  for (let n = 3; !done; n += 1) {
    await store.commit(commitAt(n));
    await store.appendAudit([{ ...entry, request: 'r' }]);
  }
  await copying;
  const rows = [...rowsIn(join(keys, 'keys.jsonl')), ...rowsIn(join(copy, 'store.jsonl'))];
  expect(JSON.stringify(rows)).not.toContain('Hartley');
  const target = mongoPlace(inject('wire'));
  const sqlite = temporaryFolder();
  const others: Store[] = [await target.open(), storeIn(sqlite.path, { masterKey: masterOfTests })];
  for (const other of others) {
    await other.take(rows);
    const kase = await other.load('case-1');
    expect(kase?.case.revision).toBeGreaterThanOrEqual(3);
    expect(await other.record('r2')).toBeDefined();
    expect(await other.countTasks({ reader: 'sam' })).toBe(1);
    expect((await other.verify()).findings).toEqual([]);
    expect(await other.commit(commitAt(kase?.case.revision ?? 0))).toMatchObject({ ok: true });
    expect(await other.countTasks({ reader: 'sam' })).toBe(1);
    await other.close();
  }
  await store.close();
  await place.remove();
  await target.remove();
  folder.remove();
  sqlite.remove();
});
