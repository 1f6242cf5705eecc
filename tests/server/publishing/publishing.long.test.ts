import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planner } from '../moving/removal.ts';
import type { Refusal } from '../support/workplace.ts';
import { Publisher, unmet } from './publisher.ts';
import type { News } from './publisher.ts';

describe('publishing a draft', () => {
  let group: Publisher;
  beforeAll(async () => {
    group = await Publisher.open();
  });
  afterAll(() => group.place.close());

  describe('that changed a form', () => {
    let draft: string;
    beforeAll(async () => {
      draft = await group.drafting.start(group.member, 'The note under another name');
    });

    it('says what is still missing while nothing has changed, and what to do', async () => {
      const said = await group.gate(draft);
      expect(unmet(said)).toEqual(expect.arrayContaining(['changes', 'open-cases', 'people']));
      expect(said.items.find(({ id }) => id === 'changes')?.todo).toContain('there is nothing to publish');
      expect(said.openCases).toMatchObject([]);
    });

    it('needs nothing more than two people once it has changed and the worked cases come out as before', async () => {
      await group.retitle(draft, 'A word about the family');
      const said = await group.played(draft);
      expect(unmet(said)).toEqual(['open-cases', 'people']);
      expect(said.items.find(({ id }) => id === 'examples')?.says).toBe(
        '3 of 3 worked cases come out as before.',
      );
      expect(said.changes.map(({ sentence }) => sentence)).toContain(
        'The form “Case note” is now called “A word about the family”.',
      );
      expect(said.openCases).toMatchObject([{ name: 'The redesigned pathway', families: 1 }]);
      expect(said.can).toMatchObject({ propose: true, decide: false });
    });

    it('is refused while the person has not said what staff need to know, and names all of it at once', async () => {
      const sent = group.proposal({ effective: '2026-08-01', note: ' ', why: '', asked: [] });
      const answer = await group.member.post<Refusal>(`/api/drafts/${draft}/proposal`, sent);
      expect(answer).toMatchObject({ status: 422, body: { refusal: { reason: 'incomplete' } } });
      expect(answer.body.refusal.findings.map(({ question }) => question)).toEqual([
        ...['effective', 'note', 'why', 'asked'],
      ]);
    });

    it('is proposed by one person and waits for another; nothing new starts on it yet', async () => {
      const answer = await group.member.post(`/api/drafts/${draft}/proposal`, group.proposal());
      expect(answer).toMatchObject({ status: 200, body: { state: 'proposed' } });
      expect((await group.drafting.page(group.member, draft)).state).toBe('proposed');
      expect((await group.log())[0]).toMatchObject({ state: 'proposed', proposed: { by: 'nia' } });
      expect((await group.member.post(`/api/drafts/${draft}/approval`, { commandId: 'a' })).status).toBe(403);
      expect((await group.gate(draft, group.lead)).can).toMatchObject({ decide: true, isOwn: false });
    });

    it('is published by a practice lead: listed, in the change log with before and after, and its draft closed', async () => {
      const answer = await group.lead.post(`/api/drafts/${draft}/approval`, { commandId: 'a' });
      expect(answer).toMatchObject({ status: 200, body: { state: 'published' } });
      expect((await group.drafting.page(group.member, draft)).state).toBe('published');
      const versions = await group.place.server.versions.list();
      expect(versions.at(-1)).toMatchObject({
        ...{ name: 'The note under another name', effective: '2026-09-03', current: false },
      });
      expect((await group.log())[0]).toMatchObject({
        ...{ state: 'published', proposed: { by: 'nia' }, approved: { by: 'lea' }, holds: 3 },
        before: { name: 'The redesigned pathway' },
        asked: ['Social workers of the north team'],
        reviews: ['2026-10-01', '2026-10-29', '2026-11-26'],
      });
      expect((await group.log())[0]?.changes.map(({ sentence }) => sentence)).toContain(
        'The form “Case note” is now called “A word about the family”.',
      );
    });

    it('approved once more by the same person is the same publication', async () => {
      expect(await group.lead.post(`/api/drafts/${draft}/approval`, { commandId: 'a' })).toMatchObject({
        ...{ status: 200, body: { state: 'published' } },
      });
      expect((await group.log()).filter(({ state }) => state === 'published')).toHaveLength(1);
    });

    it('is told to everybody in their queue, until each puts it away', async () => {
      const sam = await group.place.as('sam');
      const work = () => sam.get<{ news?: number }>('/api/tasks?view=mine');
      expect((await work()).body.news).toBe(1);
      const { news } = (await sam.get<News>('/api/pathway/news')).body;
      expect(news).toMatchObject([
        {
          ...{ title: 'The note under another name', note: 'The note has another name.' },
          ...{ asked: ['Social workers of the north team'], effective: '2026-09-03' },
        },
      ]);
      await sam.post(`/api/pathway/news/${news[0]?.id ?? ''}/read`);
      expect((await work()).body.news).toBeUndefined();
      expect((await (await group.place.as('kim')).get<News>('/api/pathway/news')).body.news).toHaveLength(1);
    });

    it('is what new families start on from its day', async () => {
      const before = (await group.place.server.versions.current()).id;
      await group.pass(2);
      const family = await group.place.openFamily([{ first: 'Ben', born: '2020-03-02' }]);
      const { version } = await group.place.case(family.id);
      expect(version).not.toBe(before);
      expect((await group.place.server.versions.get(version)).forms['case-note']?.title).toBe(
        'A word about the family',
      );
    });
  });

  describe('that is proposed by a practice lead', () => {
    let draft: string;
    beforeAll(async () => {
      draft = await group.drafting.start(group.member, '=One more name');
      await group.retitle(draft, '=HYPERLINK("x")');
      const sent = group.proposal({ effective: '2026-09-05', team: 'north' });
      const answer = await group.lead.post<Refusal>(`/api/drafts/${draft}/proposal`, sent);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    });

    it('is not published by the same person', async () => {
      const answer = await group.lead.post<Refusal>(`/api/drafts/${draft}/approval`, { commandId: 'c' });
      expect(answer).toMatchObject({ status: 403, body: { refusal: { reason: 'same-person' } } });
    });

    it('can be refused with a reason, which stays to be read; the group goes on with the draft', async () => {
      const other = await group.place.server.signedIn('practice-lead', 'south', 'lou');
      const silent = { because: ' ', commandId: 'd' };
      expect((await other.post(`/api/drafts/${draft}/refusal`, silent)).status).toBe(422);
      const said = { because: 'Nobody would find it under this name.', commandId: 'd' };
      expect(await other.post(`/api/drafts/${draft}/refusal`, said)).toMatchObject({
        ...{ status: 200, body: { state: 'refused' } },
      });
      expect((await group.log())[0]).toMatchObject({
        ...{ state: 'refused', title: '=One more name' },
        refused: { by: 'lou', because: 'Nobody would find it under this name.' },
      });
      expect((await group.place.server.versions.list()).map(({ name }) => name)).not.toContain(
        '=One more name',
      );
      const table = (await group.member.get<string>('/api/pathway/changes.csv')).body;
      expect(table).toContain(`"'=One more name"`);
      await group.retitle(draft, 'Another title');
      expect((await group.drafting.page(group.member, draft)).state).toBe('open');
    });
  });

  describe('with a plan for the open families', () => {
    let draft: string;
    beforeAll(async () => {
      draft = await group.drafting.start(group.member, 'A note with a plan');
      await group.retitle(draft, 'Note of a visit');
    });
    const begin = async (): Promise<string> => {
      const from = (await group.place.server.versions.list()).find(
        ({ name }) => name === 'The redesigned pathway',
      );
      const asked = { from: from?.id, draft, commandId: group.place.command() };
      const answer = await group.lead.post<{ id: string }>('/api/moves', asked);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body.id;
    };

    it('waits until the plan is complete, and for a new plan when the draft has changed since', async () => {
      const move = await begin();
      const sent = () => group.proposal({ effective: '2026-09-05', move: { id: move } });
      expect((await planner(group.place, group.lead).read(move)).published).toBe(false);
      await group.retitle(draft, 'Note of the visit');
      const stale = await group.member.post<Refusal>(`/api/drafts/${draft}/proposal`, sent());
      expect(stale.body.refusal.findings).toMatchObject([{ check: 'open-cases' }]);
      expect(await planner(group.place, group.lead).read(move)).toMatchObject({ stale: true });
    });

    it('cannot be signed before the version is published, and is carried out afterwards', async () => {
      const move = await begin();
      await planner(group.place, group.lead).say(move, () => ({ note: 'The new note.' }));
      await group.lead.post(`/api/moves/${move}/trial`);
      expect(await group.lead.post<Refusal>(`/api/moves/${move}/signature`)).toMatchObject({
        ...{ status: 422, body: { refusal: { reason: 'not-published' } } },
      });
      const sent = group.proposal({ effective: '2026-09-03', move: { id: move } });
      expect(await group.member.post(`/api/drafts/${draft}/proposal`, sent)).toMatchObject({ status: 200 });
      expect(await group.lead.post(`/api/drafts/${draft}/approval`, { commandId: 'e' })).toMatchObject({
        ...{ status: 200 },
      });
      expect(await group.lead.post(`/api/moves/${move}/signature`)).toMatchObject({
        body: { state: 'signed' },
      });
      const { run, still } = planner(group.place, group.lead);
      await run(move);
      expect(await still(move)).toMatchObject({ state: 'done', counts: { moved: 1, failed: 0 } });
    });
  });
});
