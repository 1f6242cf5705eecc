import { describe, expect, it } from 'vitest';
import { outcomesOf, passagesOf, readyOver, type FunnelPassage, type Journey } from '#engine';
import calendar from '../../../processes/calendars/england-and-wales.json' with { type: 'json' };
import { journey } from './journey.ts';

const passage: FunnelPassage = {
  ...{ id: 'way', name: 'From asking to help', days: 30, source: '' },
  from: { name: 'Asked', facts: ['asked'] },
  to: [
    { id: 'help', name: 'Help', facts: ['helped'] },
    { id: 'visit', name: 'Visit', facts: ['visited'] },
  ],
};
const went = (journeys: Journey[], today = '2026-12-31') => {
  const by = { measures: { spans: [] }, calendar, today };
  return passagesOf(passage, { from: '2026-03-01', to: '2026-12-31' }, readyOver(journeys, by)).map(
    ({ band, length }) => [band, length],
  );
};

describe('a passage', () => {
  it('goes where something followed on the day itself or by the last of the days, and no further', () => {
    expect(
      went([
        journey([
          ['asked', '2026-03-01'],
          ['helped', '2026-03-01T10:00:00.000Z'],
        ]),
      ]),
    ).toEqual([['help', 0]]);
    expect(
      went([
        journey([
          ['asked', '2026-03-01'],
          ['visited', '2026-03-31'],
        ]),
      ]),
    ).toEqual([['visit', 30]]);
    expect(
      went([
        journey([
          ['asked', '2026-03-01'],
          ['visited', '2026-04-01'],
        ]),
      ]),
    ).toEqual([['no', undefined]]);
    expect(
      went([
        journey([
          ['helped', '2026-02-28'],
          ['asked', '2026-03-01'],
        ]),
      ]),
    ).toEqual([['no', undefined]]);
  });

  it('goes to several, and counts each time somebody set out in the period', () => {
    const both: [string, string][] = [
      ['asked', '2026-02-28'],
      ['asked', '2026-03-05'],
      ['visited', '2026-03-07'],
      ['helped', '2026-03-09'],
      ['asked', '2026-06-01'],
    ];
    expect(went([journey(both)])).toEqual([
      ['help+visit', 2],
      ['no', undefined],
    ]);
    expect(outcomesOf(passage)).toEqual(['help', 'visit', 'help+visit', 'too-recent', 'no']);
  });

  it('is too recent to tell until the last of its days is over, unless it was made', () => {
    const asked = journey([['asked', '2026-11-10']]);
    expect(went([asked], '2026-12-10')).toEqual([['too-recent', undefined]]);
    expect(went([asked], '2026-12-11')).toEqual([['no', undefined]]);
    expect(
      went(
        [
          journey([
            ['asked', '2026-11-10'],
            ['helped', '2026-11-12'],
          ]),
        ],
        '2026-11-13',
      ),
    ).toEqual([['help', 2]]);
  });
});
