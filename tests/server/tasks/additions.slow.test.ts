import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, days, type Family, type Happened, type Refusal, type Who } from '../support/workplace.ts';

interface Page {
  form: { id: string };
  task: { what: string };
  drafts: Record<string, { value: unknown }>;
  children: { id: string }[];
}
interface Checked {
  findings: { question?: string; check: string }[];
  next: { says: string; steps: string[]; child: string | null }[];
}

describe('a form added to a family at any time', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
  });
  afterAll(() => place.close());

  const path = (form: string): string => `/api/cases/${family.id}/additions/${form}`;
  const note = (text: string) => ({
    ...{ noteOn: '2026-09-01', noteKind: 'call', note: text, significantEvent: 'no' },
  });
  const add = async (name: Who, form: string, answers: object, children = family.children, more = {}) =>
    (await place.as(name)).post<Happened & Refusal>(path(form), {
      ...{ answers, perChild: {}, children, commandId: place.command(), ...more },
    });

  it('comes with its page, about every child of the family', async () => {
    const { body } = await (await place.as('sam')).get<Page>(path('case-note'));
    expect(body).toMatchObject({ form: { id: 'case-note' }, task: { what: expect.any(String) } });
    expect(body.children.map((child) => child.id)).toEqual(family.children);
  });

  it('keeps drafts that are the writer’s own', async () => {
    const sam = await place.as('sam');
    const draft = { value: 'Rang Mum', revision: 0 };
    expect((await sam.put(`${path('case-note')}/drafts/note`, draft)).status).toBe(200);
    expect((await sam.put(`${path('case-note')}/drafts/shoeSize`, draft)).status).toBe(422);
    expect((await sam.get<Page>(path('case-note'))).body.drafts['note']?.value).toBe('Rang Mum');
    expect((await (await place.as('tia')).get<Page>(path('case-note'))).body.drafts).toEqual({});
  });

  it('becomes a record that stands on the family’s page and in its history, and its drafts are used up', async () => {
    const form = (await place.version()).forms['case-note'];
    const kind = form?.layout.flatMap((one) => one.questions).find((one) => one.id === 'noteKind');
    const value = kind?.options?.[0]?.value ?? kind?.only?.[0] ?? (await firstCode(kind?.codes));
    const answer = await add('sam', 'case-note', { ...note('Rang Mum; all well.'), noteKind: value });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { record } = answer.body.happened;
    const sam = await place.as('sam');
    const page = await sam.get<{ records: { form: string; items: { id: string }[] }[] }>(
      `/api/cases/${family.id}`,
    );
    const notes = page.body.records.find((one) => one.form === 'case-note');
    expect(notes?.items.map((item) => item.id)).toEqual([record]);
    expect((await sam.get<Page>(path('case-note'))).body.drafts).toEqual({});
    const history = await sam.get<{ entries: { says: string; record?: string }[] }>(
      `/api/cases/${family.id}/history`,
    );
    expect(history.body.entries).toContainEqual(
      expect.objectContaining({ says: 'Case note: added for Ada and Ben', record }),
    );
  });

  const firstCode = async (list: string | undefined) =>
    (await place.version()).dictionary.codeLists.find((one) => one.id === list)?.codes[0]?.value;

  it('is for the roles that the form names, and only forms of that kind can be added', async () => {
    const visit = await add('cyd', 'visit', {});
    expect(visit).toMatchObject({ status: 403, body: { refusal: { reason: 'not-your-role' } } });
    expect((await add('sam', 'initial-conference', {})).status).toBe(404);
    expect((await (await place.as('sam')).get(path('closure'))).status).toBe(404);
  });

  it('is refused beside its questions, and about children of the family only', async () => {
    const empty = await add('sam', 'case-note', {});
    expect(empty.status).toBe(422);
    expect(empty.body.refusal.findings.map((finding) => finding.question)).toContain('note');
    expect((await add('sam', 'case-note', note('x'), ['nobody'])).body.refusal.reason).toBe('not-in-case');
    expect((await add('sam', 'case-note', note('x'), [])).body.refusal.reason).toBe('no-children');
  });

  it('says beforehand what its answers would begin, and decides no way', async () => {
    const sam = await place.as('sam');
    const empty = { answers: {}, perChild: {} };
    const checked = await sam.post<Checked>(`${path('case-note')}/check`, {
      ...empty,
      children: family.children,
    });
    expect(checked.body.findings.length).toBeGreaterThan(0);
    expect(checked.body.next).toEqual([]);
    const choices = await sam.post(`${path('case-note')}/choices`, empty);
    expect(choices).toMatchObject({ status: 200, body: {} });
  });
});

describe('news of a family', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
  });
  afterAll(() => place.close());
  const tell = async (name: Who, news: object) =>
    (await place.as(name)).post<{ opened: { what: string; children: object[] }[] } & Refusal>(
      `/api/cases/${family.id}/strands`,
      { commandId: place.command(), ...news },
    );

  it('starts work of its own beside what is going on, with what was heard on it', async () => {
    const news = { message: 'new worry', children: family.children, note: 'School rang: a bruise.' };
    const answer = await tell('sam', news);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body.opened).toMatchObject([{ what: 'Consider the worry', children: [{}, {}] }]);
    const steps = (await place.case(family.id)).tasks.map((task) => task.step);
    expect(steps).toContain('write-assessment');
    const { id } = await place.task(family.id, 'consider-worry');
    const page = await (
      await place.as('tia')
    ).get<{ notes: { text: string; by: string }[] }>(`/api/tasks/${id}`);
    expect(page.body.notes).toMatchObject([{ text: 'School rang: a bruise.', by: 'sam' }]);
  });

  it('told a second time joins the open step as a note', async () => {
    place.server.clock.pass(days(1));
    const again = { message: 'new worry', children: [family.children[0]], note: 'Now the neighbour.' };
    expect((await tell('sam', again)).body.opened).toEqual([]);
    expect((await place.task(family.id, 'consider-worry')).notes.map((note) => note.text)).toEqual([
      ...['School rang: a bruise.', 'Now the neighbour.'],
    ]);
  });

  it('is offered on the family’s page: what people tell, not what the drawing tells itself', async () => {
    const page = await (
      await place.as('sam')
    ).get<{ strandMessages: { message: string }[] }>(`/api/cases/${family.id}`);
    const messages = page.body.strandMessages.map((one) => one.message);
    expect(messages).toContain('new worry');
    expect(messages).toContain('child missing');
    expect(messages).not.toContain('conference held');
  });

  it('that the pathway has no way in for, or that only the drawing gives, is refused', async () => {
    for (const message of ['tea is ready', 'conference held', 'work with the child ends']) {
      const answer = await tell('sam', { message, children: family.children });
      expect(answer, message).toMatchObject({
        status: 422,
        body: { refusal: { reason: 'unknown-message' } },
      });
    }
    const stranger = await tell('sam', { message: 'new worry', children: ['nobody'] });
    expect(stranger.body.refusal.reason).toBe('not-in-case');
  });

  it('reads as a sentence in the history', async () => {
    const { body } = await (
      await place.as('sam')
    ).get<{ entries: { says: string }[] }>(`/api/cases/${family.id}/history?limit=100`);
    expect(body.entries.map((entry) => entry.says)).toContain('News of Ada: new worry');
  });

  it('of a child who joins the family starts that child at the beginning of the pathway', async () => {
    const sam = await place.as('sam');
    const baby = {
      new: { firstNames: 'Cai', familyName: 'Marsh', dateOfBirth: '2026-08-30' },
      commandId: 'joins',
    };
    const joined = await sam.post<{ case: string; task: string }>(`/api/cases/${family.id}/children`, baby);
    expect(joined.status).toBe(200);
    const kase = await place.case(family.id);
    expect(kase.children).toHaveLength(3);
    const task = kase.tasks.find((one) => one.id === joined.body.task);
    expect(task).toMatchObject({ step: 'record-contact', children: [kase.children[2]?.id] });
    expect((await sam.post<object>(`/api/cases/${family.id}/children`, baby)).body).toEqual(joined.body);
  });
});
