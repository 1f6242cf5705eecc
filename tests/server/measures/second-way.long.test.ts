import { beforeAll, describe, expect, it } from 'vitest';
import { agree } from './agree.ts';
import { madeCaseload, type MadeCaseload } from './made-caseload.ts';

describe('every measure, of two thousand referrals, half of them on the pathway before', () => {
  let made: MadeCaseload;
  beforeAll(async () => {
    made = await madeCaseload(2000, '2026-03-31T17:00:00.000Z', '2025-01-06', '2026-03-31');
  }, 900_000);

  it('is the same by plain loops over their history, over a year, and over a month', () => {
    const today = '2026-03-31';
    const year = agree(made, { from: '2025-04-01', to: today }, today);
    expect(year.figures).toBeGreaterThan(60);
    expect(Object.keys(year.passages).some((way) => way.endsWith('too-recent'))).toBe(true);
    agree(made, { from: '2025-09-01', to: '2025-09-30' }, today);
  });

  it('is asked of families that moved to the pathway of now, and of records that were corrected', () => {
    expect(made.moved).toBeGreaterThan(20);
    expect(made.corrected).toBeGreaterThan(20);
  });
});
