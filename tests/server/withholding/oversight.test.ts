import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeAccount, accountOf } from '../../../server/access/index.ts';
import { Workplace, type Family, type Happened, type Refusal, type Who } from '../support/workplace.ts';

describe('withholding, for those who answer for the work', () => {
  let place: Workplace;
  let family: Family;
  let record: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    for (const [id, role] of [
      ['ins', 'inspector'],
      ['rec', 'records-officer'],
    ] as const) {
      await place.server.signedIn(role, 'elsewhere', id);
    }
  });
  afterAll(() => place.close());

  const note = async (text: string): Promise<string> => {
    const sam = await place.as('sam');
    const made = await sam.post<Happened>(`/api/cases/${family.id}/additions/case-note`, {
      ...{ answers: { noteOn: '2026-09-01', noteKind: 'note', note: text }, perChild: {} },
      ...{ children: family.children, commandId: place.command() },
    });
    return made.body.happened.record;
  };
  const withhold = async (by: Who, of: string, account: string) =>
    (await place.as(by)).post<{ id: string } & Refusal>(`/api/records/${of}/withholdings`, {
      ...{ question: 'note', from: { account }, reason: 'They are in the same choir.' },
    });
  const notices = async (who: Who) =>
    (await (await place.as(who)).get<{ says: string; case?: string }[]>('/api/notices')).body;

  it('is not for a worker to do to a manager of the family, a head, whoever exports records, or an inspector', async () => {
    record = await note('What I forgot to do');
    for (const account of ['tia', 'sue', 'hal', 'rec', 'ins']) {
      const answer = await withhold('sam', record, account);
      expect([account, answer.status, answer.body.refusal.reason]).toEqual([account, 422, 'oversees']);
    }
    expect((await withhold('tia', record, 'sue')).status).toBe(422);
  });

  it('is for the head of service, who may, and not of whom nobody says that they oversee', async () => {
    expect((await withhold('hal', record, 'tia')).status).toBe(200);
    expect((await withhold('sam', record, 'cyd')).status).toBe(200);
    expect((await withhold('sam', record, 'kim')).status).toBe(200);
  });

  it('is told to who manages the team, but not that it is withheld from them', async () => {
    const told = await notices('tia');
    expect(told.map(({ says }) => says)).toEqual(
      expect.arrayContaining(['sam withheld a part of the record of Marsh from kim.']),
    );
    expect(JSON.stringify(told)).not.toMatch(/from tia|choir|forgot/);
    expect(JSON.stringify(await notices('kim'))).not.toContain('withheld');
  });

  it('is on a list of the family, for who may withhold there: what, from whom and why, but not what is theirs', async () => {
    const path = `/api/cases/${family.id}/withheld`;
    const list = async (who: Who) => {
      const { body, status } = await (
        await place.as(who)
      ).get<{ items: { what: string; from: string }[] }>(path);
      return {
        status,
        from: status === 200 ? body.items.map(({ what, from }) => `${what}, ${from}`).sort() : [],
      };
    };
    expect(await list('tia')).toEqual({
      ...{
        status: 200,
        from: [
          'Case note: What happened, and what does it mean?, cyd',
          'Case note: What happened, and what does it mean?, kim',
        ],
      },
    });
    expect((await list('hal')).from).toContain('Case note: What happened, and what does it mean?, tia');
    expect((await list('kim')).status).toBe(403);
  });

  it('asks again at the moment it is done: who is a manager no more is a colleague', async () => {
    const { store } = place.server;
    const tia = await accountOf(store, 'tia');
    const roles = ['social-worker'];
    if (tia) await changeAccount(store, { ...tia.body, roles }, tia.revision);
    expect((await withhold('sam', await note('Another note'), 'tia')).status).toBe(200);
  });
});
