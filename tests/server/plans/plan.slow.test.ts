import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '#engine';
import type { Person } from '../../../server/access/index.ts';
import { changeNetwork } from '../../../server/cases/change-network.ts';
import { changePlan } from '../../../server/plans/change-plan.ts';
import type { Store } from '../../../server/store/port.ts';
import { readAs } from '../../../server/withholding/index.ts';
import { toConference } from '../support/to-conference.ts';
import { Workplace, days, type Family, type Refusal, type Who } from '../support/workplace.ts';

interface Action {
  id: string;
  what: string;
  owner?: { id: string };
  late: boolean;
  settled: boolean;
  status: string;
  whatHappened?: string;
  said?: { by: string; at: string };
}
interface Plan {
  may: boolean;
  revisions: Record<string, number>;
  owners: { id: string; name: string }[];
  actions: Action[];
  rules: { id: string; rule: string; tests: { held?: boolean; whoDidWhat: string }[] }[];
  tests: object[];
}

const step = (what: string, who: string, byWhen: string) => ({ what, who, agency: 'social-care', byWhen });

describe('the plan of a family', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await toConference(place, [{ first: 'Ada', born: '2019-03-02' }]);
    const decided = { conferenceDecision: ['protection-plan'], category: ['NEG'] };
    await place.complete(family, 'cyd', 'hold-conference', decided, (answers: Answers) => {
      answers.answers['nextSteps'] = [
        step('Find a nursery place', 'sam', '2026-10-20'),
        step('Go to the doctor', 'Dana', '2026-09-30'),
      ];
      answers.answers['safetyRules'] = [
        {
          rule: 'Gran comes when Dad drinks',
          whoDoesWhat: 'Gran',
          whenTriggered: 'At once',
          howWeKnow: 'She rings',
        },
      ];
    });
    await place.complete(family, 'sam', 'write-plan');
    await place.give(family.id, 'hold-core-group', 'sam');
  });
  afterAll(() => place.close());

  const path = (): string => `/api/cases/${family.id}/plan`;
  const plan = async (name: Who = 'sam'): Promise<Plan> =>
    (await (await place.as(name)).get<Plan>(path())).body;
  const action = async (what: string): Promise<Action> => {
    const found = (await plan()).actions.find((one) => one.what === what);
    if (!found) throw new Error(`no action ${what}`);
    return found;
  };
  const change = async (block: string, row: object, more: { by?: Who; revision?: number } = {}) => {
    const revision = more.revision ?? (await plan()).revisions[block] ?? 0;
    const sent = { block, rows: [row], revision, commandId: place.command() };
    return (await place.as(more.by ?? 'sam')).put<Refusal & { revision: number }>(path(), sent);
  };

  it('lists what was agreed in the meeting, the most overdue first, with whose list it is in', async () => {
    place.server.clock.pass(days(14));
    const { actions, owners } = await plan();
    const agreed = actions.filter((one) => ['Go to the doctor', 'Find a nursery place'].includes(one.what));
    expect(agreed.map(({ what, late }) => [what, late])).toEqual([
      ['Go to the doctor', true],
      ['Find a nursery place', false],
    ]);
    expect(owners.map((one) => one.id)).toContain('sam');
    expect(agreed.map(({ owner }) => owner?.id)).toEqual([undefined, 'sam']);
    const mine = await (await place.as('sam')).get<{ actions: Action[] }>('/api/plans/actions');
    expect(mine.body.actions.map(({ what }) => what)).toContain('Find a nursery place');
    const others = await (await place.as('kim')).get<{ actions: Action[] }>('/api/plans/actions');
    expect(others.body.actions).toEqual([]);
  });

  it('is done once and done everywhere: the core group shows it done, by whom and when', async () => {
    const { id } = await action('Find a nursery place');
    const answer = await change('nextSteps', { id, done: 'done', whatHappened: 'Starts on Monday' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(await action('Find a nursery place')).toMatchObject({
      ...{ settled: true, status: 'done', whatHappened: 'Starts on Monday' },
      said: { by: 'sam', at: place.server.clock.now() },
    });
    const task = await place.task(family.id, 'hold-core-group');
    const sam = await place.as('sam');
    const page = await sam.get<{ blocks: Record<string, { rows: Action[] }> }>(`/api/tasks/${task.id}`);
    expect(page.body.blocks['nextSteps']?.rows).toContainEqual(expect.objectContaining({ id, done: 'done' }));
    const mine = await sam.get<{ actions: Action[] }>('/api/plans/actions');
    expect(mine.body.actions.map(({ what }) => what)).not.toContain('Find a nursery place');
  });

  it('is taken back as it was: what had not been said is not said', async () => {
    const before = await action('Go to the doctor');
    await change('nextSteps', { id: before.id, done: 'done', whatHappened: 'We went' });
    expect((await change('nextSteps', { id: before.id, done: '', whatHappened: '' })).status).toBe(200);
    expect(await action('Go to the doctor')).toEqual(before);
  });

  it('asks why where something was not done, and adds what somebody thought of', async () => {
    const { id } = await action('Go to the doctor');
    const silent = await change('nextSteps', { id, done: 'dropped' });
    expect(silent.status).toBe(422);
    expect(silent.body.refusal.message).toMatch(/Say why/);
    const said = await change('nextSteps', { id, done: 'dropped', whatHappened: 'The cough is gone' });
    expect(said.status).toBe(200);
    const unowned = await change('nextSteps', { what: 'Ring the school' });
    expect(unowned.body.refusal.findings.map(({ message }) => message).join()).toMatch(/“Who” is needed/);
    expect((await change('nextSteps', step('Ring the school', 'sam', '2026-11-30'))).status).toBe(200);
    expect((await plan()).actions.map(({ what }) => what)).toContain('Ring the school');
    expect((await change('harms', { whatHappened: 'x' })).status).toBe(422);
  });

  it('is not written over: what changed since it was read is shown first, what others changed beside it is not in the way', async () => {
    const { id } = await action('Ring the school');
    const { revisions } = await plan();
    const before = revisions['nextSteps'] ?? 0;
    expect((await change('nextSteps', step('Another thing', 'sam', '2026-12-01'))).status).toBe(200);
    const beside = await change('nextSteps', { id, done: 'under-way' }, { revision: before });
    expect(beside.status, JSON.stringify(beside.body)).toBe(200);
    const stale = await change('nextSteps', { id, done: 'done' }, { revision: before, by: 'tia' });
    expect(stale).toMatchObject({ status: 409, body: { changed: { by: 'sam' } } });
    expect((await action('Ring the school')).status).toBe('under-way');
  });

  it('is not written over by somebody who changed the same row in the same moment', async () => {
    const { server } = place;
    const { id } = await action('Another thing');
    const { revisions } = await plan();
    const renamed = (what: string, by: string) => ({
      ...{ case: family.id, block: 'nextSteps', rows: [{ id, what }], by },
      ...{ revision: revisions['nextSteps'] ?? 0, commandId: place.command() },
    });
    // somebody else is stored between what was looked at first and what is decided
    let first: Promise<unknown> | undefined;
    const attachmentFacts: typeof server.store.attachmentFacts = async (ids) => {
      first ??= changePlan(server, server, renamed('Another thing by tia', 'tia'));
      await first;
      return server.store.attachmentFacts(ids);
    };
    const store = new Proxy(server.store, {
      get: (target, name: keyof Store) => (name === 'attachmentFacts' ? attachmentFacts : target[name]),
    });
    const host = { store, clock: server.clock, versions: server.versions };
    await expect(changePlan(host, host, renamed('Another thing by sam', 'sam'))).rejects.toMatchObject({
      status: 409,
    });
    expect((await action('Another thing by tia')).id).toBe(id);
    const put = await server.store.part(family.id, 'actions');
    await changePlan(server, server, {
      ...{ ...renamed('Another thing', 'sam'), revision: put?.revision ?? 0 },
    });
  });

  it('does not tell whether somebody is of the family from whose row the writer is kept', async () => {
    const { store } = place.server;
    const sam = await place.as('sam');
    const { body: aunt } = await sam.post<{ id: string }>('/api/people', {
      ...{ person: { firstNames: 'Petronella', familyName: 'Quill' }, case: family.id },
      commandId: place.command(),
    });
    const rows = [{ personId: aunt.id, relationshipToEachChild: 'relative' }];
    const revision = (await store.part(family.id, 'network'))?.revision ?? 0;
    const commandId = place.command();
    const joined = await sam.put(`/api/cases/${family.id}/network`, { rows, revision, commandId });
    expect(joined.status, JSON.stringify(joined.body)).toBe(200);
    const network = (await store.part(family.id, 'network'))?.blocks['network'];
    const row = network?.find((one) => one['personId'] === aunt.id)?.['id'];
    const member = { person: aunt.id, whatTheyWillDo: 'Fetch the children' };
    const withheld = await sam.post(`/api/cases/${family.id}/withholdings`, {
      ...{ part: 'network', block: 'network', row, from: { account: 'cyd' }, reason: 'She is her sister' },
    });
    expect(withheld.status).toBe(200);
    const [known, stranger] = [
      await change('networkMembers', member, { by: 'cyd' }),
      await change('networkMembers', { ...member, person: 'nobody-on-file' }, { by: 'cyd' }),
    ];
    expect([known.status, stranger.status]).toEqual([422, 422]);
    expect(known.body.refusal).toEqual(stranger.body.refusal);
    // nor may a row that is kept from the writer be written over by whoever knows its id
    const now = (await store.part(family.id, 'network'))?.revision ?? 0;
    const over = changeNetwork(place.server, {
      ...{ case: family.id, by: { id: 'cyd' } as Person, revision: now, commandId: place.command() },
      rows: [{ id: row, personId: family.mother, relationshipToEachChild: 'Mother' }],
      joins: { refused: [], tell: () => Promise.resolve() },
      reading: await readAs(place.server, family.id, 'cyd'),
    });
    await expect(over).rejects.toMatchObject({ status: 422, message: 'row-unknown' });
    expect((await change('networkMembers', member)).status).toBe(200);
  });

  it('keeps a test beside the rule it tested, also after the rule is put in other words', async () => {
    const rule = (await plan()).rules.find((one) => one.rule.startsWith('Gran'));
    const test = { date: '2026-09-30', whatHappened: 'Dad drank', whoDidWhat: 'Gran came', held: 'held' };
    const tested = await change('planTests', { ...test, rule: rule?.rule });
    expect(tested.status, JSON.stringify(tested.body)).toBe(200);
    expect((await change('safetyRules', { id: rule?.id, rule: 'Gran stays the night' })).status).toBe(200);
    const now = await plan();
    expect(now.rules.find(({ id }) => id === rule?.id)).toMatchObject({
      ...{ rule: 'Gran stays the night', tests: [{ held: true, whoDidWhat: 'Gran came' }] },
    });
    expect(now.tests).toEqual([]);
  });

  it('is changed by those who work with the family', async () => {
    expect((await plan('kim')).may).toBe(false);
    expect((await change('nextSteps', step('Mine', 'kim', '2026-12-01'), { by: 'kim' })).status).toBe(403);
    expect((await change('nextSteps', step('A chair’s', 'cyd', '2026-12-01'), { by: 'cyd' })).status).toBe(
      200,
    );
  });

  it('tells a form that was begun before: cells others changed stay theirs, and the same cell is looked at again', async () => {
    const row = async (what: string) =>
      (await place.server.store.part(family.id, 'actions'))?.blocks['nextSteps']?.find(
        (one) => one['what'] === what,
      );
    const began = [await row('Ring the school'), await row('Another thing')];
    const [school, other] = began.map((one) => String(one?.['id']));
    await change('nextSteps', { id: school, done: 'done' });
    await change('nextSteps', { id: other, done: 'dropped', whatHappened: 'Not needed' });
    const task = await place.task(family.id, 'hold-core-group');
    const answers = await place.answers(family, 'hold-core-group', { coreGroupAgain: ['yes'] });
    answers.answers['actions'] = [
      { ...began[0], byWhen: '2026-12-24' },
      { ...began[1], done: 'under-way' },
    ];
    const clash = await place.send('sam', task.id, answers);
    expect(clash.status).toBe(422);
    expect(clash.body.refusal.findings).toMatchObject([
      {
        check: 'row-changed-meanwhile',
        question: 'actions',
        message: expect.stringContaining('Another thing'),
      },
    ]);
    answers.answers['actions'] = [{ ...began[0], byWhen: '2026-12-24' }];
    const sent = await place.send('sam', task.id, answers);
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect(await row('Ring the school')).toMatchObject({ done: 'done', byWhen: '2026-12-24' });
    expect(await row('Another thing')).toMatchObject({ done: 'dropped' });
  });

  it('is taken further by its chair when it is not working, and what was decided stands with the family', async () => {
    interface Row {
      case: string;
      says: string;
      does: string[];
      escalation?: string;
      reason?: { says: string; by: string };
    }
    const list = async (by: Who, id: string) =>
      (await (await place.as(by)).get<{ rows: Row[] }>(`/api/worklists/${id}`)).body.rows;
    expect((await change('nextSteps', step('Mend the stairs', 'Dana', '2026-11-01'))).status).toBe(200);
    place.server.clock.pass(days(61));
    const stands = (await list('cyd', 'standing-actions')).find(({ case: id }) => id === family.id);
    expect(stands?.says).toMatch(/^open for \d+ days$/);
    expect(stands?.does).toContain('escalate');
    const listed = async (by: Who) =>
      (await list(by, 'standing-actions')).some(({ case: id }) => id === family.id);
    expect(await listed('kim')).toBe(true);
    const part = await place.server.store.part(family.id, 'actions');
    const stairs = part?.blocks['nextSteps']?.find(({ what }) => what === 'Mend the stairs');
    const [tia, cyd] = [await place.as('tia'), await place.as('cyd')];
    const kept = await tia.post(`/api/cases/${family.id}/withholdings`, {
      ...{ part: 'actions', block: 'nextSteps', row: stairs?.['id'] },
      ...{ from: { account: 'kim' }, reason: 'She lives there' },
    });
    expect(kept.status).toBe(200);
    expect([await listed('kim'), await listed('cyd')]).toEqual([false, true]);
    const reason = 'Nothing of what was agreed has been done since the conference';
    const sent = await cyd.post<Refusal>(`/api/cases/${family.id}/escalations`, {
      ...{ to: { role: 'service-manager' }, reason, commandId: place.command() },
    });
    expect(sent.status).toBe(200);
    const open = async () => (await list('sue', 'escalated')).find(({ reason: why }) => why?.says === reason);
    const waits = await open();
    expect(waits).toMatchObject({ case: family.id, reason: { by: 'cyd' } });
    const url = `/api/cases/${family.id}/escalations/${waits?.escalation ?? ''}/answer`;
    const says = { says: 'Legal planning this week', commandId: place.command() };
    expect((await cyd.post(url, says)).status).toBe(403);
    expect((await (await place.as('sue')).post(url, says)).status).toBe(200);
    expect(await open()).toBeUndefined();
    const history = await cyd.get<{ entries: { says: string }[] }>(`/api/cases/${family.id}/history`);
    const told = history.body.entries.map((entry) => entry.says);
    expect(told).toContain(`Taken further to service manager: ${reason}`);
    expect(told).toContain('Answered what was taken further: Legal planning this week');
  });
});
