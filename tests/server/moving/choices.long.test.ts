import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/test-server.ts';
import { Workplace } from '../support/workplace.ts';
import type { Family } from '../support/workplace.ts';
import { planner, publishRedrawn } from './removal.ts';

describe('a family for whom the plan says too little', () => {
  let place: Workplace;
  let lead: Browser;
  let hal: Browser;
  let family: Family;
  let move: string;
  const read = () => planner(place, hal).read(move);

  beforeAll(async () => {
    place = await Workplace.open({ published: true });
    family = await place.openFamily([{ first: 'Ada', born: '2019-03-02' }]);
    await place.complete(family, 'bea', 'record-contact');
    const to = await publishRedrawn(place);
    lead = await place.server.signedIn('practice-lead', 'north', 'lea');
    hal = await place.as('hal');
    const { begin, say, post } = planner(place, lead);
    move = await begin(to);
    // screening counts as done: then nothing of the contact is left, and nobody says what comes next
    await say(move, ({ steps }) => ({
      ...{ note: 'We tried it.', steps: [...steps, { from: 'screen-contact', to: null }] },
    }));
    await post(`/api/moves/${move}/trial`);
  });
  afterAll(() => place.close());

  it('is told when the plan is tried: by name to whoever may read it, with the places that come close in words', async () => {
    const { trial } = await read();
    expect(trial).toMatchObject({ cases: 1, move: 0 });
    const [needs] = trial?.needAPerson ?? [];
    expect(needs).toMatchObject({ case: family.id, readable: true, name: 'Marsh' });
    expect(needs?.troubles[0]?.nearest.map(({ says }) => says)).toContain(
      'Open from then on: “Screen the contact”.',
    );
    const unnamed = (await planner(place, lead).read(move)).trial?.needAPerson[0];
    expect(unnamed?.readable).toBe(false);
    expect(unnamed).not.toHaveProperty('name');
  });

  it('moved all the same is left where it was, and says that it needs a person', async () => {
    const { run, still, post } = planner(place, lead);
    await post(`/api/moves/${move}/signature`);
    await run(move);
    expect(await still(move)).toMatchObject({ state: 'done', counts: { moved: 0, 'needs-a-person': 1 } });
    const kase = await place.case(family.id);
    expect(kase.tasks.map(({ step }) => step)).toEqual(['screen-contact']);
  });

  it('goes on by a further plan that takes over what was decided, with the place a person chose', async () => {
    const { begin, say, post, run, still, read: page } = planner(place, lead);
    const first = await page(move);
    const further = await begin(first.plan.to);
    const taken = await page(further);
    expect(taken.plan.steps).toContainEqual({ from: 'screen-contact', to: null });
    expect(taken.plan.note).toBe('We tried it.');
    const nearest = first.trial?.needAPerson[0]?.troubles[0]?.nearest ?? [];
    const chosen = nearest.find(({ says }) => says.includes('Screen the contact'));
    await say(further, () => ({ places: chosen ? [chosen.choice] : [] }));
    await post(`/api/moves/${further}/trial`);
    expect((await page(further)).trial).toMatchObject({ move: 1, needAPerson: [] });
    await post(`/api/moves/${further}/signature`);
    await run(further);
    expect(await still(further)).toMatchObject({ counts: { moved: 1 } });
    expect((await place.case(family.id)).tasks.map(({ step }) => step)).toEqual(['look-at-contact']);
  });
});
