import { expect, it } from 'vitest';
import { fact, role, timescale } from '../sketch.ts';
import { changes, sentences } from './two-versions.ts';

const drawing = { main: '(start) -> hold -> (end)' };
const more = { hold: { name: 'Hold the meeting', timescales: ['meeting'] } };
const facts = [{ ...fact('begun'), name: 'the enquiry began' }];

it('a limit of the law that became shorter is told of its step, first and marked', async () => {
  const law = (length: number) => [timescale('meeting', { length, local: false })];
  const told = await changes(
    { drawing, facts, timescales: law(15), more: { ...more, start: { name: 'Begin' } } },
    { drawing, facts, timescales: law(10), more: { ...more, hold: { ...more.hold, purpose: 'To agree.' } } },
  );
  expect(told[0]).toEqual({
    ...{ kind: 'timescale', element: 'hold', timescale: 'meeting', statutory: true },
    sentence:
      '“Hold the meeting” must now be done within 10 working days of the enquiry began (before: within 15 working days of the enquiry began).',
  });
  expect(told.filter(({ statutory }) => statutory)).toHaveLength(1);
});

it('another timescale on a step is told with both', async () => {
  const timescales = [timescale('meeting'), timescale('later', { length: 20 })];
  const after = { hold: { ...more.hold, timescales: ['later'] } };
  expect(await sentences({ drawing, timescales, more }, { drawing, timescales, more: after })).toEqual([
    '“Hold the meeting” must now be done within 20 working days of begun (before: within 10 working days of begun).',
  ]);
});

it('a clock that is drawn is told when its time comes otherwise', async () => {
  const wait = { main: '(start) -> ~pause "later" -> hold -> (end)' };
  const rule = (length: number) => [timescale('later', { length })];
  expect(
    await sentences({ drawing: wait, timescales: rule(20) }, { drawing: wait, timescales: rule(30) }),
  ).toEqual(['The time of “pause” now comes 30 working days of begun (before: 20 working days of begun).']);
});

it('what a timescale says beside its length is told once, whoever uses it', async () => {
  const base = {
    drawing,
    more,
    facts: [fact('done'), fact('left')],
    roles: [role('manager', 'Team manager')],
  };
  const before = { ...base, timescales: [timescale('meeting')] };
  const changed = {
    until: ['done', 'left'],
    lateReason: true,
    source: 'local rule 4',
    anchor: 'first' as const,
  };
  const warn = [{ at: 'due' as const, tell: 'manager' }];
  const after = { ...base, timescales: [timescale('meeting', { ...changed, warn, applies: 'unborn' })] };
  expect(await sentences(before, after)).toEqual([
    '“meeting” now ends with “done” or “left” (before: “done”).',
    'Should “begun” happen again, “meeting” now goes on counting from the first time.',
    '“meeting” now warns the team manager when it is due (before: nobody).',
    'When “meeting” is late, a reason is now asked for.',
    'What “meeting” rests on now reads “local rule 4” (before: “local”).',
    '“meeting” now counts only when the child is not yet born (before: for every child).',
  ]);
});
