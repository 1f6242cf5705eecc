import { expect, it } from 'vitest';
import type { FunnelPage, PassageSays } from '../../../web-components/api-office/funnel.ts';
import { funnelChart, passageFinding } from '../../../web-components/pages/funnel/funnel-chart.ts';

const passage = (from: string, [went, recent, no]: (number | undefined)[], all?: number): PassageSays => {
  const told = (count: number | undefined) => (count === undefined ? {} : { count });
  return {
    ...{ id: from, name: `From ${from}`, from, days: 30, source: '', all: told(all), went: told(went) },
    outcomes: [
      { id: 'on', name: 'On', went: true, ...told(went) },
      { id: 'too-recent', name: 'Too recent to say', went: false, ...told(recent) },
      { id: 'no', name: 'Not within 30 days', went: false, ...told(no) },
    ],
  };
};
const page = (...passages: PassageSays[]): FunnelPage => ({
  ...{ period: { from: '2026-01-01', to: '2026-06-30' }, today: '2026-11-23', source: '', passages },
  filters: { teams: [], workers: [] },
});

it('the funnel says of each passage how many went on, and draws none of which a part is too few to show', () => {
  const chart = funnelChart(
    page(passage('Referrals', [60, 15, 25], 100), passage('Enquiries', [undefined, 0, 40], 45)),
  );
  expect(chart?.summary).toBe(
    '60 of 100 referrals went on within 30 days and of enquiries there are too few to show, from 1 January 2026 to 30 June 2026.',
  );
  expect(chart?.rows.map(({ from, way, share }) => [from, way, share])).toEqual([
    ['Referrals, 30 days', 'Went on', 60],
    ['Referrals, 30 days', 'Too recent to say', 15],
    ['Referrals, 30 days', 'Did not', 25],
    ...['Went on', 'Too recent to say', 'Did not'].map((way) => [
      'Enquiries, 30 days',
      way,
      'too few to show',
    ]),
  ]);
  expect(passageFinding(passage('Referrals', [60, 15, 25], 100)).replace('\u00a0', ' ')).toBe(
    '60 of 100 referrals went on within 30 days (60 %). For 15 the days are not over yet.',
  );
});

it('the funnel draws nothing where nobody set out, and says so', () => {
  const nobody = passage('Referrals', [0, 0, 0], 0);
  expect(funnelChart(page(nobody))).toBeUndefined();
  expect(passageFinding(nobody)).toBe('There were no referrals.');
});
