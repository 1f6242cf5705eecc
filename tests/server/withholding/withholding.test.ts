import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/port.ts';
import { casesWithheldFrom } from '../../../server/withholding/index.ts';
import { Workplace, type Family, type Happened, type Refusal, type Who } from '../support/workplace.ts';

interface Page {
  record: { answers: { answers: Record<string, unknown> } };
  withheld: { id: string; question: string; from: string; inFamily: boolean; reason: string }[];
  leftOut?: number;
}

describe('a part that is withheld', () => {
  let place: Workplace;
  let family: Family;
  let record: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    const answers = { noteOn: '2026-09-01', noteKind: 'note', note: 'Told in confidence by a neighbour' };
    const sam = await place.as('sam');
    const made = await sam.post<Happened>(`/api/cases/${family.id}/additions/case-note`, {
      ...{ answers, perChild: {}, children: family.children, commandId: place.command() },
    });
    record = made.body.happened.record;
  });
  afterAll(() => place.close());

  const read = async (who: Who): Promise<Page> =>
    (await (await place.as(who)).get<Page>(`/api/records/${record}`)).body;
  const withhold = async (who: Who, over: object) =>
    (await place.as(who)).post<{ id: string } & Refusal>(`/api/records/${record}/withholdings`, {
      ...{ question: 'note', reason: 'Kim is the neighbour’s sister.', ...over },
    });

  it('is withheld by who writes with the family, from somebody there is, and never from oneself', async () => {
    expect((await withhold('kim', { from: { account: 'tia' } })).body.refusal.reason).toBe('out-of-reach');
    expect((await withhold('sam', { from: { account: 'sam' } })).body.refusal.reason).toBe('oneself');
    expect((await withhold('sam', { from: { person: 'x' } })).body.refusal.reason).toBe('unknown-person');
    const none = await withhold('sam', { question: 'nothing', from: { account: 'kim' } });
    expect(none.body.refusal.reason).toBe('no-answer');
    expect((await withhold('sam', { from: { account: 'kim' } })).status).toBe(200);
  });

  it('is not there for the one it is withheld from, who is told how much is left out and not why', async () => {
    const page = await read('kim');
    expect(page.record.answers.answers).not.toHaveProperty('note');
    expect(page).toMatchObject({ leftOut: 1, withheld: [] });
    expect(JSON.stringify(page)).not.toMatch(/Told in confidence|sister/);
  });

  it('stands for everybody else, marked with from whom and why', async () => {
    const page = await read('tia');
    expect(page.record.answers.answers['note']).toBe('Told in confidence by a neighbour');
    expect(page.withheld).toMatchObject([
      { question: 'note', from: 'kim', inFamily: false, reason: 'Kim is the neighbour’s sister.' },
    ]);
    expect(page.leftOut).toBeUndefined();
  });

  it('from somebody in the family stands for all who work with it, marked as left out of what is handed out', async () => {
    await withhold('sam', { from: { person: family.mother }, reason: 'It would put the neighbour at risk.' });
    const told = (await read('tia')).withheld.map(({ from, inFamily }) => [from, inFamily]);
    expect(told.sort()).toEqual([
      ['Dana Marsh', true],
      ['kim', false],
    ]);
    const paper = await (await place.as('tia')).get<Page>(`/api/records/${record}?for=family`);
    expect(paper.body.record.answers.answers).not.toHaveProperty('note');
    expect(paper.body).toMatchObject({ leftOut: 1, withheld: [] });
  });

  it('is lifted by others only, with a reason, and then there again', async () => {
    const one = (await read('sam')).withheld.find(({ from }) => from === 'kim');
    const lift = async (who: Who) =>
      (await place.as(who)).post(`/api/withholdings/${one?.id ?? ''}/lifting`, { reason: 'Kim moved away.' });
    expect((await lift('kim')).status).toBe(403);
    expect((await lift('tia')).status).toBe(200);
    expect((await read('kim')).record.answers.answers).toHaveProperty('note');
  });

  it('is found by whom it is withheld from, without reading what is withheld from others', async () => {
    const { store } = place.server;
    const rowsRead: string[] = [];
    const list: Store['list'] = async (...asked) => {
      const page = await store.list(...asked);
      rowsRead.push(...(page.rows as { id: string }[]).map(({ id }) => id));
      return page;
    };
    const counted = new Proxy(store, {
      get: (target, name: keyof Store) => (name === 'list' ? list : target[name]),
    });
    const cases = async (account: string) => [...(await casesWithheldFrom(counted, account))];
    const { id } = (await withhold('sam', { from: { account: 'kim' } })).body;
    expect(await cases('tom')).toEqual([]);
    expect(rowsRead).toEqual([]);
    expect(await cases('kim')).toEqual([family.id]);
    expect(rowsRead).toEqual([id]);
    // as an earlier build wrote it: without an owner
    const found = await store.document('withheld', id);
    const { revision: expecting = 0, body } = found ?? {};
    await store.put({ kind: 'withheld', id, about: family.id, case: family.id, body, expecting });
    expect(await cases('tom')).toEqual([]);
    expect(await cases('kim')).toEqual([family.id]);
    rowsRead.length = 0;
    expect(await cases('tom')).toEqual([]);
    expect(rowsRead).toEqual([]);
    await (await place.as('tia')).post(`/api/withholdings/${id}/lifting`, { reason: 'No longer so.' });
    expect(await cases('kim')).toEqual([]);
  });
});
