import { describe, expect, it } from 'vitest';
import { familyAfter, moved, redraw, redrawn, stepDone, tasksOf } from '../../support/moving.ts';

const plain = { main: '(start) -> write -> sign -> (end)' };

describe('a step put into the drawing', () => {
  it('after the open one, comes next for whoever has the open one', async () => {
    const { from, to } = await redrawn(plain, { main: '(start) -> write -> check -> sign -> (end)' });
    const family = familyAfter(from, []);
    const { case: after } = moved(from, to, family);
    expect(after.tasks.map(({ id, step }) => [id, step])).toEqual([[family.tasks[0]?.id, 'write']]);
    expect(tasksOf(stepDone(to, after, 'write', 21).case)).toEqual(['check (ada)']);
  });

  it('before the open one, is not asked of whoever is past it', async () => {
    const { from, to } = await redrawn(plain, { main: '(start) -> write -> check -> sign -> (end)' });
    const { case: after } = moved(from, to, familyAfter(from, ['write']));
    expect(tasksOf(after)).toEqual(['sign (ada)']);
  });

  it('around the open one, as a stage, takes the open task in', async () => {
    const { from, to } = await redrawn(plain, {
      main: '(start) -> [work] -> sign -> (end)',
      work: '(begin) -> write -> (written)',
    });
    const family = familyAfter(from, []);
    const { case: after } = moved(from, to, family, { steps: [{ from: 'write', to: 'write' }] });
    expect(after.tasks[0]).toMatchObject({ id: family.tasks[0]?.id, path: 'work/write', stage: 'work' });
    expect(tasksOf(stepDone(to, after, 'write', 21).case)).toEqual(['sign (ada)']);
  });
});

describe('the open step', () => {
  it('under a new name keeps its task, its worker and its notes', async () => {
    const { from, to } = await redrawn(plain, { main: '(start) -> draft -> sign -> (end)' });
    const family = familyAfter(from, []);
    const notes = [{ at: family.tasks[0]?.opened ?? '', by: 'eve', text: 'called' }];
    Object.assign(family.tasks[0] ?? {}, { assignee: 'eve', notes });
    const { case: after } = moved(from, to, family, { steps: [{ from: 'write', to: 'draft' }] });
    expect(after.tasks).toMatchObject([
      { id: family.tasks[0]?.id, step: 'draft', path: 'draft', assignee: 'eve', notes },
    ]);
  });

  it('taken out of a branch counts as done while the other goes on', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> |fork| -> write -> |join| -> sign -> (end)\n|fork| -> visit -> |join|' },
      { main: '(start) -> write -> sign -> (end)' },
    );
    const { case: after, history } = moved(from, to, familyAfter(from, []), {
      steps: [{ from: 'visit', to: null }],
    });
    expect(tasksOf(after)).toEqual(['write (ada)']);
    expect(history.filter(({ kind }) => kind === 'task-closed').map(({ about }) => about['step'])).toEqual([
      'visit',
    ]);
  });

  it('split in two goes on with the first of them', async () => {
    const { from, to } = await redrawn(plain, { main: '(start) -> draft -> finish -> sign -> (end)' });
    const { case: after } = moved(from, to, familyAfter(from, []), {
      steps: [{ from: 'write', to: 'draft' }],
    });
    expect(tasksOf(after)).toEqual(['draft (ada)']);
  });

  it('split into two side by side opens the second beside the first', async () => {
    const { from, to } = await redrawn(plain, {
      main: '(start) -> |fork| -> draft -> |join| -> sign -> (end)\n|fork| -> visit -> |join|',
    });
    const family = familyAfter(from, []);
    const { case: after } = moved(from, to, family, {
      steps: [
        { from: 'write', to: 'draft' },
        { from: 'write', to: 'visit' },
      ],
    });
    expect(tasksOf(after)).toEqual(['draft (ada)', 'visit (ada)']);
    expect(after.tasks.find(({ step }) => step === 'draft')?.id).toBe(family.tasks[0]?.id);
  });

  it('merged with the next is one task for whoever has either', async () => {
    const { from, to } = await redrawn(plain, { main: '(start) -> write-and-sign -> (end)' });
    const steps = [
      { from: 'write', to: 'write-and-sign' },
      { from: 'sign', to: 'write-and-sign' },
    ];
    const family = familyAfter(from, [{ step: 'write', for: ['ada'] }], ['ada', 'ben']);
    expect(tasksOf(family)).toEqual(['sign (ada)', 'write (ben)']);
    const { case: after } = moved(from, to, family, { steps });
    expect(tasksOf(after)).toEqual(['write-and-sign (ben, ada)']);
  });

  it('merged with the one beside it is one task, once per child', async () => {
    const { from, to } = await redrawn(
      { main: '(start) -> |fork| -> write -> |join| -> sign -> (end)\n|fork| -> visit -> |join|' },
      { main: '(start) -> visit-and-write -> sign -> (end)' },
    );
    const { case: after } = moved(from, to, familyAfter(from, []), {
      steps: [
        { from: 'write', to: 'visit-and-write' },
        { from: 'visit', to: 'visit-and-write' },
      ],
    });
    expect(tasksOf(after)).toEqual(['visit-and-write (ada)']);
  });

  it('moved to another stage goes on there', async () => {
    const { from, to } = await redrawn(
      {
        main: '(start) -> [first] -> [second] -> (end)',
        first: '(a) -> write -> check -> (b)',
        second: '(c) -> sign -> (d)',
      },
      {
        main: '(start) -> [first] -> [second] -> (end)',
        first: '(a) -> write -> (b)',
        second: '(c) -> check -> sign -> (d)',
      },
    );
    const family = familyAfter(from, ['write']);
    const { case: after } = moved(from, to, family, { steps: [{ from: 'check', to: 'check' }] });
    expect(after.tasks).toMatchObject([{ id: family.tasks[0]?.id, path: 'second/check', stage: 'second' }]);
    expect(tasksOf(stepDone(to, after, 'check', 21).case)).toEqual(['second/sign (ada)']);
  });

  it('given to another role stays with its worker, and the plan says so', async () => {
    const { from, to } = await redrawn(plain, plain);
    redraw(to, 'write', { role: 'manager' });
    const family = familyAfter(from, []);
    Object.assign(family.tasks[0] ?? {}, { assignee: 'eve' });
    const { case: after } = moved(from, to, family);
    expect(after.tasks).toMatchObject([{ step: 'write', role: 'manager', assignee: 'eve' }]);
  });
});

describe('a place inside', () => {
  it('a join half complete stays half complete', async () => {
    const fork = (then: string) =>
      `(start) -> |fork| -> write -> |join| -> ${then} -> (end)\n|fork| -> visit -> |join|`;
    const { from, to } = await redrawn({ main: fork('sign') }, { main: fork('check -> sign') });
    const { case: after } = moved(from, to, familyAfter(from, ['write']));
    expect(tasksOf(after)).toEqual(['visit (ada)']);
    expect(tasksOf(stepDone(to, after, 'visit', 21).case)).toEqual(['check (ada)']);
  });

  it('a loop that was entered goes round in the new drawing', async () => {
    const loop = (more: string) => ({
      drawing: {
        main: `(start) -> <again> -> ${more}visit -> <more>
               <more> => <again>
               <more> -[decision = "no"]-> (end)`,
      },
      forms: { visit: [{ id: 'decision', per: 'child' as const }] },
    });
    const { from, to } = await redrawn(loop(''), loop('prepare -> '));
    const family = familyAfter(from, ['visit', 'visit']);
    const { case: after } = moved(from, to, family);
    expect(tasksOf(after)).toEqual(['visit (ada)']);
    expect(tasksOf(stepDone(to, after, 'visit', 21).case)).toEqual(['prepare (ada)']);
  });

  it('siblings who part ways with the move each have a task of their own', async () => {
    const { from, to } = await redrawn(
      {
        main: '(start) -> |fork| -> write -> |join| -> (end)\n|fork| -> visit -> |join|',
      },
      { main: '(start) -> draft -> visit -> finish -> (end)' },
    );
    const family = familyAfter(from, [{ step: 'visit', for: ['ada'] }], ['ada', 'ben']);
    const { case: after } = moved(from, to, family, {
      steps: [{ from: 'write', to: 'finish' }],
      places: [{ process: 'main', open: ['visit', 'write'], to: ['visit'] }],
    });
    expect(tasksOf(after)).toEqual(['finish (ada)', 'visit (ben)']);
  });
});
