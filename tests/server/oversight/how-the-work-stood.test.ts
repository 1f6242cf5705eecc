import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Who } from '../support/workplace.ts';

interface Counts {
  families?: number;
  children?: number;
  late?: number;
}
interface Children {
  count?: number;
  rows: { case: string; name: string; child: { name: string }; days?: number; worker?: { id: string } }[];
}

describe('how the work stood', () => {
  let place: Workplace;
  let parted: Family;
  let first: string;
  let later: string;
  beforeAll(async () => {
    place = await Workplace.open();
    first = place.server.clock.now().slice(0, 10);
    parted = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
    place.server.clock.pass(days(100));
    later = place.server.clock.now().slice(0, 10);
    await place.openFamily([{ first: 'Dot', born: '2018-01-02' }]);
    const [ada = '', ben = ''] = parted.children;
    await place.complete(
      parted,
      'sam',
      'write-assessment',
      { lateReasonCode: ['RE1'], lateReasonText: ['Nobody at home'] },
      ({ perChild }) => {
        Object.assign(perChild[ada] ?? {}, { assessmentOutcome: 'close' });
        Object.assign(perChild[ben] ?? {}, { assessmentOutcome: 'child-in-need' });
      },
    );
    await place.complete(parted, 'tia', 'authorise-assessment', { authorisation: ['authorise'] });
  });
  afterAll(() => place.close());

  const ask = async <Answer>(name: Who, path: string): Promise<Answer> => {
    const { status, body } = await (await place.as(name)).get<Answer>(path);
    if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };
  const dayBefore = () => new Date(Date.parse(later) - days(1)).toISOString().slice(0, 10);

  it('shows the board as it was on another day beside that of now, with what was late then', async () => {
    const board = await ask<{ columns: (Counts & { id: string; beside: Counts })[] }>(
      'tia',
      `/api/stages/history?beside=${dayBefore()}`,
    );
    const of = (id: string) => board.columns.find((one) => one.id === id);
    expect(of('assessment')).toMatchObject({ families: 0, beside: { families: 1, children: 2, late: 1 } });
    expect(of('contact')).toMatchObject({ families: 1, children: 1, beside: { families: 0 } });
    expect(of('closure')).toMatchObject({ children: 1 });
    const now = await ask<{ columns: (Counts & { id: string })[] }>('tia', '/api/stages');
    for (const { id, families, children } of now.columns)
      expect(of(id)).toMatchObject({ families, children });
  });

  it('leads from a number to the children behind it, the longest there first', async () => {
    const { count, rows } = await ask<Children>(
      'tia',
      `/api/stages/history/children?on=${dayBefore()}&stage=assessment&late=yes`,
    );
    expect(count).toBe(2);
    expect(rows.map(({ child }) => child.name).sort()).toEqual(['Ada Marsh', 'Ben Marsh']);
    expect(rows[0]).toMatchObject({ case: parted.id, days: 99, worker: { id: 'sam' } });
    const free = await ask<Children>('tia', '/api/stages/history/children?unallocated=yes');
    expect(free.rows.map(({ child }) => child.name)).toEqual(['Dot Marsh']);
  });

  it('counts who went from stage to stage in a period, and for how long they had been there', async () => {
    const { flows } = await ask<{ flows: (Counts & { from?: { id: string }; to?: { id: string } })[] }>(
      'tia',
      `/api/stages/flow?from=${later}`,
    );
    const said = flows.map(({ from, to, children }) => [from?.id ?? '', to?.id ?? '', children]);
    expect(said).toEqual([
      ['', 'contact', 1],
      ['assessment', 'child-in-need', 1],
      ['assessment', 'closure', 1],
    ]);
    const going = await ask<Children>(
      'tia',
      `/api/stages/flow/children?from=${later}&leaving=assessment&entering=closure`,
    );
    expect(going.rows).toMatchObject([{ child: { name: 'Ada Marsh' }, days: 100 }]);
    const { stages } = await ask<{ stages: { id: string; now: object; finished: object }[] }>(
      'tia',
      `/api/stages/time?from=${first}`,
    );
    const assessment = stages.find(({ id }) => id === 'assessment');
    expect(assessment).toMatchObject({ now: { n: 0 }, finished: { n: 2, median: 100, p90: 100 } });
    const left = await ask<Children>('tia', '/api/stages/time/children?stage=assessment');
    expect(left.count).toBe(2);
  });

  it('says who holds how much, with a weight whose source is told, and what nobody holds yet', async () => {
    const load = await ask<{
      weights: { source: string };
      workers: (Counts & { worker: { id: string }; weight: number })[];
      unallocated: Counts;
    }>('tia', '/api/caseload');
    expect(load.weights.source).toContain('Local');
    const held = (id: string) => load.workers.find(({ worker }) => worker.id === id);
    expect(held('sam')).toMatchObject({ families: 1, children: 2, weight: 1.25 });
    expect(held('kim')).toMatchObject({ families: 0, children: 0, weight: 0 });
    expect(load.unallocated).toMatchObject({ families: 1, children: 1 });
  });

  it('tells whoever may not open the families no small number, and names nobody to them', async () => {
    const lead = await place.server.signedIn('practice-lead');
    const board = await lead.get<{ columns: (Counts & { id: string })[] }>('/api/stages/history');
    const contact = board.body.columns.find(({ id }) => id === 'contact');
    expect(contact).toEqual({ id: 'contact', name: 'Contact', late: 0 });
    const { body } = await lead.get<Children>('/api/stages/history/children?stage=contact');
    expect(body).toEqual({ rows: [] });
    const load = await lead.get<{ unallocated: object }>('/api/caseload');
    expect(load.body.unallocated).toEqual({});
  });

  it('shows whoever sees pseudonyms every number, and pseudonyms', async () => {
    const officer = await place.server.signedIn('performance-officer');
    const { body } = await officer.get<Children>('/api/stages/history/children?stage=contact');
    expect(body).toMatchObject({ count: 1, rows: [{ name: expect.stringMatching(/^Family [0-9A-F]{8}$/) }] });
    expect(JSON.stringify(body)).not.toContain('Marsh');
  });

  it('tells whoever may not open the families no weight that tells a number', async () => {
    const children = [1, 2, 3, 4, 5, 6].map((at) => ({ first: `Eve${String(at)}`, born: '2018-01-02' }));
    await place.openFamily(children);
    const free = async (path: string) => (await ask<{ unallocated: object }>('tia', path)).unallocated;
    expect(await free('/api/caseload')).toEqual({ families: 2, children: 7, weight: 1.75 });
    const lead = await place.server.signedIn('practice-lead');
    const { body } = await lead.get<{ unallocated: object }>('/api/caseload');
    expect(body.unallocated).toEqual({ children: 10 });
  });

  it('refuses a day that is none, or still to come', async () => {
    const tia = await place.as('tia');
    for (const query of ['on=yesterday', 'on=2099-01-01', 'beside=2026-02-30']) {
      expect((await tia.get(`/api/stages/history?${query}`)).status).toBe(422);
    }
    expect((await tia.get(`/api/stages/flow?from=${later}&to=${first}`)).status).toBe(422);
  });
});
