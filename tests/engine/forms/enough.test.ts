import { expect, test } from 'vitest';
import { enoughOf } from '#engine';
import type { Meeting } from '#engine';

const meeting: Meeting = {
  ...{ attendance: 'who', present: ['came', 'rang'], on: 'day' },
  enough: {
    ...{ answer: 'enough', otherwise: 'Adjourn, or say why not.', source: 'local' },
    needs: [
      { least: 1, among: ['ours'], say: 'We are not here.' },
      { least: 2, besides: ['ours', 'family'], say: 'Fewer than two others are here.' },
    ],
  },
};
const row = (agency: string, attended = 'came') => ({ name: agency, agency, attended });

test('enough are there when every need of the form is met; the rest of the room does not hinder it', () => {
  const rows = [row('ours'), row('family'), row('school'), row('police', 'rang')];
  expect(enoughOf(meeting, rows)).toEqual({ enough: true, people: 4, places: 4, missing: [] });
});

test('three from one place count once, and who sent word is not there: what is missing is said, and what to do', () => {
  const rows = [row('family'), row('school'), row('school'), row('school'), row('police', 'sent a report')];
  expect(enoughOf(meeting, rows)).toEqual({
    ...{ enough: false, people: 4, places: 2, otherwise: 'Adjourn, or say why not.' },
    missing: ['We are not here.', 'Fewer than two others are here.'],
  });
});

test('a meeting without such a rule always has enough', () => {
  const { enough: _, ...open } = meeting;
  expect(enoughOf(open, []).enough).toBe(true);
});
