import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toConference } from '../support/to-conference.ts';
import { Workplace, type Family } from '../support/workplace.ts';

interface LeftOut {
  leftOut: { why: string; what?: string; question?: string; count?: number }[];
}

const person = (name: string, agency: string) => ({ name, agency, role: agency, attended: 'in-person' });
const secret = 'Health says he follows them home.';

describe('minutes of a meeting', () => {
  let place: Workplace;
  let family: Family;
  let record: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await toConference(place, [
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-04' },
    ]);
    const steer = { conferenceDecision: ['child-in-need'] };
    const held = await place.complete(family, 'cyd', 'hold-conference', steer, ({ answers }) => {
      answers['attendance'] = [person('Mrs Hale', 'school'), person('PC Orr', 'police')];
      answers['quorate'] = 'yes';
      answers['dissent'] = secret;
    });
    const kept = await (
      await place.as('tia')
    ).post(`/api/records/${held.record}/withholdings`, {
      ...{ question: 'dissent', from: { person: family.mother }, reason: 'He would know who told us.' },
    });
    expect(kept.status).toBe(200);
    await place.complete(family, 'bea', 'send-decision-letter');
    const [ada = '', ben = ''] = family.children;
    ({ record } = await place.complete(family, 'bea', 'draft-minutes', {}, ({ answers, perChild }) => {
      answers['childVoice'] = [
        { childIds: [ada], ownWords: 'ADA SAID', date: '2026-03-02', tool: 'three-houses' },
        { childIds: [ben], ownWords: 'BEN SAID', date: '2026-03-02', tool: 'three-houses' },
      ];
      for (const [id, own] of Object.entries(perChild)) own['childSummary'] = `FOR ${id}`;
    }));
  });
  afterAll(() => place.close());

  const read = async (query = '') => {
    const tia = await place.as('tia');
    const at = `/api/records/${record}/outputs/conference-minutes`;
    const headers = { cookie: tia.cookie() };
    const page = await place.server.app.inject({ url: `${at}?as=html${query}`, headers });
    const { body } = await tia.get<LeftOut>(`${at}/left-out?${query.slice(1)}`);
    return { page: page.body, leftOut: body.leftOut };
  };

  it('repeat who was there and whether they were enough, as recorded; what is withheld of it is said and not told', async () => {
    const { page, leftOut } = await read();
    for (const said of ['Mrs Hale', 'PC Orr', 'Were enough of us there to decide?', 'ADA SAID', 'BEN SAID'])
      expect(page).toContain(said);
    expect(page).not.toContain('follows them');
    expect(leftOut).toContainEqual(expect.objectContaining({ why: 'withheld', question: 'dissent' }));
  });

  it('for one child hold nothing that is a brother’s alone', async () => {
    const [ada = '', ben = ''] = family.children;
    const { page, leftOut } = await read(`&child=${ben}`);
    for (const said of ['Mrs Hale', 'BEN SAID', `FOR ${ben}`]) expect(page).toContain(said);
    for (const other of ['ADA SAID', `FOR ${ada}`]) expect(page).not.toContain(other);
    expect(leftOut.map(({ why }) => why)).toContain('other-child');
  });
});
