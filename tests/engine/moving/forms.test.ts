import { beforeAll, describe, expect, it } from 'vitest';
import { carryDraft, checkPlan, completeTask, isSameForm, versionForTask } from '#engine';
import type { Case, Version } from '#engine';
import { done } from '../../support/small-version.ts';
import { act, familyAfter, moved, planFor, redrawn } from '../../support/moving.ts';

const drawing = {
  main: `(start) -> write -> <way>
         <way> -[decision = "plan"]-> plan -> (planned)
         <way> => (closed)`,
};
const options = (...values: string[]) => values.map((value) => ({ value, label: `Choose ${value}` }));
const decision = (...values: string[]) => ({
  ...{ id: 'decision', type: 'radios' as const, per: 'child' as const, required: true },
  options: options(...values),
});

describe('a form changed while a task with it is open', () => {
  let from: Version;
  let to: Version;
  let family: Case;

  beforeAll(async () => {
    ({ from, to } = await redrawn(
      { drawing, forms: { write: [decision('plan', 'close'), { id: 'story' }] } },
      { drawing, forms: { write: [decision('plan', 'close'), { id: 'wishes' }] } },
    ));
    family = familyAfter(from, []);
  });

  it('stays with the task, which names the version the form stands in', () => {
    expect(moved(from, to, family).case.tasks).toMatchObject([{ form: 'write', version: 'v1' }]);
  });

  it('is completed as it began, in a record that names its own version, and the way goes on in the new drawing', () => {
    const after = moved(from, to, family).case;
    const answers = { answers: { story: 'She was well.' }, perChild: { ada: { decision: 'plan' } } };
    const command = { ...act(21), task: after.tasks[0]?.id ?? '', answers };
    expect(completeTask(to, after, command)).toMatchObject({ kind: 'refused', reason: 'answers' });
    const { record, case: next } = done(completeTask(versionForTask(to, from, 'write'), after, command));
    expect(record?.version).toBe('v1');
    expect(next).toMatchObject({ version: 'v2', tasks: [{ step: 'plan', form: 'plan' }] });
  });

  it('gives way to the new one where the plan says so, with the draft to be looked at again', () => {
    const { tasks } = moved(from, to, family, { steps: [{ from: 'write', to: 'write', form: 'new' }] }).case;
    expect(tasks).toMatchObject([{ form: 'write', lookAgain: { form: 'write', version: 'v1' } }]);
    expect(tasks[0]).not.toHaveProperty('version');
  });

  it('stays with the task over a second move, from the version it began in', async () => {
    const { to: next } = await redrawn({ drawing }, { drawing, forms: { write: [decision('plan')] } });
    const third = { ...next, id: 'v3' };
    const second = moved(to, third, moved(from, to, family).case);
    expect(second.case.tasks).toMatchObject([{ form: 'write', version: 'v1' }]);
  });

  it('that is the same in both versions is simply that of the new one', () => {
    const same = { ...from, id: 'v2' };
    expect(isSameForm(from, same, 'write')).toBe(true);
    expect(moved(from, same, family).case.tasks[0]).not.toHaveProperty('version');
  });

  it('is another form too when only its list of choices changed', () => {
    const listed = (version: Version, label: string): Version => {
      const copy = structuredClone(version);
      const question = copy.forms['write']?.layout[0]?.questions[0];
      if (question) Object.assign(question, { codes: 'ways', options: undefined });
      const codes = [{ value: 'plan', label }];
      return { ...copy, dictionary: { terms: [], codeLists: [{ id: 'ways', name: '', source: '', codes }] } };
    };
    expect(isSameForm(listed(from, 'Plan'), listed(from, 'A plan'), 'write')).toBe(false);
  });
});

describe('a plan that lets open tasks keep their form', () => {
  it('is warned when that form does not answer what decides the way now', async () => {
    const { from, to } = await redrawn(
      { drawing, forms: { write: [decision('close')] } },
      { drawing, forms: { write: [decision('plan', 'close')] } },
    );
    const said = (form: 'keep' | 'new') =>
      checkPlan(planFor(from, to, { steps: [{ from: 'write', to: 'write', form }] }), from, to)
        .filter(({ check }) => check === 'kept-forms-still-serve')
        .map(({ element, level }) => [element, level]);
    expect(said('keep')).toEqual([['write', 'warning']]);
    expect(said('new')).toEqual([]);
  });

  it('is warned when that form does not record what the new clocks count', async () => {
    const facts = { write: [{ fact: 'written', on: 'completed' }] };
    const timescales = [{ id: 'soon', from: 'written', until: ['done'], length: 5 }];
    const { from, to } = await redrawn({ drawing }, { drawing, facts, timescales });
    expect(checkPlan(planFor(from, to), from, to).map(({ message }) => message)).toContain(
      '“write” keeps the form it began with, which does not record “written”: clocks that count it would not start or stop. Let open tasks take the new form.',
    );
  });
});

describe('a draft carried to a new form', () => {
  it('keeps what still fits, says what is asked otherwise, and shows the rest beside', async () => {
    const { from, to } = await redrawn(
      {
        drawing,
        forms: {
          write: [
            decision('plan', 'close'),
            { id: 'story', type: 'long-text' },
            { id: 'wish', label: 'What do you wish?', term: 'wish' },
            { id: 'day', type: 'date' },
            { id: 'gone', label: 'Anything else?' },
          ],
        },
      },
      {
        drawing,
        forms: {
          write: [
            decision('plan'),
            { id: 'story', type: 'long-text', label: 'What happened, in your words?' },
            { id: 'wishes', label: 'What would be good?', term: 'wish' },
            { id: 'day', type: 'date' },
          ],
        },
      },
    );
    const draft = {
      'decision@ada': 'close',
      story: 'We talked.',
      wish: 'A garden',
      day: '2026-09-07',
      gone: 'No',
    };
    const carried = carryDraft({ version: from, form: 'write' }, { version: to, form: 'write' }, draft, [
      'ada',
    ]);
    expect(carried.kept).toEqual({ story: 'We talked.', wishes: 'A garden', day: '2026-09-07' });
    expect(carried.lookAgain).toEqual([
      {
        key: 'story',
        because: ['The question “Question story” now reads “What happened, in your words?”.'],
      },
      { key: 'wishes', because: ['It was written at “What do you wish?”.'] },
    ]);
    expect(carried.left.map(({ key, value }) => [key, value])).toEqual([
      ['decision@ada', 'close'],
      ['gone', 'No'],
    ]);
  });
});
