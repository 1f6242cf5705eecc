import { describe, expect, it } from 'vitest';
import { clockDue, dryRun, landCase, moveCase, signPlan } from '#engine';
import type { Case, MovePlan, Version } from '#engine';
import { done } from '../../support/small-version.ts';
import { act, familyAfter, moved, planFor, redrawn, stepDone, tasksOf } from '../../support/moving.ts';

const troublesOf = (from: Version, to: Version, kase: Case, said: Partial<MovePlan> = {}) =>
  landCase(planFor(from, to, said), from, to, kase).tracks.flatMap((one) =>
    one.kind === 'needs-a-person' ? one.troubles : [],
  );

describe('a step taken out where it stands alone', () => {
  const before = {
    main: '(start) -> write -> check -> <way>\n<way> -[a = true]-> sign -> (end)\n<way> => (over)',
  };
  const after = { main: '(start) -> write -> <way>\n<way> -[a = true]-> sign -> (end)\n<way> => (over)' };
  const steps = [{ from: 'check', to: null }];

  it('needs a person, who is shown first where the old drawing would have led', async () => {
    const { from, to } = await redrawn(before, after);
    const [trouble] = troublesOf(from, to, familyAfter(from, ['write']), { steps });
    expect(trouble).toMatchObject({ reason: 'no-place', process: 'main', open: ['check'] });
    expect(trouble?.nearest.map(({ choice, next }) => [choice.to, next])).toEqual([
      [['sign'], true],
      [['write'], false],
    ]);
  });

  it('lands for every case that stands there once a person has chosen', async () => {
    const { from, to } = await redrawn(before, after);
    const family = familyAfter(from, ['write']);
    const choice = troublesOf(from, to, family, { steps })[0]?.nearest[0]?.choice;
    const { case: now } = moved(from, to, family, { steps, places: choice ? [choice] : [] });
    expect(tasksOf(now)).toEqual(['sign (ada)']);
  });

  it('inside a stage that goes on to exist is for a person to say, though another branch is open', async () => {
    const stage = (inside: string) => ({
      main: '(start) -> |fork| -> [plan] -> |join| -> (end)\n|fork| -> visit -> |join|',
      plan: inside,
    });
    const { from, to } = await redrawn(stage('(a) -> write -> check -> (b)'), stage('(a) -> write -> (b)'));
    const family = familyAfter(from, ['write']);
    const [trouble] = troublesOf(from, to, family, { steps });
    expect(trouble).toMatchObject({ process: 'plan', open: ['check'] });
    expect(trouble?.nearest[0]).toMatchObject({ choice: { to: [] }, next: true });
    const places = [{ process: 'plan', open: ['check'], to: [] }];
    const { case: now } = moved(from, to, family, { steps, places });
    expect(tasksOf(now)).toEqual(['visit (ada)']);
    expect(stepDone(to, now, 'visit', 21).case.tracks[0]?.track).toBeNull();
  });
});

describe('a choice for whoever has nothing left in a stage', () => {
  it('leaves alone whoever is still at work in it', async () => {
    const drawn = (inside: string) => ({
      main: '(start) -> [plan] -> sign -> (end)',
      plan: inside,
    });
    const { from, to } = await redrawn(drawn('(a) -> write -> check -> (b)'), drawn('(a) -> write -> (b)'));
    const family = familyAfter(from, [{ step: 'write', for: ['ada'] }], ['ada', 'ben']);
    expect(tasksOf(family)).toEqual(['plan/check (ada)', 'plan/write (ben)']);
    const { case: now } = moved(from, to, family, {
      steps: [{ from: 'check', to: null }],
      places: [
        { process: 'plan', open: ['check'], to: [] },
        { process: 'main', open: ['plan'], done: ['plan'], to: ['sign'] },
      ],
    });
    expect(tasksOf(now)).toEqual(['plan/write (ben)', 'sign (ada)']);
  });

  it('is offered once the stage was said to be done', async () => {
    const drawn = (inside: string) => ({ main: '(start) -> [plan] -> sign -> (end)', plan: inside });
    const { from, to } = await redrawn(drawn('(a) -> write -> check -> (b)'), drawn('(a) -> write -> (b)'));
    const [trouble] = troublesOf(from, to, familyAfter(from, ['write']), {
      steps: [{ from: 'check', to: null }],
      places: [{ process: 'plan', open: ['check'], to: [] }],
    });
    expect(trouble).toMatchObject({ process: 'main', open: ['plan'], done: ['plan'] });
    expect(trouble?.message).toContain('“plan” is open, and nothing is left of “plan”.');
    expect(trouble?.nearest[0]?.choice).toEqual({
      process: 'main',
      open: ['plan'],
      done: ['plan'],
      to: ['sign'],
    });
  });
});

describe('what is open in no place of the new drawing', () => {
  it('is shown with the places that are near, and what each would close and open', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> |fork| -> write -> |join| -> (end)\n|fork| -> visit -> |join|' },
      { main: '(start) -> write -> visit -> (end)' },
    );
    const [trouble] = troublesOf(from, to, familyAfter(from, []));
    expect(trouble?.message).toBe(
      'In “main”, “visit” and “write” are open. The new drawing has no place with exactly what follows. Choose where the child goes on.',
    );
    expect(trouble?.nearest.map(({ choice, closes, opens }) => [choice.to, closes, opens])).toEqual([
      [['write'], ['visit'], []],
      [['visit'], ['write'], []],
    ]);
  });

  it('may begin a stage anew when a person chooses it', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> write -> (end)' },
      { main: '(start) -> draft -> [meet] -> (end)', meet: '(a) -> invite -> hold -> (b)' },
    );
    const { case: now } = moved(from, to, familyAfter(from, []), {
      steps: [{ from: 'write', to: null }],
      places: [{ process: 'main', open: ['write'], to: ['meet'] }],
    });
    expect(tasksOf(now)).toEqual(['meet/invite (ada)']);
  });
});

describe('steps that several stages call', () => {
  const called = (first: string, second: string) => ({
    main: `(start) -> {${first}=talk} -> write -> {${second}=talk} -> (end)`,
    talk: '(a) -> discuss -> (b)',
  });

  it('go on in the stage they were in', async () => {
    const { from, to } = await redrawn(called('early', 'late'), called('early', 'late'));
    expect(tasksOf(moved(from, to, familyAfter(from, ['discuss', 'write'])).case)).toEqual([
      'late/discuss (ada)',
    ]);
  });

  it('go on in the stage that follows by the plan, and without its word a person is asked', async () => {
    const { from, to } = await redrawn(called('early', 'late'), called('first', 'last'));
    const family = familyAfter(from, ['discuss', 'write']);
    expect(troublesOf(from, to, family)).toMatchObject([{ reason: 'two-ways', element: 'discuss' }]);
    const steps = [
      { from: 'early', to: 'first' },
      { from: 'late', to: 'last' },
    ];
    expect(tasksOf(moved(from, to, family, { steps }).case)).toEqual(['last/discuss (ada)']);
  });
});

describe('waits', () => {
  const waiting = (more: string) => ({
    main: `(start) -> <?wait> -> ~later "later" -> write -> (end)\n<?wait> -> @news "news" -> write${more}`,
  });

  it('for news and time go on as they were, and the clock wakes when it would have', async () => {
    const timescales = [{ id: 'later', from: 'asked', until: ['gone'], length: 5 }];
    const facts = { ask: [{ fact: 'asked', on: 'completed' }] };
    const drawn = (step: string) => ({
      main: `(start) -> ask -> <?wait> -> ~later "later" -> ${step} -> (end)\n<?wait> -> @news "news" -> ${step}`,
    });
    const { from, to } = await redrawn(
      { drawing: drawn('write'), timescales, facts },
      { drawing: drawn('draft'), timescales, facts },
    );
    const family = familyAfter(from, ['ask']);
    expect(family.wakeUp).toBeDefined();
    const { case: now } = moved(from, to, family, { steps: [{ from: 'write', to: 'draft' }] });
    expect(now.wakeUp).toBe(family.wakeUp);
    expect(now.tracks[0]?.timers).toEqual(family.tracks[0]?.timers);
    const woken = done(clockDue(to, now, { ...act(30) })).case;
    expect(tasksOf(woken)).toEqual(['draft (ada)']);
  });

  it('that may be cut short by more news than before land where they also wait for it', async () => {
    const { from, to } = await redrawn(waiting(''), waiting('\n<?wait> -> @call "call" -> write'));
    expect(landCase(planFor(from, to), from, to, familyAfter(from, []))).toMatchObject({ lands: true });
  });
});

describe('strands', () => {
  const main = '(start) -> write -> (end)';
  const worry = '(told "worry") -> consider -> decide -> (said)';
  const facts = { steps: { write: { sends: 'worry' } } };

  it('go on under another name when they begin with the same news', async () => {
    const { from, to } = await redrawn(
      { drawing: { main: '(start) -> write -> sign -> (end)', worry }, ...facts },
      { drawing: { main: '(start) -> write -> sign -> (end)', concern: worry }, ...facts },
    );
    const steps = ['consider', 'decide'].map((id) => ({ from: id, to: id }));
    const { case: now } = moved(from, to, familyAfter(from, ['write']), { steps });
    expect(now.tasks.map(({ step, process, stage }) => [step, process, stage])).toEqual([
      ['sign', 'main', 'sign'],
      ['consider', 'concern', 'concern'],
    ]);
  });

  it('that are gone end with what is open in them, when the plan says so', async () => {
    const { from, to } = await redrawn(
      { drawing: { main: '(start) -> write -> sign -> (end)', worry }, ...facts },
      { main: '(start) -> write -> sign -> (end)' },
    );
    const said = {
      steps: ['consider', 'decide'].map((id) => ({ from: id, to: null })),
      strands: [{ from: 'worry', to: null }],
    };
    const { case: now } = moved(from, to, familyAfter(from, ['write']), said);
    expect(tasksOf(now)).toEqual(['sign (ada)']);
    expect(now.tracks.map(({ process, ended }) => [process, ended !== undefined])).toEqual([
      ['main', false],
      ['worry', true],
    ]);
  });

  it('can’t take over what was open on the way through the pathway', async () => {
    const { from, to } = await redrawn(
      { main },
      { main: '(start) -> sign -> (end)', worry: '(told "worry") -> write -> (said)' },
    );
    const family = familyAfter(from, []);
    expect(troublesOf(from, to, family, { steps: [{ from: 'write', to: 'write' }] })).toMatchObject([
      { reason: 'elsewhere', element: 'write' },
    ]);
  });
});

describe('a try on all cases', () => {
  it('counts what would happen and names the families that need a person', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> write -> check -> sign -> (end)' },
      { main: '(start) -> write -> sign -> (end)' },
    );
    const family = (id: string, steps: string[]): Case => ({
      ...familyAfter(from, steps),
      id,
      name: `Family ${id}`,
    });
    const there = { ...family('d', []), version: 'v2' };
    const cases = [family('a', []), family('b', ['write']), family('c', ['write', 'check']), there];
    const run = dryRun(planFor(from, to, { steps: [{ from: 'check', to: null }] }), from, to, cases);
    expect(run).toMatchObject({ cases: 4, move: 2, children: 2, alreadyThere: 1, elsewhere: 0 });
    expect(run.steps).toEqual({ goOn: 2, close: 0, open: 0 });
    expect(run.needAPerson).toMatchObject([
      { case: 'b', name: 'Family b', troubles: [{ child: 'ada', open: ['check'] }] },
    ]);
  });

  it('changes nothing', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> write -> (end)' },
      { main: '(start) -> write -> (end)' },
    );
    const family = familyAfter(from, []);
    const before = structuredClone(family);
    dryRun(planFor(from, to), from, to, [family]);
    done(moveCase(signPlan(planFor(from, to), act(19)), from, to, family, act(20)));
    expect(family).toEqual(before);
  });
});
