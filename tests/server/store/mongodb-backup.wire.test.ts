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

const why = (n: number) => ({
  ...{ kind: 'draft' as const, id: `t${String(n)}/why`, owner: `t${String(n)}`, body: 'x', expecting: 0 },
  case: 'case-1',
});

it('a form that is completed while the copy is made is in it, as a record or still as its draft', async () => {
  const place = mongoPlace(inject('wire'));
  const server = await place.open();
  const folder = temporaryFolder();
  const [copy, keys] = [join(folder.path, 'copy'), join(folder.path, 'keys')];
  const acknowledged = 12;
  await server.commit(commitAt(0));
  for (let n = 1; n <= acknowledged; n += 1) await server.put(why(n));
  let at = 0;
  const complete = async (upTo: number): Promise<void> => {
    while (at < upTo) {
      at += 1;
      const drafts = [`t${String(at)}/why`];
      expect(
        await server.commit(aCommit(at, { records: [aRecord(`r${String(at)}`)], drafts })),
      ).toMatchObject({
        ok: true,
      });
    }
  };
  // some are completed while families are copied, the rest once they were
  const copying = await place.open({
    reached: (point) => (point === 'copied' ? some.then(() => complete(acknowledged)) : undefined),
  });
  const some = complete(4);
  await copying.backup(copy, keys);
  const rows = [...rowsIn(join(keys, 'keys.jsonl')), ...rowsIn(join(copy, 'store.jsonl'))];
  const target = mongoPlace(inject('wire'));
  const sqlite = temporaryFolder();
  for (const restored of [await target.open(), storeIn(sqlite.path, { masterKey: masterOfTests })]) {
    await restored.take(rows);
    for (let n = 1; n <= acknowledged; n += 1) {
      const kept = (await restored.record(`r${String(n)}`)) ?? (await restored.document('draft', why(n).id));
      expect(kept, `form ${String(n)}`).toBeDefined();
    }
    expect((await restored.verify()).findings).toEqual([]);
    await restored.close();
  }
  for (const one of [server, copying]) await one.close();
  await place.remove();
  await target.remove();
  folder.remove();
  sqlite.remove();
});
