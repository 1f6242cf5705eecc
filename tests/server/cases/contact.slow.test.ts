import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCommit, aFamily } from '../support/a-commit.ts';
import { Workplace, type Refusal, type Said } from '../support/workplace.ts';

interface Opened {
  case: string;
  task: string;
}

describe('a contact', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = await Workplace.open();
  });
  afterAll(() => place.close());

  const ada = { new: { firstNames: 'Ada', familyName: 'Marsh', dateOfBirth: '2019-03-02' } };
  const ben = { new: { firstNames: 'Ben', familyName: 'Okafor', dateOfBirth: '2021-05-06' } };
  const tell = async (contact: object, commandId = place.command()) =>
    (await place.as('bea')).post<Opened & Refusal>('/api/cases', { contact, commandId });

  it('makes a family known by the names in it, and opens one task for all its children in the queue of who records it', async () => {
    const answer = await tell({ children: [ada, ben] });
    expect(answer.status).toBe(200);
    const bea = await place.as('bea');
    const queue = await bea.post<{ tasks: Said[] }>('/api/tasks/search', { view: 'mine', text: 'Marsh' });
    expect(queue.body.tasks).toMatchObject([
      { id: answer.body.task, what: 'Record the contact', caseName: 'Marsh and Okafor' },
    ]);
    expect(queue.body.tasks[0]?.children.map((child) => child.name)).toEqual(['Ada Marsh', 'Ben Okafor']);
  });

  it('sent twice by one command is one family with one set of children', async () => {
    const first = await tell({ children: [ada] }, 'same');
    const again = await tell({ children: [ada] }, 'same');
    expect(again.body).toEqual(first.body);
    expect((await place.case(first.body.case)).children).toHaveLength(1);
  });

  it('about a child who is named twice is about one child', async () => {
    const bea = await place.as('bea');
    const person = await bea.post<{ id: string }>('/api/people', { person: ada.new, commandId: 'ada-once' });
    const one = { person: person.body.id };
    const answer = await tell({ children: [one, one] });
    expect((await place.case(answer.body.case)).children.map((child) => child.id)).toEqual([person.body.id]);
  });

  it('about a family that is known opens work again only for children without any', async () => {
    const known = await tell({ children: [ada] });
    const child = (await place.case(known.body.case)).children[0]?.id ?? '';
    const again = await tell({ existing: known.body.case, children: [{ person: child }] });
    expect(again.status).toBe(409);
    expect(again.body.refusal.message).toContain('open already');
    const sibling = await tell({ existing: known.body.case, children: [ben] });
    expect(sibling.status).toBe(200);
    // nothing was recorded yet: the sibling joins the task that is open
    expect(sibling.body.task).toBe(known.body.task);
  });

  it('with somebody who is not on file, or impossible, is refused and nothing is stored', async () => {
    const nobody = await tell({ children: [{ person: 'nobody' }] });
    expect(nobody).toMatchObject({ status: 422, body: { refusal: { reason: 'unknown-person' } } });
    const born = { new: { familyName: 'Later', dateOfBirth: '2027-01-01' } };
    const later = await tell({ children: [born] });
    expect(later.status).toBe(422);
    expect(later.body.refusal.findings).toMatchObject([{ question: 'dateOfBirth' }]);
    const found = await (await place.as('bea')).post<unknown[]>('/api/cases/search', { text: 'Later' });
    expect(found.body).toEqual([]);
  });

  it('about a family, or a child of one, that the sender may not know of is as if there were none', async () => {
    const { store } = place.server;
    const restricted = { to: ['kim'], contact: 'Kim', shown: 'hidden' as const };
    const put = {
      id: 'hidden-child',
      body: { familyName: 'Secret' },
      keys: [],
      expecting: 0,
      by: 'x',
      at: '',
    };
    const family = aFamily('hidden-case', { people: ['hidden-child'], restricted });
    const base = aCommit(0, { family });
    await store.commit({ ...base, case: { ...base.case, id: 'hidden-case' }, people: [put] });
    expect((await tell({ existing: 'hidden-case', children: [ada] })).status).toBe(404);
    expect(await tell({ children: [{ person: 'hidden-child' }] })).toMatchObject({
      status: 422,
      body: { refusal: { reason: 'unknown-person' } },
    });
  });
});
