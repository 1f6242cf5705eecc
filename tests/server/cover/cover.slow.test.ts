import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/test-server.ts';
import { Workplace, type Family, type Refusal } from '../support/workplace.ts';

interface Covered {
  id: string;
  assignee: { name: string };
  covering?: boolean;
}

describe('cover for an absence', () => {
  let place: Workplace;
  let family: Family;
  beforeAll(async () => {
    place = await Workplace.open();
    family = await place.toAssessment([{ first: 'Zelda', born: '2019-03-02' }]);
    await place.server.signedIn('social-worker', 'elsewhere', 'far');
  });
  afterAll(() => place.close());

  const far = () => place.server.signedIn('social-worker', 'elsewhere', 'far');
  const period = { from: '2026-09-02', to: '2026-09-04' };
  const cover = async (by: 'sam' | 'kim' | 'tia', body: object) =>
    (await place.as(by)).post<{ id: string } & Refusal>('/api/covers', { ...period, ...body });
  const days = (count: number): void => place.server.clock.pass(count * 24 * 60 * 60);

  it('is for the person who is away or their manager to say, and for somebody of the same role', async () => {
    const other = await cover('kim', { absent: 'sam', covering: 'far' });
    expect(other.body.refusal.reason).toBe('out-of-reach');
    const unfit = await cover('tia', { absent: 'sam', covering: 'cyd' });
    expect(unfit.body.refusal).toMatchObject({ reason: 'not-their-role' });
    const backwards = await cover('sam', { absent: 'sam', covering: 'far', from: '2026-09-05' });
    expect(backwards.body.refusal.reason).toBe('period');
    expect((await cover('tia', { absent: 'sam', covering: 'far' })).status).toBe(200);
  });

  it('gives what is the absent person’s own, from the first day to the last', async () => {
    const task = (await place.task(family.id, 'write-assessment')).id;
    const write = async () =>
      (await far()).put(`/api/tasks/${task}/drafts/familyEnvironment`, { value: 'Seen', revision: 0 });
    expect((await write()).status).toBe(403);
    days(1);
    expect((await write()).status).toBe(200);
    const mine = async (browser: Browser) =>
      (await browser.get<{ tasks: Covered[] }>('/api/tasks?view=mine')).body.tasks;
    expect(await mine(await far())).toMatchObject([{ id: task, assignee: { name: 'sam' }, covering: true }]);
    expect((await mine(await place.as('sam'))).map(({ covering }) => covering)).toEqual([undefined]);
    days(2);
    expect((await (await far()).get(`/api/cases/${family.id}`)).status).toBe(200);
    days(1);
    expect((await (await far()).get(`/api/cases/${family.id}`)).status).toBe(403);
  });

  it('ends at once when it is ended', async () => {
    const next = { absent: 'sam', covering: 'far', from: '2026-09-05', to: '2026-09-08' };
    const { id } = (await cover('tia', next)).body;
    expect((await (await far()).get(`/api/cases/${family.id}`)).status).toBe(200);
    expect((await (await place.as('sam')).get<object[]>('/api/covers')).body).toHaveLength(1);
    expect((await (await place.as('kim')).post(`/api/covers/${id}/end`)).status).toBe(403);
    expect((await (await place.as('tia')).post(`/api/covers/${id}/end`)).status).toBe(200);
    expect((await (await far()).get(`/api/cases/${family.id}`)).status).toBe(403);
  });

  it('outside one’s own service is for the manager to say, and whoever is near is told', async () => {
    const later = { absent: 'sam', from: '2026-10-05', to: '2026-10-08' };
    const far_ = await cover('sam', { ...later, covering: 'far' });
    expect([far_.status, far_.body.refusal.reason]).toEqual([422, 'for-the-manager']);
    expect((await cover('sam', { ...later, covering: 'kim' })).status).toBe(200);
    const says = 'kim does the work of sam from 5 October 2026 to 8 October 2026. sam said so.';
    const told = async (name: 'kim' | 'tia' | 'sam') =>
      (await (await place.as(name)).get<{ says: string }[]>('/api/notices')).body.map((one) => one.says);
    expect(await told('kim')).toContain(says);
    expect(await told('tia')).toContain(says);
    expect(await told('sam')).not.toContain(says);
  });

  it('is swept with its notices, once they are long past', async () => {
    const kept = async (kind: 'cover' | 'notice') =>
      (await place.server.store.list('documents', { kind }, { limit: 500 })).rows.length;
    expect([await kept('cover'), await kept('notice')]).not.toContain(0);
    days(200);
    await place.server.signedIn('social-worker');
    expect([await kept('cover'), await kept('notice')]).toEqual([0, 0]);
  });
});
