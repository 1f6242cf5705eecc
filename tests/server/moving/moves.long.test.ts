import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/test-server.ts';
import { Workplace } from '../support/workplace.ts';
import type { Family, Refusal } from '../support/workplace.ts';
import { planner, publishRedrawn } from './removal.ts';

const ada = { first: 'Ada', born: '2019-03-02' };

describe('moving open families to another version', () => {
  let place: Workplace;
  let lead: Browser;
  let to: string;
  let move: string;
  let atContact: Family;
  let atAssessment: Family;
  let hidden: Family;
  const page = () => planner(place, lead).read(move);

  beforeAll(async () => {
    place = await Workplace.open({ published: true });
    atContact = await place.openFamily([ada]);
    await place.complete(atContact, 'bea', 'record-contact');
    atAssessment = await place.toAssessment([ada]);
    hidden = await place.openFamily([ada], 'Kay');
    const hal = await place.as('hal');
    const restriction = { to: ['hal', 'bea'], contact: 'Hal', shown: 'hidden' };
    const closed = { restriction, reason: 'A colleague’s family' };
    const shut = await hal.post(`/api/cases/${hidden.id}/restriction`, { ...closed, commandId: 'close' });
    if (shut.status !== 200) throw new Error(JSON.stringify(shut.body));
    const sam = await place.as('sam');
    const { id } = await place.task(atAssessment.id, 'write-assessment');
    for (const [key, value] of [
      ['whatItMeans', 'He wakes at night.'],
      ['familyEnvironment', 'The flat is damp.'],
    ] as const) {
      const draft = { value, revision: 0, origin: 'typed' };
      await sam.put(`/api/tasks/${id}/drafts/${key}`, draft);
    }
    to = await publishRedrawn(place);
    lead = await place.server.signedIn('practice-lead', 'north', 'lea');
    move = await planner(place, lead).begin(to);
  });
  afterAll(() => place.close());

  it('begins with what maps by itself, and says what people must decide, with what is likely', async () => {
    const said = await page();
    expect(said.mapped.map(({ id }) => id)).toContain('record-contact');
    expect(said.mapped.find(({ id }) => id === 'write-assessment')).toMatchObject({ keepsForm: true });
    expect(said.decide).toMatchObject([
      {
        ...{ id: 'screen-contact', name: 'Screen the contact' },
        suggestions: [{ to: 'look-at-contact', because: 'it has the same name' }],
      },
    ]);
    expect(said.decide[0]?.said).toBeUndefined();
  });

  it('is checked: what is not decided, and why nobody said, stop the signature', async () => {
    const { findings } = await page();
    expect(findings.filter(({ level }) => level === 'error').map(({ check }) => check)).toEqual([
      'every-step-is-mapped',
    ]);
    expect(findings.map(({ check }) => check)).toContain('why-is-said');
    const signed = await lead.post<Refusal>(`/api/moves/${move}/signature`);
    expect(signed).toMatchObject({ status: 422, body: { refusal: { reason: 'plan' } } });
  });

  it('takes what people decide, and refuses a plan that somebody else changed meanwhile', async () => {
    const { say } = planner(place, lead);
    const { plan, revision } = await page();
    const changed = await say(move, ({ steps }) => ({
      note: 'We tried it.',
      steps: [
        ...steps.map((one) => (one.from === 'write-assessment' ? { ...one, form: 'new' as const } : one)),
        { from: 'screen-contact', to: 'look-at-contact' },
      ],
    }));
    expect(changed).toMatchObject({ status: 200, body: { revision: revision + 1 } });
    const stale = await lead.put<Refusal>(`/api/moves/${move}/plan`, { plan, revision });
    expect(stale).toMatchObject({ status: 409, body: { refusal: { reason: 'conflict' } } });
    const { findings, decide } = await page();
    expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
    expect(decide[0]?.said).toEqual(['look-at-contact']);
  });

  it('has to be tried before it is signed; trying counts and moves nobody', async () => {
    const early = await lead.post<Refusal>(`/api/moves/${move}/signature`);
    expect(early).toMatchObject({ status: 422, body: { refusal: { reason: 'not-tried' } } });
    const before = await place.case(atContact.id);
    await lead.post(`/api/moves/${move}/trial`);
    const { trial } = await page();
    expect(trial).toMatchObject({ ofThisPlan: true, cases: 3, move: 3, needAPerson: [] });
    expect(await place.case(atContact.id)).toEqual(before);
  });

  it('does nothing before a name stands under it, and does not change afterwards', async () => {
    const { run, say } = planner(place, lead);
    expect(await run(move)).toMatchObject({ status: 409, body: { refusal: { reason: 'not-signed' } } });
    expect(await lead.post(`/api/moves/${move}/signature`)).toMatchObject({ body: { state: 'signed' } });
    expect(await say(move, () => ({ note: 'Another' }))).toMatchObject({
      ...{ status: 409, body: { refusal: { reason: 'signed' } } },
    });
  });

  it('brings every family over: the same tasks, workers, dates and drafts, and says so in its history', async () => {
    const was = await place.task(atContact.id, 'screen-contact');
    const { run, still } = planner(place, lead);
    await run(move);
    const said = await still(move);
    expect(said).toMatchObject({ state: 'done', counts: { moved: 3, failed: 0 } });
    const kase = await place.case(atContact.id);
    expect(kase.version).toBe(to);
    const { step, path, role, ...same } = was;
    expect(step).toBe('screen-contact');
    expect(kase.tasks).toMatchObject([{ ...same, step: 'look-at-contact', role }]);
    expect(path).not.toBe(kase.tasks[0]?.path);
    const hal = await place.as('hal');
    const history = await hal.get<{ entries: { says: string }[] }>(`/api/cases/${atContact.id}/history`);
    expect(history.body.entries.map(({ says }) => says)).toContain(
      'Ada came to another version of the pathway: We tried it.',
    );
  });

  it('shows in the queue under the new step’s id, with the family where it was on the board', async () => {
    const row = await place.server.store.task((await place.task(atContact.id, 'look-at-contact')).id);
    expect(row).toMatchObject({ step: 'look-at-contact', stage: { id: 'contact' }, state: 'open' });
  });

  it('of a form that changed brings what was written, to be looked at again', async () => {
    const sam = await place.as('sam');
    const { id } = await place.task(atAssessment.id, 'write-assessment');
    const asked = await sam.get<{
      form: object;
      drafts: Record<string, { value: unknown; revision: number }>;
      lookAgain?: Record<string, string[]>;
    }>(`/api/tasks/${id}`);
    expect(JSON.stringify(asked.body.form)).toContain('What does all this mean for the children?');
    expect(asked.body.drafts['whatItMeans']).toMatchObject({ value: 'He wakes at night.', revision: 1 });
    expect(Object.keys(asked.body.lookAgain ?? {})).toEqual(['whatItMeans']);
    const again = { value: 'He wakes at night and asks for Gran.', revision: 1, origin: 'typed' };
    expect((await sam.put(`/api/tasks/${id}/drafts/whatItMeans`, again)).status).toBe(200);
    const after = await sam.get<{ lookAgain?: object }>(`/api/tasks/${id}`);
    expect(after.body.lookAgain).toBeUndefined();
  });

  it('names a family to whoever may read it, and to others only as a number', async () => {
    const { cases } = await page();
    expect(cases.map(({ readable, name }) => [readable, name])).toEqual([
      ...[
        [false, undefined],
        [false, undefined],
        [false, undefined],
      ],
    ]);
    const hal = await place.as('hal');
    const seen = await hal.get<{ cases: { case: string; name?: string }[] }>(`/api/moves/${move}`);
    expect(seen.body.cases.find((one) => one.case === hidden.id)?.name).toBe('Kay');
  });

  it('is taken back for one family while nothing was completed since, and can be taken up again', async () => {
    const url = `/api/moves/${move}/cases/${atContact.id}`;
    expect(await lead.post(url, { what: 'revert' })).toMatchObject({ body: { result: 'reverted' } });
    const back = await place.case(atContact.id);
    expect(back.tasks.map(({ step }) => step)).toEqual(['screen-contact']);
    expect((await page()).counts).toMatchObject({ moved: 2, reverted: 1 });
    expect(await lead.post(url, { what: 'retry' })).toMatchObject({ body: { result: 'moved' } });
    expect((await place.case(atContact.id)).version).toBe(to);
    expect(await lead.post(url, { what: 'retry' })).toMatchObject({ status: 409 });
  });

  it('is not taken back any more when work has gone on', async () => {
    await place.give(hidden.id, 'record-contact', 'bea').catch(() => undefined);
    const task = await place.task(atContact.id, 'look-at-contact');
    const answers = await place.answers(atContact, 'look-at-contact', { contactOutcome: ['referral'] });
    expect((await place.send('fay', task.id, answers)).status).toBe(200);
    const answer = await lead.post<Refusal>(`/api/moves/${move}/cases/${atContact.id}`, { what: 'revert' });
    expect(answer).toMatchObject({ status: 422, body: { refusal: { reason: 'completed-since' } } });
    expect(answer.body.refusal.message).toContain('The family stays on the new version');
  });

  it('a step completed before the move is not reopened across it', async () => {
    const [record] = (await place.server.store.list('records', { case: atAssessment.id, form: 'contact' }))
      .rows;
    const hal = await place.as('hal');
    const reason = { reason: 'It was another child.', commandId: place.command() };
    const answer = await hal.post<Refusal>(`/api/records/${record?.id ?? ''}/reopening`, reason);
    expect(answer).toMatchObject({ status: 422, body: { refusal: { reason: 'moved-since' } } });
  });

  it('is for those who may move families', async () => {
    const bea = await place.as('bea');
    expect((await bea.get(`/api/moves/${move}`)).status).toBe(403);
    expect((await bea.post(`/api/moves/${move}/run`, { state: 'go' })).status).toBe(403);
  });
});
