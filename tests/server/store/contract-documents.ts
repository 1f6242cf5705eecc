import { describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/index.ts';
import { aCommit, startOfTest } from '../support/a-commit.ts';
import { withStore, type Place } from './place.ts';

/** What documents, people, files, audit and live pages may rely on. */
export function documentContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} keeps documents, people, files and the audit`, () => {
    const { another, store } = withStore(makePlace);

    it('a document is written only over the revision that was read', async () => {
      const put = (expecting: number, body: unknown) =>
        store().put({ kind: 'draft', id: 't1/why', owner: 't1', about: 'case-1/screening', body, expecting });
      expect(await put(0, 'one')).toEqual({ ok: true, revision: 1 });
      expect(await put(0, 'two')).toEqual({ ok: false, reason: 'conflict', revision: 1 });
      expect(await put(1, 'three')).toEqual({ ok: true, revision: 2 });
      expect((await store().document('draft', 't1/why'))?.body).toBe('three');
      expect((await store().list('documents', { kind: 'draft', owner: 't1' })).rows).toHaveLength(1);
      expect(
        (await store().list('documents', { kind: 'draft', about: 'case-1/screening' })).rows,
      ).toHaveLength(1);
      expect((await store().list('documents', { kind: 'draft', owner: 't2' })).rows).toHaveLength(0);
      await store().remove('draft', 't1/why');
      expect(await store().document('draft', 't1/why')).toBeUndefined();
    });

    it('a commit takes the drafts that became its record', async () => {
      await store().put({ kind: 'draft', id: 't1/why', body: 'x', expecting: 0 });
      await store().commit(aCommit(0, { drafts: ['t1/why'] }));
      expect(await store().document('draft', 't1/why')).toBeUndefined();
    });

    it('only what expired is swept', async () => {
      const session = (id: string, expires?: string) =>
        store().put({ kind: 'session', id, body: {}, expecting: 0, ...(expires ? { expires } : {}) });
      await session('old', '2026-09-01T00:00:00.000Z');
      await session('new', '2026-09-03T00:00:00.000Z');
      await session('kept');
      expect(await store().sweep('session', '2026-09-02T00:00:00.000Z')).toBe(1);
      expect(await store().document('session', 'old')).toBeUndefined();
      expect(await store().document('session', 'kept')).toBeDefined();
    });

    it('people are found by keys and keep their earlier revisions', async () => {
      const ada = { id: 'ada', by: 'sam', at: startOfTest };
      await store().putPerson({
        ...ada,
        body: { first: 'Ada' },
        keys: ['name:ada', 'born:2019'],
        expecting: 0,
      });
      await store().putPerson({
        ...ada,
        body: { first: 'Adah' },
        keys: ['name:adah', 'born:2019'],
        expecting: 1,
      });
      const found = async (...keys: string[]) =>
        (await store().list('people', { keys })).rows.map((row) => row.id);
      expect(await found('name:ada*', 'born:2019')).toEqual(['ada']);
      expect(await found('name:ada')).toEqual([]);
      expect(await found('name:ada*', 'born:2020')).toEqual([]);
      expect((await store().person('ada', 1))?.body).toEqual({ first: 'Ada' });
      expect((await store().person('ada'))?.body).toEqual({ first: 'Adah' });
      const late = await store().putPerson({ ...ada, body: {}, keys: [], expecting: 1 });
      expect(late).toMatchObject({ ok: false, reason: 'conflict', revision: 2, changed: { by: 'sam' } });
    });

    it('an attachment comes back byte for byte, and one that is too large is not kept', async () => {
      const bytes = Buffer.from('a drawing of a house');
      const send = (limit: number) =>
        store().attach({
          ...{ bytes: streamOf(bytes), limit, name: 'house.png', type: 'image/png' },
          ...{ by: 'sam', at: startOfTest },
        });
      expect(await send(5)).toEqual({ ok: false, reason: 'too-large' });
      const kept = await send(1000);
      if (!kept.ok) throw new Error('not kept');
      await store().commit(aCommit(0, { attachments: [kept.facts.id] }));
      const found = await store().attachment(kept.facts.id);
      expect(found?.facts).toMatchObject({ name: 'house.png', bytes: bytes.length, case: 'case-1' });
      const back: Buffer[] = [];
      for await (const chunk of found?.open() ?? []) back.push(chunk as Buffer);
      expect(Buffer.concat(back).equals(bytes)).toBe(true);
    });

    it('audit entries form one chain per process, and each chain names those before it', async () => {
      const entry = {
        at: startOfTest,
        action: 'read-family',
        outcome: 'ok',
        route: '/x',
        status: 200,
        request: 'r',
      };
      const append = (to: Store, actor: string) =>
        to.appendAudit([{ ...entry, outcome: 'ok' as const, actor, case: 'case-1' }]);
      await append(store(), 'sam');
      await append(store(), 'kim');
      const other = await another();
      await append(other, 'lee');
      const heads = (await store().heads()).filter((head) => head.chain === 'audit');
      expect(heads.map((head) => head.seq).sort()).toEqual([1, 2]);
      expect((await store().list('audit', { actor: 'kim' })).rows).toMatchObject([{ seq: 2, actor: 'kim' }]);
      expect((await store().list('audit', { case: 'case-1' })).rows).toHaveLength(3);
      expect((await store().verify(heads)).findings).toEqual([]);
    });

    it('changes are numbered, so that a page on any server hears of them', async () => {
      const other = await another();
      const { latest } = await store().changes();
      await other.commit(aCommit(0));
      await other.put({
        ...{ kind: 'draft', id: 't1/why', body: 'x', expecting: 0 },
        change: { kind: 'draft', case: 'case-1', task: 't1' },
      });
      const { changes } = await store().changes(latest);
      expect(changes).toMatchObject([
        { kind: 'case', case: 'case-1' },
        { kind: 'draft', case: 'case-1', task: 't1' },
      ]);
      expect((await store().changes(changes.at(-1)?.seq)).changes).toEqual([]);
    });

    it('whether it is a demonstration was settled when it was made', async () => {
      expect((await another()).about).toMatchObject({
        demonstration: store().about.demonstration,
        authority: store().about.authority,
      });
    });
  });
}

async function* streamOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
}
