import { expect, it } from 'vitest';
import { form, role, timescale } from '../sketch.ts';
import { sentences } from './two-versions.ts';

const plain = { main: '(start) -> write -> (end)' };

it('a new step is told with who does it, with what, by when, and what comes then', async () => {
  const after = {
    drawing: { main: '(start) -> write -> sign -> (end)' },
    more: { sign: { name: 'Sign the plan', role: 'manager', form: 'signing', timescales: ['soon'] } },
    roles: [role('manager', 'Team manager')],
    forms: { signing: { ...form('signing'), title: 'Signing' } },
    timescales: [timescale('soon')],
  };
  expect(await sentences({ ...after, drawing: plain, more: {} }, after)).toEqual([
    'After “write” the path now goes to “Sign the plan” (before: the end “end”).',
    'There is a new step “Sign the plan” in the pathway itself: done by the team manager, with the form “Signing”, within 10 working days of begun. Then comes the end “end”.',
  ]);
});

it('a step that is gone is told of the stage it stood in', async () => {
  const stage = (inside: string) => ({ drawing: { main: '(start) -> [plan] -> (end)', plan: inside } });
  expect(await sentences(stage('(a) -> write -> sign -> (b)'), stage('(a) -> write -> (b)'))).toContain(
    'The step “sign” of the stage “plan” is gone.',
  );
});

it('a step that now stands in another stage is told with both', async () => {
  const stages = (one: string, two: string) => ({
    drawing: { main: '(start) -> [plan] -> [review] -> (end)', plan: one, review: two },
  });
  expect(
    await sentences(
      stages('(a) -> write -> sign -> (b)', '(c) -> meet -> (d)'),
      stages('(a) -> write -> (b)', '(c) -> meet -> sign -> (d)'),
    ),
  ).toContain('“sign” now stands in the stage “review” (before: in the stage “plan”).');
});

it('news that now ends a stage is told with the stage', async () => {
  const drawing = { main: '(start) -> [plan] -> (end)', plan: '(a) -> write -> (b)' };
  const cut = { ...drawing, main: '(start) -> [plan] -> (end)\nplan^@left "child moved" -> (gone)' };
  expect(await sentences({ drawing }, { drawing: cut })).toEqual([
    'The news “child moved” now ends “plan” early. Then comes the end “gone”.',
  ]);
});

it('a strand is told with the news it begins with, and again when it is gone', async () => {
  const strand = { ...plain, worry: '(told "new worry") -> consider -> (said)' };
  expect(await sentences({ drawing: plain }, { drawing: strand })).toContain(
    'There is a new strand “worry”, which begins with the news “new worry”.',
  );
  expect(await sentences({ drawing: strand }, { drawing: plain })).toContain('The strand “worry” is gone.');
});
