import { expect, it } from 'vitest';
import { agree } from './agree.ts';
import { madeCaseload } from './made-caseload.ts';

it('every measure is the same by plain loops over the history of a hundred referrals', async () => {
  const made = await madeCaseload(100, '2026-11-20T17:00:00.000Z', '2024-04-01', '2026-03-31');
  const { figures, open, passages } = agree(made, { from: '2024-04-01', to: '2026-10-31' }, '2026-11-20');
  expect(figures).toBeGreaterThan(40);
  expect(open['M7/open-from-start']).toBeGreaterThan(5);
  expect(open['M13/awaited']).toBeGreaterThan(5);
  const earlier = agree(made, { from: '2024-04-01', to: '2024-09-30' }, '2024-09-30');
  expect(earlier.open['M3/undecided']).toBeGreaterThan(0);
  const ways = ['referral: assessment', 'enquiry: plan', 'enquiry: no', 'conference: plan'];
  expect(Object.keys(passages)).toEqual(expect.arrayContaining(ways));
});
