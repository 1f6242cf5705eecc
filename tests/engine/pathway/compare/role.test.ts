import { expect, it } from 'vitest';
import { role } from '../sketch.ts';
import { changes } from './two-versions.ts';

const drawing = { main: '(start) -> write -> (end)' };
const roles = [role('worker', 'Social worker'), role('manager', 'Team manager')];

it('a step given to another role is told with both roles, and leads to the step', async () => {
  const before = { drawing, roles, more: { write: { name: 'Write the plan', role: 'worker' } } };
  const after = { drawing, roles, more: { write: { name: 'Write the plan', role: 'manager' } } };
  expect(await changes(before, after)).toEqual([
    {
      ...{ kind: 'role', element: 'write', statutory: false },
      sentence: '“Write the plan” is now done by the team manager (before: the social worker).',
    },
  ]);
});
