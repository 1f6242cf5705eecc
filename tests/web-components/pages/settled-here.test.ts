import { expect, it } from 'vitest';
import type { PlanAction } from '../../../web-components/api-office/plans.ts';
import { leftAndSettled, noneSettled, settledHere } from '../../../web-components/pages/plan/settled-here.ts';

const action = (id: string, status = ''): PlanAction => ({
  ...{ id, what: id, who: 'Gran', late: false, status, statusSays: status },
  settled: status === 'done',
});

it('an action that is marked as done stays in its place among those left, and is taken back as it was', () => {
  const before = [action('a', 'under-way'), action('b'), action('c'), action('old', 'done')];
  const after = [action('b'), action('c'), action('a', 'done'), action('old', 'done')];
  const here = settledHere(noneSettled, before, after, 'a');
  expect(leftAndSettled(after, here).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(here.before.get('a')).toEqual({ id: 'a', done: 'under-way', whatHappened: '' });

  const second = [action('c'), action('b', 'done'), action('a', 'done'), action('old', 'done')];
  const both = settledHere(here, after, second, 'b');
  expect(leftAndSettled(second, both).map(({ id }) => id)).toEqual(['a', 'b', 'c']);

  const back = settledHere(both, second, before, 'a');
  expect([...back.before.keys()]).toEqual(['b']);
});
