import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillForm } from '../../../server/filling/index.ts';
import { Workplace, type Family, type Happened, type Refusal } from '../support/workplace.ts';

interface InvitationsPage {
  accounts: object[];
  forms: object[];
  records: { id: string }[];
  invitations: object[];
}

describe('somebody of another agency', () => {
  let place: Workplace;
  let family: Family;
  let shared: string;
  let kept: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    shared = await note('For the school as well');
    kept = await note('Not for the school');
    await school();
  });
  afterAll(() => place.close());

  const school = () => place.server.signedIn('partner-agency', 'elsewhere', 'school');
  const answers = (text: string) => ({
    ...{ answers: { noteOn: '2026-09-01', noteKind: 'note', note: text }, perChild: {} },
  });
  const note = async (text: string): Promise<string> => {
    const body = { ...answers(text), children: family.children, commandId: place.command() };
    const sam = await place.as('sam');
    return (await sam.post<Happened>(`/api/cases/${family.id}/additions/case-note`, body)).body.happened
      .record;
  };
  const invite = async (over: object = {}) =>
    (await place.as('sam')).post<{ id: string } & Refusal>(`/api/cases/${family.id}/invitations`, {
      ...{ account: 'school', purpose: 'A report to the conference', forms: ['case-note'] },
      ...{ records: [shared], until: '2026-09-10', ...over },
    });

  it('sees no family, no list and no record without an invitation', async () => {
    const browser = await school();
    expect((await browser.post('/api/cases/search', { text: 'Marsh' })).status).toBe(403);
    for (const url of ['/api/tasks?view=team', `/api/cases/${family.id}`]) {
      expect((await browser.get(url)).status, url).toBe(403);
    }
    expect((await browser.get('/api/invited')).body).toEqual([]);
    expect((await browser.get(`/api/invited/${family.id}`)).status).toBe(403);
  });

  it('is invited by who holds the family, to records of it, for half a year at most', async () => {
    expect((await invite({ account: 'kim' })).body.refusal.reason).toBe('unknown-account');
    expect((await invite({ until: '2027-09-01' })).body.refusal.reason).toBe('period');
    expect((await invite({ records: ['elsewhere'] })).body.refusal.reason).toBe('unknown-record');
    for (const form of ['received-file', 'write-assessment']) {
      expect((await invite({ forms: [form] })).body.refusal.reason, form).toBe('unknown-form');
    }
    const kim = await (
      await place.as('kim')
    ).post<Refusal>(`/api/cases/${family.id}/invitations`, {
      ...{ account: 'school', purpose: 'x', forms: [], records: [], until: '2026-09-10' },
    });
    expect(kim.body.refusal.reason).toBe('out-of-reach');
    expect((await invite()).status).toBe(200);
  });

  it('reads what is shared and what they wrote, and nothing else', async () => {
    const browser = await school();
    const page = await browser.get<{ records: { title: string; own: boolean }[] }>(
      `/api/invited/${family.id}`,
    );
    expect(page.body.records).toMatchObject([{ title: 'Case note', own: false }]);
    const read = await browser.get<object>(`/api/invited/${family.id}/records/${shared}`);
    expect(JSON.stringify(read.body)).toContain('For the school as well');
    expect((await browser.get(`/api/invited/${family.id}/records/${kept}`)).status).toBe(404);
    const sent = { ...answers('Zelda comes to school every day.'), commandId: 'school-1' };
    const written = await browser.post<{ record: string }>(`/api/invited/${family.id}/forms/case-note`, sent);
    const own = await browser.get(`/api/invited/${family.id}/records/${written.body.record}`);
    expect(own.status).toBe(200);
    const other = await browser.post<Refusal>(`/api/invited/${family.id}/forms/visit`, {
      ...sent,
      commandId: 'y',
    });
    expect(other.body.refusal.reason).toBe('not-invited');
  });

  it('is chosen from who can be invited, with the forms and records there are', async () => {
    const sam = await place.as('sam');
    const page = (await sam.get<InvitationsPage>(`/api/cases/${family.id}/invitations`)).body;
    expect(page.accounts).toEqual([{ id: 'school', name: 'school' }]);
    expect(page.invitations).toMatchObject([{ account: { id: 'school' }, records: [shared] }]);
    expect(page.forms).toContainEqual({ id: 'case-note', name: 'Case note' });
    expect(page.records.map(({ id }) => id)).toContain(kept);
    const shown = await sam.get<{ may: string[] }>(`/api/cases/${family.id}`);
    expect(shown.body.may).toContain('invite-partner');
  });

  it('goes on with what they wrote, until it is sent', async () => {
    const browser = await school();
    const form = `/api/invited/${family.id}/forms/case-note`;
    const draft = { value: 'Half a sentence', revision: 0 };
    expect((await browser.put(`${form}/drafts/note`, draft)).status).toBe(200);
    expect((await browser.put(`${form}/drafts/unknown`, draft)).status).toBe(422);
    expect((await browser.put<Refusal>(`${form}/drafts/note`, draft)).status).toBe(409);
    const other = `/api/invited/${family.id}/forms/visit`;
    expect((await browser.put<Refusal>(`${other}/drafts/note`, draft)).body.refusal.reason).toBe(
      'not-invited',
    );
    const page = await browser.get<{ drafts: object; form: { id: string } }>(form);
    expect(page.body).toMatchObject({ form: { id: 'case-note' }, drafts: { note: { value: draft.value } } });
    expect((await (await place.as('sam')).get(form)).status).toBe(403);
    await browser.post(form, { ...answers('A whole sentence.'), commandId: 'school-2' });
    expect((await browser.get<{ drafts: object }>(form)).body.drafts).toEqual({});
  });

  it('is not told of a family that was restricted since', async () => {
    const hal = await place.as('hal');
    const restrict = (restriction: object | null) =>
      hal.post<object>(`/api/cases/${family.id}/restriction`, {
        ...{ restriction, reason: 'An aunt works here', commandId: place.command() },
      });
    const to = ['hal', 'sam', 'tia', 'fay', 'bea'];
    expect((await restrict({ to, contact: 'Hal', shown: 'hidden' })).status).toBe(200);
    expect((await (await school()).get('/api/invited')).body).toEqual([]);
    expect((await restrict(null)).status).toBe(200);
    expect((await (await school()).get('/api/invited')).body).toMatchObject([{ case: family.id }]);
  });

  it('is out when the invitation is over', async () => {
    place.server.clock.pass(10 * 24 * 60 * 60);
    expect((await (await school()).get(`/api/invited/${family.id}`)).status).toBe(403);
  });
});

describe('a record that is shared, of a form that shows shared blocks', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    await place.server.signedIn('partner-agency', 'elsewhere', 'school');
  });
  afterAll(() => place.close());

  const voice = (ownWords: string) => [{ childIds: family.children, date: '2026-09-01', ownWords }];
  const add = async (form: string, answers: object, perChild: object = {}): Promise<string> => {
    const body = { answers, perChild, children: family.children, commandId: place.command() };
    const sam = await place.as('sam');
    const added = await sam.post<Happened>(`/api/cases/${family.id}/additions/${form}`, body);
    expect(added.status, JSON.stringify(added.body)).toBe(200);
    return added.body.happened.record;
  };
  const visited = async (): Promise<[object, object]> => {
    const version = await place.version();
    const form = version.forms['visit'];
    if (!form) throw new Error('no form of a visit');
    const given = { visitedOn: '2026-09-01', childVoice: voice('At home'), visitAgain: 'no' };
    const { answers, perChild } = fillForm({
      ...{ version, form, day: '2026-09-01', moment: '2026-09-01T09:00:00.000Z', people: [] },
      given: { answers: { ...given }, perChild: { [family.children[0] ?? '']: { newWorry: 'no' } } },
      children: family.children.map((id) => ({ id, unborn: false, late: [] })),
      ...{ words: () => 'As agreed', chance: () => 0, optional: 0 },
    });
    return [answers, perChild];
  };
  const note = { noteOn: '2026-09-01', noteKind: 'note', note: 'A day at school' };

  it('brings the rows that were written with it, and of the family’s others none', async () => {
    await place.complete(
      family,
      'sam',
      'write-assessment',
      { assessmentOutcome: ['child-in-need'] },
      ({ answers }) => {
        answers['harms'] = [
          {
            ...{ childIds: family.children, whatHappened: 'Left alone at night', when: 'last week' },
            ...{ impactOnChild: 'Frightened', source: 'School' },
          },
        ];
        answers['childVoice'] = voice('I told Sam alone');
      },
    );
    const visit = await add('visit', ...(await visited()));
    const shared = await add('case-note', { ...note, childVoice: voice('I told the school too') });
    const invited = { account: 'school', purpose: 'A report', forms: [], records: [visit, shared] };
    const sam = await place.as('sam');
    await sam.post(`/api/cases/${family.id}/invitations`, { ...invited, until: '2026-09-10' });
    const school = await place.server.signedIn('partner-agency', 'elsewhere', 'school');
    const seen = await school.get<{ blocks: Record<string, object[]> }>(
      `/api/invited/${family.id}/records/${shared}`,
    );
    expect(seen.body.blocks['voice']).toMatchObject([{ ownWords: 'I told the school too' }]);
    const other = await school.get<{ blocks: Record<string, object[]> }>(
      `/api/invited/${family.id}/records/${visit}`,
    );
    expect(Object.keys(other.body.blocks).sort()).toEqual(['existingSafety', 'voice']);
    expect(JSON.stringify([seen.body, other.body])).not.toMatch(/Left alone|told Sam alone/);
    // who reads the family sees the blocks that the form asks, as they were
    const own = await sam.get<{ blocks: Record<string, object[]> }>(`/api/records/${visit}`);
    expect(Object.keys(own.body.blocks)).not.toContain('harms');
    expect(JSON.stringify(own.body.blocks)).toContain('told Sam alone');
  });
});
