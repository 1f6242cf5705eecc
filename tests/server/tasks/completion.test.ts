import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Happened, type Refusal, type Said } from '../support/workplace.ts';

interface Done {
  task: Said & { completed?: { by: { name: string }; at: string } };
  record?: string;
  happened?: Happened['happened'];
  form?: object;
}
interface Next {
  child: string | null;
  says: string;
  steps: string[];
}

describe('completing a task', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await Workplace.open();
  });
  afterAll(() => place.close());
  const ada = { first: 'Ada', born: '2019-03-02' };
  const ben = { first: 'Ben', born: '2021-05-06' };

  it('writes the record, moves every child on, and says what opened', async () => {
    const family = await place.openFamily([ada, ben]);
    const happened = await place.complete(family, 'bea', 'record-contact');
    expect(happened.says).toEqual(['Opened: Screen the contact']);
    expect(happened.opened).toMatchObject([{ what: 'Screen the contact', step: 'screen-contact' }]);
    expect(happened.opened[0]?.children.map((child) => child.id)).toEqual(family.children);
    expect(happened.children.map((child) => child.stage?.id)).toEqual(['contact', 'contact']);
    const bea = await place.as('bea');
    expect((await bea.get(`/api/records/${happened.record}`)).status).toBe(403);
    const tia = await place.as('tia');
    expect((await tia.get(`/api/records/${happened.record}`)).status).toBe(200);
  });

  it('leaves a page that can be loaded again, with what it led to', async () => {
    const family = await place.openFamily([ada]);
    const { id } = await place.task(family.id, 'record-contact');
    const happened = await place.complete(family, 'bea', 'record-contact');
    const page = await (await place.as('bea')).get<Done>(`/api/tasks/${id}`);
    expect(page.body).toMatchObject({ record: happened.record, happened: { says: happened.says } });
    expect(page.body.task.completed).toEqual({
      by: { id: 'bea', name: 'bea' },
      at: place.server.clock.now(),
    });
    expect(page.body.form).toBeUndefined();
  });

  it('with answers missing or wrong is refused beside each question, and nothing moves', async () => {
    const family = await place.openFamily([ada]);
    const before = await place.case(family.id);
    const { id } = await place.task(family.id, 'record-contact');
    const answers = await place.answers(family, 'record-contact');
    delete answers.answers['whatWorriesYou'];
    answers.answers['shoeSize'] = 4;
    answers.answers['anonymous'] = 'perhaps';
    const answer = await place.send('bea', id, answers);
    expect(answer.status).toBe(422);
    const about = answer.body.refusal.findings.map((finding) => [finding.question, finding.check]);
    expect(about).toContainEqual(['whatWorriesYou', 'answer-missing']);
    expect(about).toContainEqual(['shoeSize', 'answer-unknown']);
    expect(about).toContainEqual(['anonymous', 'answer-wrong']);
    expect(await place.case(family.id)).toEqual(before);
  });

  it('that names somebody, or a file, not of the family is refused beside the question', async () => {
    const family = await place.openFamily([ada]);
    const stranger = await place.openFamily([ben], 'Quill');
    const { id } = await place.task(family.id, 'record-contact');
    const answers = await place.answers(family, 'record-contact');
    answers.answers['network'] = [{ personId: stranger.mother, relationshipToEachChild: 'Aunt' }];
    const answer = await place.send('bea', id, answers);
    expect(answer.body.refusal.findings).toMatchObject([{ question: 'network', check: 'person-unknown' }]);
  });

  it('for another role is refused in words', async () => {
    const family = await place.openFamily([ada]);
    const { id } = await place.task(family.id, 'record-contact');
    const answer = await place.send('cyd', id, await place.answers(family, 'record-contact'));
    expect(answer).toMatchObject({ status: 403, body: { refusal: { reason: 'not-your-role' } } });
  });

  it('sent again by the same command gives the first answer, and happens once', async () => {
    const family = await place.openFamily([ada]);
    const { id } = await place.task(family.id, 'record-contact');
    const answers = await place.answers(family, 'record-contact');
    const first = await place.send('bea', id, answers, 'once');
    const { revision } = await place.case(family.id);
    const again = await place.send('bea', id, answers, 'once');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.happened.record).toBe(first.body.happened.record);
    expect((await place.case(family.id)).revision).toBe(revision);
  });

  it('that somebody else completed first says who and when, and keeps what was written', async () => {
    const family = await place.toAssessment([ada]);
    const { id } = await place.task(family.id, 'write-assessment');
    const answers = await place.answers(family, 'write-assessment', { assessmentOutcome: ['close'] });
    expect((await place.send('sam', id, answers)).status).toBe(200);
    place.server.clock.pass(90);
    const second = await place.send('tia', id, answers);
    expect(second.status).toBe(409);
    expect(second.body.changed).toMatchObject({ by: 'sam', at: '2026-09-01T09:00:00.000Z' });
    expect(second.body.refusal.message).toContain(
      'sam completed “Write the assessment” on Tuesday 1 September 2026, 10:00',
    );
  });

  it('with what a colleague wrote and the sender has not seen is held up until one of the texts is chosen', async () => {
    const family = await place.toAssessment([ada]);
    const { id } = await place.task(family.id, 'write-assessment');
    const tia = await place.as('tia');
    const draft = { value: 'The flat is damp; I saw it.', revision: 0 };
    expect((await tia.put(`/api/tasks/${id}/drafts/familyEnvironment`, draft)).status).toBe(200);
    const answers = await place.answers(family, 'write-assessment', { assessmentOutcome: ['close'] });
    answers.answers['familyEnvironment'] = 'Something else';
    const first = await place.send('sam', id, answers);
    expect(first).toMatchObject({ status: 409, body: { refusal: { reason: 'written-meanwhile' } } });
    answers.answers['familyEnvironment'] = draft.value;
    expect((await place.send('sam', id, answers)).status).toBe(200);
  });

  it('goes through for two tasks of one family at the same moment', async () => {
    const family = await place.toStrategyDiscussion([ada]);
    await place.complete(family, 'tia', 'hold-discussion', { strategyDecision: ['section-47-joint'] });
    await place.give(family.id, 'do-enquiry', 'sam');
    const enquiry = await place.task(family.id, 'do-enquiry');
    const word = await place.task(family.id, 'tell-referrer');
    const [one, two] = [
      await place.answers(family, 'do-enquiry', { enquiryOutcome: ['initial-conference'] }),
      await place.answers(family, 'tell-referrer'),
    ];
    const both = await Promise.all([place.send('sam', enquiry.id, one), place.send('fay', word.id, two)]);
    expect(both.map((answer) => [answer.status, answer.body.refusal?.findings ?? []])).toEqual([
      [200, []],
      [200, []],
    ]);
  });

  it('is not for the author of what it decides on', async () => {
    const family = await place.toAssessment([ada]);
    await place.give(family.id, 'write-assessment', 'tia');
    await place.complete(family, 'tia', 'write-assessment', { assessmentOutcome: ['close'] });
    const { id } = await place.task(family.id, 'authorise-assessment');
    await place.give(family.id, 'authorise-assessment', 'tia');
    const page = await (
      await place.as('tia')
    ).get<{ canComplete: { ok: boolean; message?: string } }>(`/api/tasks/${id}`);
    expect(page.body.canComplete).toMatchObject({
      ...{ ok: false, message: expect.stringContaining('You completed “Write the assessment” yourself') },
    });
    const answers = await place.answers(family, 'authorise-assessment', { authorisation: ['authorise'] });
    expect(await place.send('tia', id, answers)).toMatchObject({
      ...{ status: 422, body: { refusal: { reason: 'author-may-not-authorise' } } },
    });
    expect((await place.send('tom', id, answers)).status).toBe(200);
  });

  it('can part siblings: for one child now, while the other stays on the task', async () => {
    const family = await place.toAssessment([ada, ben]);
    const [first = '', second = ''] = family.children;
    const { id } = await place.task(family.id, 'write-assessment');
    const answers = await place.answers(family, 'write-assessment', { assessmentOutcome: ['close'] });
    const sam = await place.as('sam');
    const onlyFirst = { ...answers, perChild: { [first]: answers.perChild[first] ?? {} } };
    const post = (sent: object) =>
      sam.post<Happened & Refusal>(`/api/tasks/${id}/completion`, {
        ...sent,
        only: [first],
        commandId: 'part',
      });
    const tried = await post(onlyFirst);
    const reasons = Object.fromEntries(
      (tried.body.refusal?.findings ?? []).map((one) => [one.check.slice('rule:'.length), 'Agreed.']),
    );
    const answer = tried.status === 200 ? tried : await post({ ...onlyFirst, reasons });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect((await place.task(family.id, 'write-assessment')).children).toEqual([second]);
    expect((await place.task(family.id, 'authorise-assessment')).children).toEqual([first]);
  });

  describe('looked at beforehand', () => {
    it('says for each choice what then happens', async () => {
      for (const choice of ['close', 'child-in-need', 'strategy-discussion']) {
        const family = await place.toAssessment([ada]);
        const { id } = await place.task(family.id, 'write-assessment');
        await place.complete(family, 'sam', 'write-assessment', { assessmentOutcome: [choice] });
        const authorise = await place.task(family.id, 'authorise-assessment');
        const answers = await place.answers(family, 'authorise-assessment', { authorisation: ['authorise'] });
        const tia = await place.as('tia');
        const asked = { answers: answers.answers, perChild: answers.perChild };
        const choices = await tia.post<Record<string, Record<string, Next[]>>>(
          `/api/tasks/${authorise.id}/choices`,
          asked,
        );
        const said = choices.body['authorisation']?.['authorise']?.[0];
        const happened = await place.complete(family, 'tia', 'authorise-assessment', {
          authorisation: ['authorise'],
        });
        const opened = happened.opened.map((task) => task.what).sort();
        expect(said?.steps.toSorted(), choice).toEqual(opened);
        for (const what of opened) expect(said?.says).toContain(what);
        expect(id).not.toBe(authorise.id);
      }
    });

    it('says once what is the same for all children, and apart what is not', async () => {
      const family = await place.toAssessment([ada, ben]);
      await place.complete(family, 'sam', 'write-assessment', {}, ({ perChild }) => {
        const [first = '', second = ''] = family.children;
        Object.assign(perChild[first] ?? {}, { assessmentOutcome: 'close' });
        Object.assign(perChild[second] ?? {}, { assessmentOutcome: 'child-in-need' });
      });
      const authorise = await place.task(family.id, 'authorise-assessment');
      const tia = await place.as('tia');
      const asked = { answers: {}, perChild: {} };
      const { body } = await tia.post<Record<string, Record<string, Next[]>>>(
        `/api/tasks/${authorise.id}/choices`,
        asked,
      );
      expect(body['authorisation']?.['return']).toMatchObject([
        { child: null, steps: ['Write the assessment'] },
      ]);
      expect(body['authorisation']?.['authorise']?.map((one) => one.child)).toEqual(family.children);
    });

    it('finds what is wrong without changing anything', async () => {
      const family = await place.openFamily([ada]);
      const before = await place.case(family.id);
      const { id } = await place.task(family.id, 'record-contact');
      const bea = await place.as('bea');
      const { body } = await bea.post<{ findings: { question?: string }[]; next: Next[] }>(
        `/api/tasks/${id}/check`,
        { answers: {}, perChild: {} },
      );
      expect(body.findings.map((finding) => finding.question)).toContain('whatWorriesYou');
      expect(body.next).toMatchObject([{ steps: ['Screen the contact'] }]);
      expect(await place.case(family.id)).toEqual(before);
    });
  });

  it('long after its date is late, which is said and asked about, and holds nobody up', async () => {
    const family = await place.toAssessment([ada]);
    place.server.clock.pass(days(80));
    const sam = await place.as('sam');
    const { id } = await place.task(family.id, 'write-assessment');
    const page = await sam.get<{ late: string[]; task: Said }>(`/api/tasks/${id}`);
    expect(page.body.task.due?.late).toBe(true);
    expect(page.body.late.length).toBeGreaterThan(0);
    await place.complete(family, 'sam', 'write-assessment', { assessmentOutcome: ['close'] });
    await place.complete(family, 'tia', 'authorise-assessment', { authorisation: ['authorise'] });
    const { body } = await (
      await place.as('tia')
    ).get<{ entries: { says: string }[] }>(`/api/cases/${family.id}/history?limit=200`);
    expect(body.entries.map((entry) => entry.says)).toContainEqual(
      expect.stringMatching(/ended late for Ada$/),
    );
  });
});
