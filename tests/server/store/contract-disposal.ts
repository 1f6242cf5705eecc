import { describe, expect, it } from 'vitest';
import {
  standingHold,
  type DisposalKept,
  type DocumentKind,
  type Store,
} from '../../../server/store/port.ts';
import { aCard, aCase, aCommit, aFamily, aRecord, aTask, startOfTest } from '../support/a-commit.ts';
import { bytesOf, dumped } from './dumped.ts';
import { withStore, type Place } from './place.ts';

const disposal = {
  ...{ case: 'case-1', people: ['ada', 'ben'], certificate: { rule: 'r1' }, by: ['kim', 'lee'] },
  ...{ at: startOfTest, commandId: 'let-go' },
};

/** Letting go of what must no longer be kept. */
export function disposalContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`${name} lets go of what must no longer be kept`, () => {
    const { another, store } = withStore(makePlace);

    it('nothing that is stored tells in the open whose it is', async () => {
      await fill(store());
      const text = JSON.stringify(await dumped(store()));
      for (const secret of [
        'Hartley',
        'hartley',
        'Ada',
        'name:ada',
        'she is afraid',
        'Screen',
        'house.png',
      ]) {
        expect(text, secret).not.toContain(secret);
      }
    });

    it('of a family that was disposed of nothing is left but hashes and a certificate', async () => {
      const file = await fill(store());
      const answer = await store().dispose(disposal);
      expect(answer).toMatchObject({ ok: true, removed: { record: 2, part: 1, task: 2, person: 1 } });
      await nothingOf(store(), file);
      expect(await store().person('ben')).toBeUndefined();
      expect((await store().list('people', { keys: ['name:ben'] })).rows).toEqual([]);
      expect((await store().person('ada'))?.body).toEqual({ first: 'Ada' });
      const kept = await store().document<DisposalKept>('disposal', 'let-go');
      expect(kept?.body).toMatchObject({ certificate: { rule: 'r1' }, by: ['kim', 'lee'], people: ['ben'] });
      expect(kept?.body.keys).toEqual(
        expect.arrayContaining(['family:case-1', 'child:case-1/ada', `file:${file}`, 'person:ben']),
      );
      expect((await store().load('case-2'))?.case.id).toBe('case-2');
    });

    it('the chain of what was disposed of is still followed, and heads kept before still fit', async () => {
      await fill(store());
      const heads = await store().heads();
      await store().dispose(disposal);
      expect(await store().verify(heads)).toMatchObject({ ok: true, cases: 2, disposed: 1, findings: [] });
      expect(await store().heads()).toEqual(heads);
    });

    it('nothing is written to it any more, by whichever server', async () => {
      const other = await another();
      await fill(store());
      await other.load('case-1');
      await store().dispose(disposal);
      for (const one of [store(), other]) {
        expect(await one.commit(aCommit(2))).toMatchObject({ ok: false, reason: 'conflict' });
        expect(
          await one.put({ kind: 'draft', id: 't1/late', body: 'x', expecting: 0, case: 'case-1' }),
        ).toMatchObject({ ok: false, reason: 'conflict' });
        expect(await one.load('case-1')).toBeUndefined();
      }
    });

    it('the same command again gives the same answer; another is told that there is nothing', async () => {
      await fill(store());
      const first = await store().dispose(disposal);
      expect(await store().dispose(disposal)).toEqual(first);
      const other = await store().dispose({ ...disposal, commandId: 'again' });
      expect(other).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await store().dispose({ ...disposal, case: 'nobody', commandId: 'none' })).toMatchObject({
        reason: 'conflict',
      });
    });

    it('nothing is let go of while a hold stands, whoever asked before it was put', async () => {
      await fill(store());
      const hold = (owner: string, expecting: number) =>
        store().put({ kind: 'legal-hold', id: 'h', owner, body: {}, expecting, case: 'case-1' });
      await hold(standingHold, 0);
      expect(await store().dispose(disposal)).toMatchObject({ ok: false, reason: 'conflict' });
      expect((await store().load('case-1'))?.case.id).toBe('case-1');
      await hold('', 1);
      expect((await store().dispose(disposal)).ok).toBe(true);
    });

    it('a file that is still arriving when its family is let go of is not kept', async () => {
      await fill(store());
      let letGo: () => void = () => undefined;
      const gone = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      async function* slowly(): AsyncGenerator<Uint8Array> {
        yield Buffer.from('the first half');
        await gone;
        yield Buffer.from('the second half');
      }
      const sending = store().attach({
        ...{ bytes: slowly(), limit: 100, name: 'late.png', type: 'image/png' },
        ...{ by: 'sam', at: startOfTest, case: 'case-1' },
      });
      expect((await store().dispose(disposal)).ok).toBe(true);
      letGo();
      expect(await sending).toMatchObject({ ok: false, reason: 'conflict' });
      expect(await store().counts()).toMatchObject({ attachment: 0 });
    });

    it('a file that no form came to hold goes after a week; one that a draft names waits for its form', async () => {
      const sent = async (name: string, caseId?: string) => {
        const answer = await store().attach({
          ...{ bytes: bytesOf(name), limit: 100, name, type: 'image/png', by: 'sam', at: startOfTest },
          ...(caseId ? { case: caseId } : {}),
        });
        if (!answer.ok) throw new Error('not kept');
        return answer.facts.id;
      };
      await store().commit(aCommit(0));
      const [left, drafted, held] = [await sent('left'), await sent('drafted'), await sent('held', 'case-1')];
      await store().put({
        ...{ kind: 'draft', id: 't1/letter', body: { value: drafted }, expecting: 0, case: 'case-1' },
      });
      const days = (number: number) => new Date(Date.parse(startOfTest) + number * 86_400_000).toISOString();
      await store().tidy(days(6));
      expect(await store().attachmentFacts([left, drafted, held])).toHaveLength(3);
      await store().tidy(days(8), true);
      const kept = await store().attachmentFacts([left, drafted, held]);
      expect(kept.map(({ id }) => id).sort()).toEqual([drafted, held].sort());
      expect(await store().attachment(left)).toBeUndefined();
      expect((await store().verify()).findings).toEqual([]);
    });

    it('with a child goes what was handed out of it, withheld of it and begun to be answered of it', async () => {
      await fill(store());
      const put = (kind: DocumentKind, id: string, body: object, owner = '') =>
        store().put({ kind, id, owner, body, expecting: 0, case: 'case-1' });
      await put('subject-access', 'of-ada', { redactions: [] }, 'ada');
      await put('subject-access', 'of-ada.made', { items: ['everything'] }, 'ada');
      await put('subject-access', 'of-mother', { redactions: [{ words: 'Ada' }] }, 'dana');
      await put('subject-access', 'of-mother.made', { items: [{ id: 'record-about-ada' }] }, 'dana');
      await put('subject-access', 'of-ben.made', { items: [{ id: 'record-shared' }] }, 'ben');
      await put('withheld', 'w1', { record: 'about-ada' });
      await put('withheld', 'w2', { record: 'shared', child: 'ada' });
      await put('withheld', 'w3', { record: 'shared' });
      await put('draft', 't1/worry@ada', { value: 'she is afraid' });
      await put('booking', 'case-1/ada+ben', { chair: 'Cyd' });
      await put('booking', 'case-1/ben', { chair: 'Cyd' });
      await put('escalation', 'e1', { children: ['ada'], reason: 'she is afraid' });
      await put('escalation', 'e2', { children: ['ben'], reason: 'he is well' });
      const answer = await store().dispose({ ...disposal, children: ['ada'], people: [] });
      expect(answer).toMatchObject({ ok: true, removed: { document: 9 } });
      const left = async (kind: DocumentKind) =>
        (await store().list('documents', { kind })).rows.map(({ id }) => id);
      expect(await left('subject-access')).toEqual(['of-ben.made']);
      expect(await left('withheld')).toEqual(['w3']);
      expect(await left('draft')).toEqual(['t1/why']);
      expect(await left('booking')).toEqual(['case-1/ben']);
      expect(await left('escalation')).toEqual(['e2']);
    });

    it('of a child only what is theirs alone goes; what the family shares stays', async () => {
      await fill(store());
      const answer = await store().dispose({ ...disposal, children: ['ada'], people: [] });
      expect(answer).toMatchObject({ ok: true, removed: { record: 1, task: 1 } });
      expect(await store().record('about-ada')).toBeUndefined();
      expect((await store().record('shared'))?.by).toBe('sam');
      expect((await store().list('records', { case: 'case-1' })).rows.map(({ id }) => id)).toEqual([
        'shared',
      ]);
      expect((await store().list('case-tasks', { case: 'case-1' })).rows.map(({ id }) => id)).toEqual(['t1']);
      expect((await store().load('case-1'))?.case.id).toBe('case-1');
      expect((await store().history('case-1', {})).rows).toHaveLength(2);
      expect(await store().verify()).toMatchObject({ ok: true, disposed: 0, findings: [] });
      const again = await store().commit(aCommit(2, { records: [aRecord('new', { children: ['ada'] })] }));
      expect(again).toMatchObject({ ok: false, reason: 'conflict' });
    });
  });
}

/** Two families with one person in common; of the first something of every kind. Gives the id of its file. */
async function fill(store: Store): Promise<string> {
  const person = (id: string, first: string) => ({
    ...{ id, body: { first }, keys: [`name:${id}`], expecting: 0, by: 'sam', at: startOfTest },
  });
  const sent = await store.attach({
    ...{ bytes: bytesOf('a drawing of a house'), limit: 100, name: 'house.png', type: 'image/png' },
    ...{ by: 'sam', at: startOfTest },
  });
  if (!sent.ok) throw new Error('not kept');
  const children = [{ id: 'ada', name: 'Ada' }];
  const done = { state: 'done' as const, completed: { by: 'sam', at: startOfTest } };
  await store.commit(
    aCommit(0, {
      ...{ case: aCase('case-1', { wakeUp: '2026-09-05T00:00:00.000Z' }), attachments: [sent.facts.id] },
      ...{ family: aFamily('case-1', { people: ['ada', 'ben'] }), cards: [aCard()] },
      ...{ people: [person('ada', 'Ada'), person('ben', 'Ben')] },
      tasks: [aTask('t1'), aTask('t2.about-ada', { ...done, children })],
      records: [aRecord('about-ada', { children: ['ada'], reason: 'she is afraid' }), aRecord('shared')],
      parts: [{ part: 'map', revision: 1, blocks: { worries: [] }, by: 'sam', at: startOfTest }],
    }),
  );
  await store.commit(aCommit(1, { ...again(), reply: { name: 'Hartley' } }));
  await store.put({
    ...{ kind: 'draft', id: 't1/why', owner: 't1', body: 'Hartley', expecting: 0 },
    case: 'case-1',
  });
  const family = aFamily('case-2', { people: ['ada'] });
  await store.commit(aCommit(0, { case: aCase('case-2'), family }));
  return sent.facts.id;
}

/** What the second commit leaves as it was. */
function again() {
  const wakeUp = '2026-09-05T00:00:00.000Z';
  const family = aFamily('case-1', { people: ['ada', 'ben'] });
  return { case: aCase('case-1', { wakeUp }), family, tasks: [aTask('t1')], cards: [aCard()] };
}

async function nothingOf(store: Store, file: string): Promise<void> {
  expect(await store.load('case-1')).toBeUndefined();
  expect(await store.family('case-1')).toBeUndefined();
  expect(await store.task('t1')).toBeUndefined();
  expect(await store.task('t2')).toBeUndefined();
  expect(await store.record('shared')).toBeUndefined();
  expect(await store.record('about-ada')).toBeUndefined();
  expect(await store.part('case-1', 'map')).toBeUndefined();
  expect((await store.history('case-1', {})).rows).toEqual([]);
  expect(await store.answered('case-1', 'command-1', 'sam')).toBeUndefined();
  expect(await store.document('draft', 't1/why')).toBeUndefined();
  expect(await store.attachment(file)).toBeUndefined();
  expect(await store.attachmentFacts([file])).toEqual([]);
  const rows = async (...asked: Parameters<Store['list']>) => (await store.list(...asked)).rows;
  expect(await rows('open-tasks', { reader: 'sam' })).toEqual([]);
  expect(await rows('done-tasks', { reader: 'sam', by: 'sam' })).toEqual([]);
  expect(await rows('records', { case: 'case-1' })).toEqual([]);
  expect(await rows('cards', { reader: 'sam', stage: 'contact' })).toEqual([]);
  expect(await rows('cases', {})).toMatchObject([{ id: 'case-2' }]);
  expect(await rows('families', { reader: 'sam', text: 'hartley' })).toMatchObject([{ id: 'case-2' }]);
  expect(await rows('documents', { kind: 'draft' })).toEqual([]);
  const due = { owner: 'one', now: '2026-10-01T00:00:00.000Z', lease: 30, limit: 10 };
  expect(await store.claim(due)).toEqual([]);
}
