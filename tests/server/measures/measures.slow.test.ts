import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toConference } from '../support/to-conference.ts';
import { Workplace, days, type Family } from '../support/workplace.ts';

interface Figure {
  id: string;
  numerator?: number;
  denominator?: number;
  value?: number;
  suppressed?: boolean;
  trend?: { from: string; numerator?: number }[];
  benchmark?: { areas: { id: string; value: number }[] };
}
interface Measure {
  id: string;
  figures: Figure[];
}
interface Page {
  period: { from: string; to: string };
  measures: Measure[];
}
interface One {
  measure: Measure & { formula: string };
  list: {
    named: boolean;
    total?: number;
    rows: { case: string; family: string; name: string; counted: boolean }[];
  };
}

describe('measures', () => {
  let place: Workplace;
  let ada: Family;
  let planned: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    ada = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Bo', born: '2021-03-02' },
    ]);
    const ben = await place.openFamily([{ first: 'Ben', born: '2020-03-02' }], 'Birch');
    await place.complete(ben, 'bea', 'record-contact');
  });
  afterAll(() => place.close());

  const ask = async <T>(role: string, url: string) => {
    const browser = await place.server.signedIn(role, 'north', role);
    return browser.get<T>(url);
  };
  const figure = (page: Page, id: string): Figure | undefined =>
    page.measures.find((one) => one.id === id)?.figures[0];

  it('count what happened in the last twelve months, beside what is published, month by month', async () => {
    const { body } = await ask<Page>('team-manager', '/api/measures');
    expect(body.measures.map(({ id }) => id)).toEqual(
      Array.from({ length: 32 }, (_, at) => `M${String(at + 1)}`),
    );
    expect(figure(body, 'M1')).toMatchObject({ numerator: 2, value: 2 });
    expect(
      figure(body, 'M1')
        ?.trend?.map(({ numerator }) => numerator)
        .at(-1),
    ).toBe(2);
    expect(figure(body, 'M3')).toMatchObject({ numerator: 2, denominator: 2, value: 100 });
    expect(figure(body, 'M2')?.benchmark?.areas[0]).toMatchObject({ id: 'england', value: 22.6 });
  });

  it('list everyone who is in a figure, by name for whoever may open the family', async () => {
    const { body } = await ask<One>('team-manager', '/api/measures/M4');
    expect(body.measure.formula).toMatch(/no further action/);
    expect(body.list).toMatchObject({ named: true, total: 2 });
    expect(body.list.rows.map(({ family, name, counted }) => [family, name, counted])).toEqual([
      ['Marsh', expect.stringContaining('Ada'), false],
      ['Marsh', expect.stringContaining('Bo'), false],
    ]);
    expect((await ask<One>('team-manager', '/api/measures/M4?which=counted')).body.list.rows).toEqual([]);
  });

  it('come one at a time with the months of the figure that is asked for', async () => {
    const { body } = await ask<One>('team-manager', '/api/measures/M1?figure=rate');
    const [referrals, rate] = body.measure.figures;
    expect(referrals?.trend).toBeUndefined();
    expect(rate?.trend?.at(-1)?.numerator).toBe(2);
  });

  it('tell whoever may not see the people no small number and nobody', async () => {
    const { body } = await ask<Page>('assistant-director', '/api/measures');
    expect(figure(body, 'M1')).toMatchObject({ suppressed: true });
    expect(figure(body, 'M1')).not.toHaveProperty('numerator');
    expect(body.period.from).toMatch(/-01$/);
    const one = (await ask<One>('assistant-director', '/api/measures/M1')).body;
    expect(one.list).toMatchObject({ named: false, rows: [] });
  });

  it('show the performance officer pseudonyms in place of names', async () => {
    const { list } = (await ask<One>('performance-officer', '/api/measures/M1')).body;
    expect(list.rows.map(({ family }) => family)).toEqual([
      expect.stringMatching(/^Family [0-9A-F]{8}$/),
      expect.stringMatching(/^Family/),
    ]);
    expect(JSON.stringify(list)).not.toMatch(/Ada|Marsh/);
  });

  it('follow what is written since: an assessment that goes on too long, and one that is corrected', async () => {
    place.server.clock.pass(days(70));
    const { body } = await ask<Page>('team-manager', '/api/measures');
    expect(figure(body, 'M8')).toMatchObject({ numerator: 2, denominator: 2 });
    expect(figure(body, 'M7')).toMatchObject({ denominator: 0, still: { open: 2, over: 2 } });
    const hidden = JSON.stringify(await ask('assistant-director', '/api/measures'));
    expect(hidden).toContain('"still":{"name":"over 45 working days"}');
    expect(
      (await ask<One>('team-manager', '/api/measures/M8')).body.list.rows.map((row) => row.case),
    ).toEqual([ada.id, ada.id]);
  });

  it('are taken away as tables: every figure, and everyone in one, by name for whoever may open the family', async () => {
    const table = async (role: string, url: string): Promise<string> => (await ask<string>(role, url)).body;
    expect(await table('team-manager', '/api/measures/M1/rows.csv')).toMatch(/"Marsh","Ada/);
    expect(await table('team-manager', '/api/measures.csv')).toMatch(/"Referrals"[^]*the start",.*"2","2",/);
    for (const url of ['/api/measures.csv', '/api/measures/M1/rows.csv', '/api/measures/M8/rows.csv']) {
      expect(await table('assistant-director', url)).not.toMatch(/Marsh|Ada|"2"/);
      expect(await table('performance-officer', url)).not.toMatch(/Marsh|Ada/);
    }
    const numbers = await table('assistant-director', '/api/measures/M7/rows.csv');
    for (const figure of ['the start', 'the referral'])
      for (const part of ['In all', 'Still open: over 45 working days', 'Month'])
        expect(numbers).toContain(`"Within 45 working days of ${figure}","${part}"`);
  });

  it('leave in the audit who took whom away, and in which measure', async () => {
    const { store } = place.server;
    const entries = async () =>
      (await store.list('audit', { case: ada.id, actor: 'team-manager' })).rows.filter(
        ({ action }) => action === 'export-measures',
      );
    const before = (await entries()).length;
    await ask('team-manager', '/api/measures/M4/rows.csv');
    expect((await entries()).slice(before)).toHaveLength(1);
    expect((await entries())[0]).toMatchObject({ thing: { kind: 'measure', id: 'M4' }, outcome: 'ok' });
    const { rows: looked } = await store.list('audit', { actor: 'team-manager' });
    expect(looked.find(({ action }) => action === 'see-measures')?.thing).toMatchObject({ kind: 'measure' });
    await ask('assistant-director', '/api/measures/M4/rows.csv');
    const told = await store.list('audit', { case: ada.id, actor: 'assistant-director' });
    expect(told.rows).toEqual([]);
  });

  it('leave in the audit who printed whom, and nothing of a family that is not theirs to read', async () => {
    const { store } = place.server;
    const print = async (role: string, kind = 'measure') =>
      (await place.server.signedIn(role, 'north', role)).post('/api/prints', {
        ...{ kind, id: 'M4', cases: [ada.id, ada.id, 'no-family'] },
      });
    const marks = async (actor: string) =>
      (await store.list('audit', { actor })).rows
        .filter(({ action }) => action === 'print-page')
        .map(({ case: of, thing, outcome }) => [of, thing?.id, outcome]);
    expect((await print('team-manager')).body).toEqual({ ok: true });
    expect(await marks('team-manager')).toEqual(
      expect.arrayContaining([
        [undefined, 'M4', 'ok'],
        [ada.id, 'M4', 'ok'],
      ]),
    );
    expect(await marks('team-manager')).toHaveLength(2);
    // who sees numbers only is shown nobody, and solicitors see no measures
    for (const role of ['assistant-director', 'solicitor']) await print(role);
    expect(await marks('assistant-director')).toEqual([[undefined, 'M4', 'ok']]);
    expect(await marks('solicitor')).toEqual([[undefined, 'M4', 'refused']]);
  });

  it('say how far those went who set out, and lead to them; to others neither small numbers nor names', async () => {
    interface Passage {
      id: string;
      all: { count?: number };
      went: { count?: number };
      outcomes: { id: string; count?: number }[];
    }
    const all = async (role: string) =>
      (await ask<{ passages: Passage[] }>(role, '/api/funnel')).body.passages.find(
        ({ id }) => id === 'referral',
      );
    const way = (passage: Passage | undefined, id: string) => passage?.outcomes.find((one) => one.id === id);
    const whole = await all('team-manager');
    expect(whole).toMatchObject({ all: { count: 2 }, went: { count: 2 } });
    expect(way(whole, 'assessment')).toMatchObject({ name: 'Section 17 assessment only', count: 2 });
    expect(way(whole, 'no')).toMatchObject({ count: 0 });
    const told = await all('assistant-director');
    expect(told).toMatchObject({ all: {}, went: {} });
    expect(way(told, 'assessment')).not.toHaveProperty('count');
    const url = '/api/funnel/referral?outcome=assessment';
    const list = (await ask<One>('team-manager', url)).body.list;
    expect(list).toMatchObject({ named: true, total: 2 });
    expect(list.rows[0]).toMatchObject({ case: ada.id, family: 'Marsh', band: 'Section 17 assessment only' });
    expect((await ask<One>('team-manager', '/api/funnel/referral?outcome=no')).body.list.rows).toEqual([]);
    expect((await ask<One>('assistant-director', url)).body.list).toMatchObject({ named: false, rows: [] });
    expect(JSON.stringify((await ask<One>('performance-officer', url)).body)).not.toMatch(/Ada|Marsh/);
    const table = async (role: string) =>
      (await ask<string>(role, '/api/funnel/referral/rows.csv?outcome=assessment')).body;
    expect(await table('team-manager')).toMatch(/"Marsh","Ada/);
    expect(await table('assistant-director')).toMatch(/"Section 17 assessment only","","yes"/);
    const { rows } = await place.server.store.list('audit', { case: ada.id, actor: 'team-manager' });
    expect(rows.filter(({ thing }) => thing?.kind === 'passage')).toHaveLength(1);
    for (const path of ['/api/funnel/none', '/api/funnel/referral?outcome=none'])
      expect((await ask('team-manager', path)).status).toBe(404);
  });

  it('of practice lead to families where it was done well, for whoever may open them, and to no team or worker', async () => {
    const practice = async (role: string) =>
      (await ask<{ measures: { id: string; examples: { family: string }[] }[] }>(role, '/api/practice')).body
        .measures;
    expect((await practice('team-manager')).map(({ id }) => id)).toEqual(
      Array.from({ length: 13 }, (_, at) => `Q${String(at + 1)}`),
    );
    const cai = (planned = await toConference(place, [{ first: 'Cai', born: '2018-05-06' }]));
    const examples = async (role: string) => (await practice(role)).find(({ id }) => id === 'Q1')?.examples;
    expect(await examples('team-manager')).toEqual([]);
    await place.complete(cai, 'cyd', 'hold-conference', { conferenceDecision: ['protection-plan'] });
    expect(await examples('team-manager')).toEqual([{ case: cai.id, family: 'Marsh' }]);
    for (const role of ['assistant-director', 'performance-officer'])
      expect(await examples(role)).toEqual([]);
    expect((await ask('team-manager', '/api/practice?worker=sam')).status).toBe(400);
  });

  it('show as drift an action that nobody did in sixty days, until it is done; a worklist leads to it', async () => {
    const drifting = async () => {
      const { list } = (await ask<One>('team-manager', '/api/measures/M29?figure=action&which=counted')).body;
      const stands = await ask<{ rows: { case: string; says: string }[] }>(
        'team-manager',
        '/api/worklists/standing-actions',
      );
      const own = stands.body.rows.filter((row) => list.rows.some((one) => one.case === row.case));
      return [list.rows.length, own.map(({ says }) => says)];
    };
    const agreed = { what: 'Ring the school', who: 'Her mother', byWhen: '2027-02-01', done: 'not-started' };
    const plan = async (row: object) => {
      const tia = await place.as('tia');
      const page = await tia.get<{
        revisions: Record<string, number>;
        actions: { id: string; settled: boolean }[];
      }>(`/api/cases/${planned.id}/plan`);
      const { revisions, actions } = page.body;
      const rows =
        'what' in row ? [row] : actions.flatMap(({ id, settled }) => (settled ? [] : [{ id, ...row }]));
      if (rows.length === 0) return;
      const revision = revisions['nextSteps'] ?? 0;
      const changed = await tia.put(`/api/cases/${planned.id}/plan`, {
        ...{ block: 'nextSteps', rows, revision, commandId: place.command() },
      });
      expect([changed.status, changed.body]).toEqual([200, expect.anything()]);
    };
    await plan({ done: 'done', whatHappened: 'So it is.' });
    await plan(agreed);
    place.server.clock.pass(days(60));
    expect(await drifting()).toEqual([0, []]);
    place.server.clock.pass(days(1));
    expect(await drifting()).toEqual([1, ['open for 61 days']]);
    await plan({ done: 'done', whatHappened: 'She did.' });
    expect(await drifting()).toEqual([0, []]);
  });

  it('leave out the family of which something is withheld from the reader, and tell no small number', async () => {
    const cases = async (role: string, which: string) => {
      const { list } = (await ask<One>(role, `/api/measures/M4?which=${which}`)).body;
      return { named: list.named, total: list.total, cases: new Set(list.rows.map((row) => row.case)) };
    };
    const whole = await cases('social-worker', 'others');
    expect(whole).toMatchObject({ named: true, total: 3 });
    expect(whole.cases).toContain(ada.id);
    const records = await place.server.store.list('records', { case: ada.id });
    const contact = records.rows.find(({ answers }) => 'referralSource' in answers.answers);
    const withheld = await (
      await place.as('hal')
    ).post(`/api/records/${contact?.id ?? ''}/withholdings`, {
      ...{ question: 'referralSource', from: { account: 'social-worker' }, reason: 'It was her sister.' },
    });
    expect(withheld.status).toBe(200);
    for (const which of ['all', 'counted', 'others', 'beside']) {
      const left = await cases('social-worker', which);
      expect(left.cases, which).not.toContain(ada.id);
      expect(left).toMatchObject({ named: false, total: undefined });
    }
    expect((await cases('social-worker', 'others')).cases.size).toBe(1);
    const url = '/api/measures/M4/rows.csv';
    expect((await ask<string>('social-worker', url)).body).not.toMatch(/Ada|Marsh/);
    const { body } = await ask<Page>('social-worker', '/api/measures');
    expect(figure(body, 'M1')).not.toHaveProperty('numerator');
    expect(await cases('team-manager', 'others')).toEqual(whole);
  });

  it('refuse a period that is none, and a measure or figure that is not there', async () => {
    for (const [url, status] of [
      ['?from=2026-02-30', 422],
      ['?from=2026-03-01&to=2026-02-01', 422],
      ['/M99', 404],
      ['/M1?figure=none', 422],
    ] as const) {
      expect((await ask('team-manager', `/api/measures${url}`)).status, url).toBe(status);
    }
  });
});
