import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Refusal, type Who } from '../support/workplace.ts';

interface Draft {
  value: unknown;
  revision: number;
  by: { id: string; name: string };
  at: string;
}
interface Page {
  drafts: Record<string, Draft>;
  children: { id: string; name: string }[];
}

describe('a draft answer', () => {
  let place: Workplace;
  let family: Family;
  let task: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
    task = (await place.task(family.id, 'write-assessment')).id;
  });
  afterAll(() => place.close());

  const save = async (name: Who, key: string, value: unknown, revision = 0, to = task) =>
    (await place.as(name)).put<{ revision: number; savedAt: string } & Refusal>(
      `/api/tasks/${to}/drafts/${encodeURIComponent(key)}`,
      { value, revision, origin: 'typed' },
    );
  const page = async (name: Who, of = task) =>
    (await (await place.as(name)).get<Page>(`/api/tasks/${of}`)).body;

  it('is kept apart from the record, with who wrote it and when, and survives signing out', async () => {
    const saved = await save('sam', 'familyEnvironment', 'Ada is fed and warm when Gran is there.');
    expect(saved).toMatchObject({ status: 200, body: { revision: 1, savedAt: place.server.clock.now() } });
    const { drafts } = await page('sam');
    expect(drafts['familyEnvironment']).toMatchObject({
      ...{ value: 'Ada is fed and warm when Gran is there.', revision: 1, by: { id: 'sam', name: 'sam' } },
    });
    expect(
      (await place.server.store.list('records', { case: family.id, form: 'child-and-family-assessment' }))
        .rows,
    ).toEqual([]);
  });

  it('of one child is that child’s own', async () => {
    const [ada = '', ben = ''] = family.children;
    await save('sam', `childsDay@${ada}`, 'Toast, school, tablet.');
    const { drafts } = await page('sam');
    expect(drafts[`childsDay@${ada}`]?.value).toBe('Toast, school, tablet.');
    expect(drafts[`childsDay@${ben}`]).toBeUndefined();
  });

  it('written over what somebody else wrote meanwhile is refused with both texts', async () => {
    await save('sam', 'whatItMeans', 'Sam’s words');
    const stale = await save('tia', 'whatItMeans', 'Tia’s words');
    expect(stale.status).toBe(409);
    expect(stale.body.theirs).toMatchObject({
      ...{ value: 'Sam’s words', revision: 1, by: { id: 'sam', name: 'sam' } },
    });
    const kept = await save('tia', 'whatItMeans', 'Both our words', stale.body.theirs?.revision);
    expect(kept).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await page('sam')).drafts['whatItMeans']).toMatchObject({
      value: 'Both our words',
      by: { id: 'tia' },
    });
  });

  it('sent as null is taken back, and can be written again', async () => {
    const first = await save('sam', 'contingency', 'Not sure');
    const none = await save('sam', 'contingency', null, first.body.revision);
    expect(none.status).toBe(200);
    expect((await page('sam')).drafts['contingency']).toMatchObject({ value: null, revision: 2 });
    expect((await save('sam', 'contingency', 'Sure now', 2)).status).toBe(200);
  });

  it('of the wrong type, or to a question the form has not, is refused in plain words and not kept', async () => {
    const wrong = await save('sam', 'familyEnvironment', 7, 1);
    expect(wrong.status).toBe(422);
    expect(wrong.body.refusal.findings).toMatchObject([
      { question: 'familyEnvironment', check: 'answer-wrong' },
    ]);
    expect(wrong.body.refusal.message).toMatch(/“.*”/);
    const unknown = await save('sam', 'shoeSize', '4');
    expect(unknown).toMatchObject({
      ...{
        status: 422,
        body: { refusal: { findings: [{ check: 'answer-unknown', question: 'shoeSize' }] } },
      },
    });
    expect((await save('sam', 'childsDay@nobody', 'x')).status).toBe(422);
    expect(Object.keys((await page('sam')).drafts)).not.toContain('shoeSize');
  });

  it('is not for those who may not do the step', async () => {
    expect((await save('bea', 'familyEnvironment', 'x', 1)).status).toBe(403);
    const other = await place.server.signedIn('social-worker', 'south', 'sal');
    expect((await other.get(`/api/tasks/${task}`)).status).toBe(403);
  });

  it('survives the pathway cutting its task short, and is offered when the same form opens again', async () => {
    const cut = await place.toAssessment([{ first: 'Cai', born: '2018-01-02' }]);
    const before = (await place.task(cut.id, 'write-assessment')).id;
    expect((await save('sam', 'familyEnvironment', 'Damp, and loud at night.', 0, before)).status).toBe(200);
    const news = { message: 'new worry', children: cut.children, note: 'A bruise', commandId: 'worry' };
    expect((await (await place.as('tia')).post(`/api/cases/${cut.id}/strands`, news)).status).toBe(200);
    await place.complete(cut, 'tia', 'consider-worry', { worryDecision: ['strategy-discussion'] });
    const closed = await (await place.as('sam')).get<Refusal>(`/api/tasks/${before}`);
    expect(closed).toMatchObject({ status: 409, body: { refusal: { reason: 'not-open' } } });
    expect(closed.body.refusal.message).toMatch(
      /^The pathway moved on and closed this step on .* What was written in it is kept/,
    );
    expect((await save('sam', 'familyEnvironment', 'more', 1, before)).status).toBe(409);
    await place.complete(cut, 'tia', 'hold-discussion', { strategyDecision: ['assessment'] });
    const again = await place.task(cut.id, 'write-assessment');
    expect(again.id).not.toBe(before);
    expect((await page('sam', again.id)).drafts['familyEnvironment']).toMatchObject({
      ...{ value: 'Damp, and loud at night.', revision: 0, by: { id: 'sam' } },
    });
  });

  it('brings the answers back when a step is returned to its author', async () => {
    const steer = { assessmentOutcome: ['close'] };
    await place.complete(family, 'sam', 'write-assessment', steer, ({ answers }) => {
      answers['whatItMeans'] = 'Both our words';
    });
    place.server.clock.pass(days(1));
    await place.complete(family, 'tia', 'authorise-assessment', { authorisation: ['return'] });
    const again = await place.task(family.id, 'write-assessment');
    expect(again.id).not.toBe(task);
    const { drafts } = await page('sam', again.id);
    const answered = Object.values(drafts).filter((draft) => draft.revision === 0 && draft.by.id === 'sam');
    expect(answered.length).toBeGreaterThan(10);
    const key = Object.keys(drafts).find(
      (one) => drafts[one]?.revision === 0 && typeof drafts[one].value === 'string',
    );
    expect((await save('sam', key ?? '', 'Looked at again', 0, again.id)).status).toBe(200);
    expect((await page('sam', again.id)).drafts[key ?? '']).toMatchObject({
      value: 'Looked at again',
      revision: 1,
    });
  });
});
