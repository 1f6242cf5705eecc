import { completeTask, openCase } from '#engine';
import type { Case, Version } from '#engine';
import { beforeAll, describe, expect, it } from 'vitest';
import { done, openSteps, smallVersion } from '../../support/small-version.ts';

const monday = '2026-09-07T09:00:00.000Z';
const tuesday = '2026-09-08T09:00:00.000Z';
const act = (commandId: string, now = monday, by = 'eve') => ({ by, now, commandId });

describe('completing a step', () => {
  let version: Version;
  let family: Case;

  beforeAll(async () => {
    version = await smallVersion({
      drawing: {
        main: `(start) -> ask -> <way>
               <way> -[decision = "plan"]-> plan -> (planned)
               <way> => (closed)`,
        side: `(told "tell") -> tell -> (said)`,
      },
      forms: {
        ask: [
          { id: 'decision', per: 'child', type: 'radios', required: true, options: options('plan', 'none') },
          { id: 'heldOn', type: 'date', required: true },
        ],
      },
      facts: { ask: [{ fact: 'asked', on: 'heldOn', value: 'decision' }] },
      timescales: [{ id: 'soon', name: 'soon', from: 'asked', until: ['done'], length: 10 }],
      steps: { plan: { timescales: ['soon'] }, ask: { sends: 'tell' } },
    });
    const children = [
      { id: 'ada', born: '2018-01-01' },
      { id: 'ben', born: '2020-01-01' },
    ];
    family = done(openCase(version, { id: 'f', name: 'Family', children }, act('open'))).case;
  });

  const complete = (perChild: Record<string, Record<string, unknown>>, only?: string[]) =>
    completeTask(version, family, {
      ...act('c1', tuesday),
      task: family.tasks[0]?.id ?? '',
      answers: { answers: { heldOn: '2026-09-07' }, perChild },
      ...(only ? { only } : {}),
    });

  it('opens one task for siblings at the same step', () => {
    expect(family.tasks.map((task) => task.children)).toEqual([['ada', 'ben']]);
  });

  it('lets siblings part ways by the answer given for each', () => {
    const change = done(complete({ ada: { decision: 'plan' }, ben: { decision: 'none' } }));
    expect(openSteps(change.case)).toEqual({ ada: ['plan', 'tell'], ben: ['tell'] });
  });

  it('closes the episode of the child whose way has ended, on that day', () => {
    const change = done(complete({ ada: { decision: 'plan' }, ben: { decision: 'none' } }));
    expect(change.case.children.map((child) => child.episodes[0]?.closed)).toEqual([undefined, '2026-09-08']);
  });

  it('counts a due date from the day the form names, not from the day of typing', () => {
    const change = done(complete({ ada: { decision: 'plan' }, ben: { decision: 'plan' } }));
    const plan = change.case.tasks.find((task) => task.step === 'plan');
    expect(plan?.due.map((due) => [due.child, due.on])).toEqual([
      ['ada', '2026-09-21'],
      ['ben', '2026-09-21'],
    ]);
  });

  it('leaves the other child on the open task when it is completed for one', () => {
    const change = done(complete({ ada: { decision: 'plan' } }, ['ada']));
    expect(openSteps(change.case)).toEqual({ ada: ['plan', 'tell'], ben: ['ask'] });
  });

  it('refuses with a finding beside the question when a required answer is missing', () => {
    const outcome = complete({ ada: { decision: 'plan' }, ben: {} });
    expect(outcome).toMatchObject({ kind: 'refused', findings: [{ question: 'decision', child: 'ben' }] });
  });

  it('refuses a second completion of the same task', () => {
    const change = done(complete({ ada: { decision: 'plan' }, ben: { decision: 'plan' } }));
    const again = completeTask(version, change.case, {
      ...act('c2'),
      task: family.tasks[0]?.id ?? '',
      answers: { answers: { heldOn: '2026-09-07' }, perChild: {} },
    });
    expect(again).toMatchObject({ kind: 'refused', reason: 'not-open' });
  });

  it('changes nothing of the case it was given', () => {
    const before = structuredClone(family);
    done(complete({ ada: { decision: 'plan' }, ben: { decision: 'none' } }));
    expect(family).toEqual(before);
  });
});

describe('a step that comes round again', () => {
  it('is one task once more when one child was seen to on her own', async () => {
    const version = await smallVersion({
      drawing: {
        main: `(start) -> <again> -> visit -> <more>
               <more> => <again>
               <more> -[decision = "no"]-> (end)`,
      },
      forms: {
        visit: [
          { id: 'decision', per: 'child', type: 'radios', required: true, options: options('yes', 'no') },
        ],
      },
    });
    const children = [{ id: 'ada' }, { id: 'ben' }];
    const opened = done(openCase(version, { id: 'f', name: 'F', children }, act('open'))).case;
    const answers = { answers: {}, perChild: { ada: { decision: 'yes' } } };
    const task = opened.tasks[0]?.id ?? '';
    const { case: after } = done(
      completeTask(version, opened, { ...act('ada alone'), task, answers, only: ['ada'] }),
    );
    expect(after.tasks.map((one) => [one.id, one.children])).toEqual([[task, ['ben', 'ada']]]);
  });
});

function options(...values: string[]) {
  return values.map((value) => ({ value, label: value }));
}
