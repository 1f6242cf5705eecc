import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../support/workplace.ts';
import { Publisher, timescales } from './publisher.ts';

describe('publishing a draft', () => {
  let group: Publisher;
  beforeAll(async () => {
    group = await Publisher.open();
  });
  afterAll(() => group.place.close());

  describe('that leaves out what the law asks for', () => {
    let draft: string;
    beforeAll(async () => {
      draft = await group.drafting.start(group.member, 'More time for the conference');
      const { files, save: last } = await group.drafting.page(group.member, draft);
      await group.drafting.pen(group.member, draft, 'me');
      const text = (files[timescales] ?? '').replace(
        /("id":\s*"initial-conference"[^}]*?"length":\s*)15/,
        '$120',
      );
      const answer = await group.drafting.save(group.member, draft, last.number, { [timescales]: text });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    });

    it('is held up until somebody answers for it by name, and worked cases that come out otherwise are explained', async () => {
      const said = await group.played(draft);
      expect(said.law).toMatchObject([
        {
          finding: 'statutory-timescales:Initial child protection conference',
          source: expect.stringContaining('Working Together'),
        },
      ]);
      expect(said.examples.failing.length).toBeGreaterThan(0);
      const answer = await group.member.post<Refusal>(
        `/api/drafts/${draft}/proposal`,
        group.proposal({ effective: '2026-09-04' }),
      );
      expect(answer).toMatchObject({ status: 422, body: { refusal: { reason: 'gate' } } });
      expect(answer.body.refusal.findings.map(({ check }) => check)).toEqual(
        expect.arrayContaining(['law', 'examples']),
      );
    });

    it('stands in the change log with the name and the reason; what failed is no worked case of the new version', async () => {
      const { examples, items } = await group.played(draft);
      expect(items.find(({ id }) => id === 'no-errors')).toMatchObject({ met: true });
      const because = 'The conference is held later on purpose.';
      const sent = group.proposal({
        effective: '2026-09-04',
        authorised: [
          {
            finding: 'statutory-timescales:Initial child protection conference',
            ...{ by: 'Hal Moss, director', because: 'Agreed with the department for the trial.' },
          },
        ],
        examples: examples.failing.map(({ id }) => ({ id, because })),
      });
      expect(await group.member.post(`/api/drafts/${draft}/proposal`, sent)).toMatchObject({ status: 200 });
      expect(await group.lead.post(`/api/drafts/${draft}/approval`, { commandId: 'b' })).toMatchObject({
        ...{ status: 200 },
      });
      const [entry] = await group.log();
      expect(entry).toMatchObject({
        authorised: [{ by: 'Hal Moss, director' }],
        holds: 3 - examples.failing.length,
      });
      expect(entry?.examples[0]?.because).toBe(because);
      const kept = await group.place.server.versions.texts(
        (await group.place.server.versions.list()).at(-1)?.id ?? '',
      );
      expect(Object.keys(kept?.examples ?? {})).toHaveLength(3 - examples.failing.length);
    });

    it('comes as a table for a spreadsheet', async () => {
      const answer = await group.member.get<string>('/api/pathway/changes.csv');
      expect(answer.headers['content-type']).toContain('text/csv');
      expect(answer.body).toContain('"More time for the conference"');
      expect(answer.body).toContain('Hal Moss, director');
      expect(answer.body.split('\r\n')[0]).toContain('"What changed","Why","Asked for by","Before"');
    });
  });
});
