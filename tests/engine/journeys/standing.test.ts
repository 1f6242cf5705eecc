import { expect, test } from 'vitest';
import type { Journey, JourneyChange, Standing } from '#engine';
import { standingAfter, standingSince } from '../../../engine/journeys/standing.ts';

const steps: Standing = { id: 'steps', part: 'plan', block: 'next', where: 'done = null', over: 60 };
const episode = { id: 'e1', opened: '2026-01-01' };
type Row = Record<string, unknown>;

/** The plan as it was written day by day, in one command each or all at once. */
const parts = (written: Record<string, Row[]>) =>
  Object.entries(written).map(([day, next]) => ({
    part: 'plan',
    at: `${day}T12:00:00.000Z`,
    blocks: { next },
  }));
const after = (written: Record<string, Row[]>, child = 'ada'): Journey['standing'] => {
  let journey: Partial<Journey> = {};
  for (const part of parts(written)) {
    const change = { standing: [steps], parts: [part] } as unknown as JourneyChange;
    journey = standingAfter(journey as Journey, child, episode, change);
  }
  const all = { standing: [steps], parts: parts(written) } as unknown as JourneyChange;
  expect(standingAfter(undefined, child, episode, all)).toEqual(journey);
  return journey.standing;
};
const since = (standing: Journey['standing'], ...days: string[]) =>
  days.map((day) => standingSince(standing ? { standing } : {}, 'steps', day));

test('what stands longest is told of every day, also when others were done before', () => {
  const [call, visit, letter] = ['call', 'visit', 'letter'].map((id) => ({ id }));
  const done = (row: Row | undefined) => ({ ...row, done: 'yes' });
  const standing = after({
    '2026-02-01': [call, visit] as Row[],
    '2026-02-10': [done(call), visit, letter] as Row[],
    '2026-04-30': [done(call), done(visit), letter] as Row[],
    '2026-05-01': [done(call), done(visit)] as Row[],
  });
  expect(since(standing, '2026-01-31', '2026-02-01', '2026-04-29', '2026-04-30', '2026-05-01')).toEqual([
    ...[undefined, '2026-02-01', '2026-02-01', '2026-02-10', undefined],
  ]);
  // the call was done within days: of it nothing is kept; nor are words or ids
  expect(standing).toEqual({
    steps: [
      { from: '2026-02-01', to: '2026-04-30' },
      { from: '2026-02-10', to: '2026-05-01' },
    ],
  });
});

test('what is open again counts from then; what stood before the work began counts from its first day', () => {
  const again = after({
    '2025-11-01': [{ id: 'call' }],
    '2026-03-15': [{ id: 'call', done: 'yes' }],
    '2026-03-20': [{ id: 'call' }],
  });
  expect(since(again, '2026-01-31', '2026-03-17', '2026-04-01')).toEqual([
    '2026-01-01',
    undefined,
    '2026-03-20',
  ]);
});

test('a row about other children stands for them only', () => {
  const written = { '2026-02-01': [{ id: 'call', childIds: ['ben'] }] };
  expect(after(written)).toBeUndefined();
  expect(since(after(written, 'ben'), '2026-02-02')).toEqual(['2026-02-01']);
});
