import { expect, it } from 'vitest';
import { kindOf } from '../../../web-components/pages/today/said.ts';

it('says what kind of thing stands on a day, but not twice', () => {
  const kinds = [
    { kind: 'visit', what: 'Visit the child' },
    { kind: 'meeting', what: 'Hold the conference' },
    { kind: 'task', what: 'Write the report' },
  ] as const;
  expect(kinds.map(kindOf)).toEqual([undefined, 'Meeting', undefined]);
});
