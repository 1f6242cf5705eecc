import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Refusal } from '../support/workplace.ts';

interface RecordPage {
  record: { id: string; answers: { answers: Record<string, unknown> }; corrects?: string };
  form: { id: string; title: string };
  blocks: Record<string, Record<string, unknown>[]>;
  attachments: Record<string, { id: string; name: string; type: string }>;
  corrections: { id: string; question: string; was: unknown; value: unknown; reason: string }[];
  deciding: string[];
  canCorrect: boolean;
  canReopen: boolean;
  by: { name: string };
}

const ada = { first: 'Ada', born: '2019-03-02' };

describe('a record', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await Workplace.open();
  });
  afterAll(() => place.close());
  const read = async (id: string) =>
    (await (await place.as('tia')).get<RecordPage>(`/api/records/${id}`)).body;
  const correct = async (id: string, correction: object) =>
    (await place.as('tia')).post<{ record: string } & Refusal>(`/api/records/${id}/corrections`, {
      ...{ reason: 'The wrong day was typed', commandId: place.command(), ...correction },
    });
  const reopen = async (id: string, reason = 'Decided too soon') =>
    (await place.as('tia')).post<{ task: string } & Refusal>(`/api/records/${id}/reopening`, {
      ...{ reason, commandId: place.command() },
    });
  const history = async (family: Family): Promise<string[]> => {
    const tia = await place.as('tia');
    const { body } = await tia.get<{ entries: { says: string }[] }>(
      `/api/cases/${family.id}/history?limit=300`,
    );
    return body.entries.map((entry) => entry.says);
  };

  it('shows the shared blocks as they were when it was completed, whatever was added since', async () => {
    const family = await place.openFamily([ada]);
    const first = await place.complete(family, 'bea', 'record-contact', {}, ({ answers }) => {
      answers['network'] = [{ personId: family.mother, relationshipToEachChild: 'Mother' }];
    });
    const tia = await place.as('tia');
    const aunt = await tia.post<{ id: string }>('/api/people', {
      person: { firstNames: 'Edna', familyName: 'Marsh' },
      ...{ case: family.id, commandId: place.command() },
    });
    const page = await tia.get<{ network: { rows: object[]; revision: number } }>(`/api/cases/${family.id}`);
    expect(page.body.network).toMatchObject({ revision: 1, rows: [{ personId: family.mother }] });
    const network = await tia.put<{ revision: number }>(`/api/cases/${family.id}/network`, {
      rows: [{ personId: aunt.body.id, relationshipToEachChild: 'Aunt' }],
      ...{ revision: 1, commandId: place.command() },
    });
    expect(network).toMatchObject({ status: 200, body: { revision: 2 } });
    expect((await read(first.record)).blocks['network']).toHaveLength(1);
    const second = await place.complete(family, 'fay', 'screen-contact', {}, ({ answers }) => {
      delete answers['network'];
    });
    expect((await read(second.record)).blocks['network']).toHaveLength(2);
  });

  it('carries its files, which belong to the family from then on', async () => {
    const family = await place.toAssessment([ada]);
    const sam = await place.as('sam');
    const boundary = 'file-boundary';
    const sent = await sam.send<{ id: string }>({
      ...{ method: 'POST', url: '/api/attachments' },
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="letter.txt"\r\ncontent-type: text/plain\r\n\r\nDear all\r\n--${boundary}--\r\n`,
    });
    expect(sent.status).toBe(200);
    const kim = await place.as('kim');
    expect((await kim.get(`/api/attachments/${sent.body.id}`)).status).toBe(403);
    const form = (await place.version()).forms['received-file'];
    const question = form?.layout.flatMap((one) => one.questions).find((one) => one.type === 'file');
    const draft = { value: [sent.body.id], revision: 0 };
    const path = `/api/cases/${family.id}/additions/received-file`;
    expect((await sam.put(`${path}/drafts/${question?.id ?? ''}`, draft)).status).toBe(200);
    const shown = { [sent.body.id]: { id: sent.body.id, name: 'letter.txt', type: 'text/plain' } };
    expect((await sam.get<RecordPage>(path)).body.attachments).toEqual(shown);
    const record = await addFile(sam, path, family, { [question?.id ?? '']: [sent.body.id] });
    expect((await read(record)).attachments).toEqual(shown);
    expect((await kim.get(`/api/attachments/${sent.body.id}`)).status).toBe(200);
    const other = await place.toAssessment([{ first: 'Ben', born: '2020-01-02' }]);
    const stolen = await tryFile(sam, other, { [question?.id ?? '']: [sent.body.id] });
    expect(stolen.refusal.findings).toMatchObject([{ check: 'file-unknown', question: question?.id }]);
  });

  type Sends = Awaited<ReturnType<Workplace['as']>>;
  async function tryFile(browser: Sends, family: Family, answers: object): Promise<Refusal> {
    const path = `/api/cases/${family.id}/additions/received-file`;
    return (await send(browser, path, family, answers)).body;
  }
  async function addFile(browser: Sends, path: string, family: Family, answers: object): Promise<string> {
    const { status, body } = await send(browser, path, family, answers);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.happened.record;
  }
  async function send(browser: Sends, path: string, family: Family, given: object) {
    const form = (await place.version()).forms['received-file'];
    const answers: Record<string, unknown> = { ...given };
    for (const question of form?.layout.flatMap((one) => one.questions) ?? []) {
      if (!question.required || answers[question.id] !== undefined) continue;
      answers[question.id] = await plain(question);
    }
    return browser.post<{ happened: { record: string } } & Refusal>(path, {
      ...{ answers, perChild: {}, children: family.children, commandId: place.command() },
    });
  }
  type Question = NonNullable<
    Awaited<ReturnType<Workplace['version']>>['forms'][string]
  >['layout'][number]['questions'][number];
  async function plain(question: Question): Promise<unknown> {
    const codes = (await place.version()).dictionary.codeLists.find(
      (one) => one.id === question.codes,
    )?.codes;
    const option = question.options?.[0]?.value ?? question.only?.[0] ?? codes?.[0]?.value;
    const byType: Record<string, unknown> = {
      ...{ date: '2026-09-01', 'yes-no': 'no', radios: option, checkboxes: [option] },
    };
    return byType[question.type] ?? 'As discussed.';
  }

  describe('that is corrected', () => {
    it('moves every date that hangs on the answer, and says old and new (T18)', async () => {
      const family = await place.toStrategyDiscussion([ada]);
      place.server.clock.pass(days(3));
      const steer = { strategyDecision: ['section-47-joint'] };
      const { record } = await place.complete(family, 'tia', 'hold-discussion', steer, ({ answers }) => {
        answers['heldOn'] = '2026-09-04';
      });
      const due = async () => {
        const { clocks } = await place.case(family.id);
        return clocks.find((clock) => clock.timescale === 'initial-conference' && !clock.stopped)?.due;
      };
      expect(await due()).toBe('2026-09-25');
      const answer = await correct(record, { question: 'heldOn', value: '2026-09-03' });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(await due()).toBe('2026-09-24');
      const said = await history(family);
      expect(said).toContainEqual(
        expect.stringMatching(
          /corrected from 4 September 2026 to 3 September 2026: The wrong day was typed$/,
        ),
      );
      expect(said).toContainEqual(
        expect.stringMatching(/is now due 24 September 2026, before: 25 September 2026 \(Ada\)$/),
      );
      const tia = await place.as('tia');
      const page = await tia.get<{ due: { on: string }[]; records: { items: { id: string }[] }[] }>(
        `/api/cases/${family.id}`,
      );
      expect(page.body.due.map((one) => one.on)).toContain('2026-09-24');
      const listed = page.body.records.flatMap((one) => one.items).map((item) => item.id);
      expect(listed).toContain(answer.body.record);
      expect(listed).not.toContain(record);
    });

    it('keeps the record it corrects, and both say what was changed', async () => {
      const family = await place.openFamily([ada]);
      const { record } = await place.complete(family, 'bea', 'record-contact');
      const answer = await correct(record, { question: 'referrerRole', value: 'Head teacher' });
      const [before, after] = [await read(record), await read(answer.body.record)];
      expect(before.record.answers.answers['referrerRole']).not.toBe('Head teacher');
      expect(after.record.answers.answers['referrerRole']).toBe('Head teacher');
      const change = { question: 'referrerRole', value: 'Head teacher', reason: 'The wrong day was typed' };
      expect([before.corrections, after.corrections]).toMatchObject([[change], [change]]);
      expect([before.canCorrect, after.canCorrect]).toEqual([false, true]);
    });

    it('once may not be corrected past its correction', async () => {
      const family = await place.openFamily([ada]);
      const { record } = await place.complete(family, 'bea', 'record-contact');
      await correct(record, { question: 'referrerRole', value: 'Head teacher' });
      const again = await correct(record, { question: 'referrerRole', value: 'Teacher' });
      expect(again).toMatchObject({ status: 409, body: { refusal: { reason: 'corrected' } } });
    });

    it('is refused for an answer that decided the way, without a reason, or with a wrong value', async () => {
      const family = await place.openFamily([ada]);
      await place.complete(family, 'bea', 'record-contact');
      const { record } = await place.complete(family, 'fay', 'screen-contact');
      expect((await read(record)).deciding).toContain('contactOutcome');
      const child = family.children[0];
      const decided = await correct(record, { question: 'contactOutcome', child, value: 'advice' });
      expect(decided).toMatchObject({ status: 422, body: { refusal: { reason: 'decides-the-way' } } });
      expect((await correct(record, { question: 'historyMeaning', value: 'x', reason: '' })).status).toBe(
        400,
      );
      const wrong = await correct(record, { question: 'historyReviewed', value: 'perhaps' });
      expect(wrong.body.refusal.findings).toMatchObject([{ question: 'historyReviewed' }]);
      const stranger = await correct(record, {
        question: 'contactOutcome',
        child: 'nobody',
        value: 'advice',
      });
      expect(stranger.body.refusal.reason).toBe('not-in-record');
    });
  });

  describe('whose step is reopened', () => {
    it('puts the children back where they stood, brings the answers back, and says why', async () => {
      const family = await place.openFamily([ada]);
      await place.complete(family, 'bea', 'record-contact');
      await place.complete(family, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
      const before = (await place.task(family.id, 'decide-referral')).id;
      const steer = { referralOutcome: ['no-further-action'] };
      const { record } = await place.complete(family, 'tia', 'decide-referral', steer);
      expect((await place.case(family.id)).children[0]?.episodes[0]?.closed).toBeDefined();
      expect(await reopen(record)).toMatchObject({ status: 200, body: { task: before } });
      const kase = await place.case(family.id);
      expect(kase.children[0]?.episodes[0]?.closed).toBeUndefined();
      expect(kase.happenings.filter((one) => one.record === record && !one.replacedBy)).toEqual([]);
      const page = await (
        await place.as('tia')
      ).get<{ drafts: Record<string, { revision: number }> }>(`/api/tasks/${before}`);
      expect(Object.keys(page.body.drafts)).toContain(`referralOutcome@${family.children[0] ?? ''}`);
      expect(await history(family)).toContain('Decide on the referral: reopened: Decided too soon');
      expect(await read(record)).toMatchObject({ canCorrect: false, canReopen: false });
      expect((await reopen(record)).status).toBe(409);
      expect((await correct(record, { question: 'decisionWhy', value: 'x' })).status).toBe(409);
      await place.complete(family, 'tia', 'decide-referral', { referralOutcome: ['assessment'] });
      expect((await place.task(family.id, 'write-assessment')).children).toEqual(family.children);
    });

    it('and was corrected since is taken back whole', async () => {
      const family = await place.toStrategyDiscussion([ada]);
      const steer = { strategyDecision: ['further-discussion'] };
      const { record } = await place.complete(family, 'tia', 'hold-discussion', steer);
      const corrected = await correct(record, { question: 'policeLead', value: 'DS Quill' });
      expect(corrected.status, JSON.stringify(corrected.body)).toBe(200);
      expect((await reopen(corrected.body.record)).status).toBe(200);
      const { happenings, tasks } = await place.case(family.id);
      const left = happenings.filter((one) => one.fact === 'strategy-discussion-held' && !one.replacedBy);
      expect(left).toEqual([]);
      // the way looped back to the same step: it is open once, and goes on from what was corrected
      const open = tasks.filter((task) => task.step === 'hold-discussion');
      expect(open.map((task) => task.resumes)).toEqual([corrected.body.record]);
    });

    it('is refused while a later step is complete, and says which to reopen first', async () => {
      const family = await place.openFamily([ada]);
      const { record } = await place.complete(family, 'bea', 'record-contact');
      await place.complete(family, 'fay', 'screen-contact', { contactOutcome: ['referral'] });
      const answer = await reopen(record);
      expect(answer.status).toBe(422);
      expect(answer.body.refusal.message).toContain('Reopen first: “Screen the contact”');
    });

    it('is for managers', async () => {
      const family = await place.openFamily([ada]);
      const { record } = await place.complete(family, 'bea', 'record-contact');
      const fay = await place.as('fay');
      const asked = { reason: 'x', commandId: place.command() };
      expect((await fay.post(`/api/records/${record}/reopening`, asked)).status).toBe(403);
    });
  });
});
