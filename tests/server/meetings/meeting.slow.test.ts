import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#engine';
import { accountOf, changeAccount } from '../../../server/access/index.ts';
import { toConference } from '../support/to-conference.ts';
import { Workplace, type Family, type Refusal, type Who } from '../support/workplace.ts';

interface Room {
  meeting: {
    expected: { name: string; agency?: string }[];
    minuteTaker?: { id: string };
    couldWrite?: { id: string }[];
  };
  drafts: Record<string, { value: unknown; revision: number }>;
  blocks: Record<string, { rows: { what?: string }[] }>;
  linked: object;
}

describe('a conference held live', () => {
  let place: Workplace;
  let family: Family;
  let task: string;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await toConference(place, [
      { first: 'Ada', born: '2019-03-02' },
      { first: 'Ben', born: '2021-05-06' },
    ]);
    await place.give(family.id, 'hold-conference', 'cyd');
    task = (await place.task(family.id, 'hold-conference')).id;
  });
  afterAll(() => place.close());

  const room = async (by: Who) => (await place.as(by)).get<Room & Refusal>(`/api/meetings/${task}`);
  const type = async (by: Who, key: string, value: unknown, revision = 0) =>
    (await place.as(by)).put<Refusal & { revision: number }>(`/api/meetings/${task}/drafts/${key}`, {
      ...{ value, revision },
    });

  it('expects those invited, the family’s people and its worker, each once', async () => {
    const { meeting } = (await room('cyd')).body;
    const names = meeting.expected.map(({ name }) => name);
    expect(names).toContain('Dana Marsh');
    expect(new Set(names).size).toBe(names.length);
    expect(meeting.expected).toContainEqual(expect.objectContaining({ name: 'sam', agency: 'social-care' }));
  });

  it('is typed by the chair and by whoever was named for it: the same answers, nothing written over', async () => {
    expect((await room('bea')).status).toBe(403);
    const named = await (await place.as('cyd')).put(`/api/meetings/${task}/minute-taker`, { account: 'bea' });
    expect(named.status).toBe(200);
    expect((await room('bea')).body.meeting).toMatchObject({ minuteTaker: { id: 'bea' } });
    const saved = await type('bea', 'preMeet', 'yes');
    expect(saved.status, JSON.stringify(saved.body)).toBe(200);
    expect((await room('cyd')).body.drafts['preMeet']).toMatchObject({ value: 'yes' });
    expect((await type('cyd', 'preMeet', 'no')).body.theirs).toMatchObject({
      value: 'yes',
      by: { id: 'bea' },
    });
    const done = { answers: {}, perChild: {}, commandId: place.command() };
    expect((await (await place.as('bea')).post(`/api/tasks/${task}/completion`, done)).status).toBe(403);
    expect(
      (await (await place.as('bea')).put(`/api/meetings/${task}/minute-taker`, { account: null })).status,
    ).toBe(403);
  });

  it('lets nobody in but those whose work minutes are, and to whom the family is not closed; the audit says whom', async () => {
    const chair = await place.as('cyd');
    const name = (account: string) => chair.put<Refusal>(`/api/meetings/${task}/minute-taker`, { account });
    const other = await place.server.signedIn('social-worker', 'elsewhere', 'oli');
    expect((await name('oli')).body.refusal.reason).toBe('no-such-account');
    expect((await other.get(`/api/meetings/${task}`)).status).toBe(403);
    await place.server.signedIn('business-support', 'north', 'bob');
    const { store } = place.server;
    const bob = await accountOf(store, 'bob');
    if (!bob) throw new Error('no account');
    expect((await room('cyd')).body.meeting.couldWrite?.map(({ id }) => id)).toEqual(['bea', 'bob']);
    await changeAccount(store, { ...bob.body, conflicts: [family.id] }, bob.revision);
    expect((await name('bob')).status).toBe(422);
    expect((await room('cyd')).body.meeting.couldWrite?.map(({ id }) => id)).toEqual(['bea']);
    expect((await name('bea')).status).toBe(200);
    const { rows } = await store.list('audit', { case: family.id, actor: 'cyd' });
    const named = rows.filter(({ action, outcome }) => action === 'name-minute-taker' && outcome === 'ok');
    expect(named.map(({ thing }) => thing)).toContainEqual({ kind: 'account', id: 'bea' });
  });

  it('shows nothing that is withheld from anybody in the family, though the chair reads it elsewhere', async () => {
    const part = await place.server.store.part(family.id, 'map');
    const [row] = part?.blocks['strengths'] ?? [];
    const shown = async (url: string) =>
      ((await (await place.as('cyd')).get<Room>(url)).body.blocks['strengths']?.rows ?? []).length;
    const before = await shown(`/api/meetings/${task}`);
    expect(before).toBeGreaterThan(0);
    const withheld = await (
      await place.as('sam')
    ).post<Refusal>(`/api/cases/${family.id}/withholdings`, {
      ...{ part: 'map', block: 'strengths', row: row?.['id'] },
      ...{
        from: { person: family.mother },
        reason: 'It would put him in danger',
      },
    });
    expect(withheld.status, JSON.stringify(withheld.body)).toBe(200);
    expect(await shown(`/api/meetings/${task}`)).toBe(before - 1);
    expect(await shown(`/api/tasks/${task}`)).toBe(before);
  });

  it('is a step that people meet for: another one is not opened on the screen', async () => {
    await place.give(family.id, 'write-assessment', 'sam');
    const other = await place.task(family.id, 'write-assessment');
    const answer = await (await place.as('sam')).get<Refusal>(`/api/meetings/${other.id}`);
    expect(answer).toMatchObject({ status: 422, body: { refusal: { reason: 'no-meeting' } } });
  });

  it('adjourned keeps what was recorded, asks no more, meets again, and the day it is due stays', async () => {
    const due = (await place.task(family.id, 'hold-conference')).due;
    const steer = { conferenceDecision: ['adjourned'] };
    const answers = await place.answers(family, 'hold-conference', steer);
    const recorded = [
      'heldOn',
      'conferenceType',
      'attendance',
      'decisionWhy',
      'agencyContribution',
      'safeUntilThen',
    ];
    const only: Answers = { answers: {}, perChild: answers.perChild };
    for (const id of recorded) only.answers[id] = answers.answers[id];
    only.answers['preMeet'] = 'yes';
    only.answers['quorate'] = 'no';
    only.answers['notQuorateReason'] = 'Police and health could not come';
    only.answers['meetsAgainOn'] = '2026-09-25';
    for (const own of Object.values(only.perChild)) {
      for (const id of ['threshold', 'childParticipation']) delete own[id];
    }
    const answer = await place.send('cyd', task, only);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const record = await place.server.store.record(answer.body.happened.record);
    expect(record?.answers.answers).toMatchObject({
      agencyContribution: answers.answers['agencyContribution'],
    });
    const again = await place.task(family.id, 'rebook-conference');
    expect(again.due.map(({ on, child }) => [child, on])).toEqual(due.map(({ on, child }) => [child, on]));
  });

  it('booked for after the day it is due says why, and is then booked all the same', async () => {
    await place.give(family.id, 'rebook-conference', 'bea');
    const { id, due } = await place.task(family.id, 'rebook-conference');
    const answers = await place.answers(family, 'rebook-conference');
    answers.answers['conferenceOn'] = '2026-10-30';
    const silent = await (
      await place.as('bea')
    ).post<Refusal>(`/api/tasks/${id}/completion`, {
      ...answers,
      commandId: place.command(),
    });
    expect(due.every(({ on }) => on < '2026-10-30')).toBe(true);
    expect(silent.body.refusal.findings.map(({ check }) => check)).toContain('rule:booked-late');
    expect((await place.send('bea', id, answers)).status).toBe(200);
  });

  it('parts siblings: one adjourned, one decided, and what a decision needs is asked of that one alone', async () => {
    await place.give(family.id, 'hold-conference', 'cyd');
    const { id } = await place.task(family.id, 'hold-conference');
    const answers = await place.answers(family, 'hold-conference', { conferenceDecision: ['child-in-need'] });
    const [ada = '', ben = ''] = family.children;
    Object.assign(answers.perChild[ben] ?? {}, { conferenceDecision: 'adjourned' });
    answers.answers['meetsAgainOn'] = '2026-11-02';
    answers.answers['safeUntilThen'] = 'Gran stays with Ben';
    for (const child of [ada, ben]) delete answers.perChild[child]?.['threshold'];
    const missing = await place.send('cyd', id, answers);
    expect(missing.body.refusal.findings.map(({ question, child }) => [question, child])).toContainEqual([
      'threshold',
      ada,
    ]);
    expect(missing.body.refusal.findings.filter(({ child }) => child === ben)).toEqual([]);
  });
});
