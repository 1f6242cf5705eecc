import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace, type Family, type Refusal, type Said, type Who } from '../support/workplace.ts';

interface Page {
  name: string;
  revision: number;
  team?: { id: string; name: string };
  worker?: { id: string; name: string };
  children: {
    person: { id: string; name: string; age?: string; unborn: boolean };
    stage?: { id: string; name: string };
    words: string;
    since?: string;
    strands: string[];
    clocks: { on: string; because: string; child?: string }[];
  }[];
  people: { id: string; name: string; relation?: string; inHousehold: boolean }[];
  network: { rows: Record<string, unknown>[]; revision: number };
  alerts: { says: string; person: { name: string } }[];
  tasks: Said[];
  due: { on: string; child?: string }[];
  records: { form: string; items: { id: string }[] }[];
  addable: { form: string }[];
  strandMessages: object[];
  may: string[];
}

describe('a family', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([
      { first: 'Ada', born: '2019-03-02' },
      { first: '', expected: '2026-12-10' },
    ]);
  });
  afterAll(() => place.close());
  const page = async (name: Who) => (await (await place.as(name)).get<Page>(`/api/cases/${family.id}`)).body;

  it('shows who they are, where each child is in words, what is open and what is due with its reason', async () => {
    const { children, tasks, due, worker, team } = await page('sam');
    expect(children).toMatchObject([
      { person: { name: 'Ada', age: '7', unborn: false }, stage: { name: 'Child and family assessment' } },
      { person: { name: 'Unborn baby Marsh', age: 'due 10 December 2026', unborn: true } },
    ]);
    expect(children[0]?.words).toMatch(/^In Child and family assessment\. Open: .*Write the assessment/);
    expect(children[0]?.since).toBe('2026-09-01');
    expect(tasks.map((task) => task.what)).toContain('Write the assessment');
    expect(children[0]?.clocks.map((clock) => clock.because)).toContainEqual(
      expect.stringMatching(/^45 working days from the referral on 1 September 2026/),
    );
    expect(due.length).toBeGreaterThan(children[0]?.clocks.length ?? 0);
    expect([worker, team]).toEqual([
      { id: 'sam', name: 'sam' },
      { id: 'north', name: 'North team' },
    ]);
  });

  it('offers each person only what is theirs to add', async () => {
    const [sam, sue, bea] = [await page('sam'), await page('sue'), await page('bea')];
    expect(sam.addable.map((one) => one.form)).toContain('visit');
    expect(sue.addable.map((one) => one.form)).not.toContain('visit');
    expect(sam.strandMessages.length).toBeGreaterThan(5);
    expect(sam.may).toEqual(['add-child', 'change-network', 'invite-partner', 'withhold-part']);
    // no open task with this family is hers: she sees none of it
    expect(bea.name).toBeUndefined();
  });

  it('is for business support as long as a task there is theirs', async () => {
    const bea = await place.as('bea');
    expect((await bea.get(`/api/cases/${family.id}`)).status).toBe(403);
    const { id } = await place.task(family.id, 'write-assessment');
    expect((await bea.get<Refusal>(`/api/tasks/${id}`)).status).toBe(403);
    const other = await place.openFamily([{ first: 'Cai', born: '2020-02-02' }]);
    expect((await bea.get(`/api/cases/${other.id}`)).status).toBe(200);
    await place.complete(other, 'bea', 'record-contact');
    expect((await bea.get(`/api/cases/${other.id}`)).status).toBe(403);
  });

  it('has a history in sentences, the latest first, page by page', async () => {
    const sam = await place.as('sam');
    const entries: { says: string; at: string; by: string }[] = [];
    let after = '';
    do {
      const { body } = await sam.get<{ entries: typeof entries; next?: string }>(
        `/api/cases/${family.id}/history?limit=5${after}`,
      );
      entries.push(...body.entries);
      after = body.next ? `&after=${body.next}` : '';
    } while (after);
    const says = entries.map((entry) => entry.says);
    expect(says.at(-1)).toBe('The family became known: Ada and Unborn baby Marsh');
    expect(says).toContain('Screen the contact: completed for Ada and Unborn baby Marsh');
    expect(says).toContain('Write the assessment: given to sam');
    expect(says.every((one) => !/undefined|\bnull\b|NaN/.test(one))).toBe(true);
    expect(entries.map((entry) => entry.at)).toEqual(
      entries
        .map((entry) => entry.at)
        .toSorted()
        .toReversed(),
    );
  });

  it('says once in its history what one act did to several children', async () => {
    const sam = await place.as('sam');
    const { body } = await sam.get<{ entries: { says: string; children: string[]; at: string }[] }>(
      `/api/cases/${family.id}/history?limit=200`,
    );
    const moved = body.entries.filter(({ says }) => says.endsWith('came to Referral'));
    expect(moved).toMatchObject([
      { says: 'Ada and Unborn baby Marsh came to Referral', children: ['Ada', 'Unborn baby Marsh'] },
    ]);
    const alone = ({ says, children, at }: (typeof moved)[number]): string =>
      children.reduce((said, name) => said.replaceAll(name, '…'), `${at} ${says}`);
    const said = body.entries.filter(({ children }) => children.length === 1).map(alone);
    expect(new Set(said).size).toBe(said.length);
  });

  it('stands on the drawing where its steps are open, with what is behind it', async () => {
    const sam = await place.as('sam');
    const { body } = await sam.get<{ xml: string; children: { elements: string[]; passed: string[] }[] }>(
      `/api/cases/${family.id}/drawing`,
    );
    expect(body.xml).toContain('<bpmn:definitions');
    expect(body.children[0]?.elements).toEqual(expect.arrayContaining(['assessment', 'write-assessment']));
    expect(body.children[0]?.passed).toEqual(
      expect.arrayContaining(['record-contact', 'screen-contact', 'decide-referral']),
    );
  });

  it('shows alerts of its people, and never a sensitive address on any page', async () => {
    const sam = await place.as('sam');
    const secret = { line1: '2 Refuge Lane', postcode: 'ZZ99 2CD', sensitive: true };
    const person = {
      ...{ firstNames: 'Olive', familyName: 'Marsh', addresses: [secret] },
      alerts: [{ kind: 'dog', says: 'A large dog: ring first' }],
    };
    const sent = { person, case: family.id, commandId: place.command() };
    expect((await sam.post('/api/people', sent)).status).toBe(200);
    const shown = await page('tia');
    expect(shown.people.map((one) => one.name)).toContain('Olive Marsh');
    expect(shown.alerts).toMatchObject([
      { says: 'A large dog: ring first', person: { name: 'Olive Marsh' } },
    ]);
    const { id } = await place.task(family.id, 'write-assessment');
    const tia = await place.as('tia');
    for (const url of [
      ...[`/api/cases/${family.id}`, `/api/tasks/${id}`, `/api/cases/${family.id}/history`],
      ...['/api/stages', '/api/tasks?view=team'],
    ]) {
      const answer = await tia.get<object>(url);
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toContain('Refuge Lane');
    }
    const found = await tia.post<object[]>('/api/cases/search', { text: 'Olive' });
    expect(found.body).toHaveLength(1);
    expect(JSON.stringify(found.body)).not.toContain('Refuge Lane');
  });

  describe('with people around the children', () => {
    const change = async (rows: object[], revision: number, name: Who = 'sam') =>
      (await place.as(name)).put<{ revision: number } & Refusal>(`/api/cases/${family.id}/network`, {
        ...{ rows, revision, commandId: place.command() },
      });
    const row = (more: object = {}) => ({
      ...{ personId: family.mother, relationshipToEachChild: 'Mother', livesInHousehold: 'yes', ...more },
    });

    it('says what they are to them', async () => {
      const { network } = await page('sam');
      expect(await change([row()], network.revision)).toMatchObject({
        ...{ status: 200, body: { revision: network.revision + 1 } },
      });
      const after = await page('sam');
      expect(after.people.find((one) => one.id === family.mother)).toMatchObject({
        ...{ relation: 'Mother', inHousehold: true },
      });
    });

    it('refuses a row that is not one, beside the block', async () => {
      const { network } = await page('sam');
      for (const wrong of [
        ...[row({ shoeSize: 4 }), row({ livesInHousehold: 'perhaps' }), { livesInHousehold: 'yes' }],
        row({ personId: 7 }),
      ]) {
        const answer = await change([wrong], network.revision);
        expect(answer.status, JSON.stringify(wrong)).toBe(422);
        const about = answer.body.refusal.findings.map((finding) => finding.question);
        expect([...new Set(about)]).toEqual(['network']);
      }
      const stranger = await change([row({ personId: 'nobody' })], network.revision);
      expect(stranger.body.refusal.findings).toMatchObject([{ check: 'person-unknown' }]);
      expect((await page('sam')).network).toEqual(network);
    });

    it('changed by two at once keeps the first, and the second is told who and when', async () => {
      const { network } = await page('sam');
      const [known] = network.rows;
      const id = known?.['id'];
      expect((await change([row({ id, mainCarer: 'yes' })], network.revision)).status).toBe(200);
      const second = await change([row({ id, mainCarer: 'no' })], network.revision, 'tia');
      expect(second).toMatchObject({ status: 409, body: { changed: { by: 'sam' } } });
      const { rows } = (await page('sam')).network;
      expect(rows.find((one) => one['id'] === id)).toMatchObject({ mainCarer: 'yes' });
      expect(rows).toHaveLength(network.rows.length);
    });
  });

  it('keeps logs that only grow: a row that is there stays as it is', async () => {
    const logged = await place.toAssessment([{ first: 'Dot', born: '2017-02-02' }]);
    const close = { assessmentOutcome: ['child-in-need'] };
    await place.complete(logged, 'sam', 'write-assessment', close, ({ answers }) => {
      answers['harms'] = [harm(logged, 'Left alone at night')];
    });
    await place.complete(logged, 'tia', 'authorise-assessment', { authorisation: ['return'] });
    const rows = async () =>
      (await place.server.store.part(logged.id, 'map'))?.blocks['harms']?.map((one) => one['whatHappened']);
    const [row] = (await place.server.store.part(logged.id, 'map'))?.blocks['harms'] ?? [];
    const { record: _record, ...known } = row ?? {};
    const again = await place.answers(logged, 'write-assessment', close);
    again.answers['harms'] = [{ ...known, whatHappened: 'Nothing much' }];
    const { id } = await place.task(logged.id, 'write-assessment');
    const refused = await place.send('sam', id, again);
    expect(refused.status).toBe(422);
    expect(refused.body.refusal.findings).toMatchObject([
      {
        question: 'harms',
        message: expect.stringMatching(/^Rows of “.*” that are there already can’t be changed/),
      },
    ]);
    // sent back as it was, with a new one beside it, it goes through
    again.answers['harms'] = [known, harm(logged, 'Alone again on Friday')];
    expect((await place.send('sam', id, again)).status).toBe(200);
    expect(await rows()).toEqual(['Left alone at night', 'Alone again on Friday']);
  });
  const harm = ({ children }: Family, whatHappened: string) => ({
    ...{ childIds: children, whatHappened, when: 'last week', impactOnChild: 'Frightened', source: 'School' },
  });
});
