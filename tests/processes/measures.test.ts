import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { checkMeasures, measure, type Measures } from '#engine';
import told from '../../processes/child-protection/measures.json' with { type: 'json' };
import benchmarks from '../../processes/child-protection/benchmarks.json' with { type: 'json' };
import funnel from '../../processes/child-protection/funnel.json' with { type: 'json' };
import { measuresSchema } from '../../server/measures/file-schema.ts';
import { journey } from '../engine/measures/journey.ts';
import { beforeVersion, shippedVersion } from '../support/shipped-version.ts';

const measures = told as unknown as Measures;

describe('the funnel that comes with the pathway', () => {
  it('goes from facts to facts that both versions have, each passage within days of its own, with a source', async () => {
    const known = [await shippedVersion(), await beforeVersion()].map(({ facts }) =>
      facts.map(({ id }) => id),
    );
    for (const { from, to, days, source } of funnel.passages) {
      const named = [from, ...to].flatMap(({ facts }) => facts);
      for (const facts of known) expect(facts).toEqual(expect.arrayContaining(named));
      expect(days > 0 && source && to.length > 0).toBeTruthy();
    }
    expect(funnel.passages.map(({ id, days }) => [id, days])).toEqual([
      ['referral', 30],
      ['enquiry', 60],
      ['conference', 45],
    ]);
  });
});

describe('the measures that come with the pathway', () => {
  it('have the shape of their file', () => {
    const check = new Ajv2020({ strict: false, allErrors: true }).compile(measuresSchema);
    expect(check(told), JSON.stringify(check.errors?.slice(0, 5), null, 1)).toBe(true);
  });

  it('are M1 to M32, each with its formula and source', () => {
    expect(measures.measures.map(({ id }) => id)).toEqual(
      Array.from({ length: 32 }, (_, at) => `M${String(at + 1)}`),
    );
    expect(
      measures.measures.filter(({ formula, source, question }) => !formula || !source || !question),
    ).toEqual([]);
  });

  it('speak only of facts and timescales that both versions have, never of a form or step', async () => {
    for (const version of [await shippedVersion(), await beforeVersion()])
      expect(checkMeasures(measures, version)).toEqual([]);
  });

  it('say who still waits for a conference after moving here, unless an enquiry counts them already', async () => {
    const { calendar } = await shippedVersion();
    const [m13] = measures.measures.filter(({ id }) => id === 'M13');
    const still = m13?.figures.find(({ id }) => id === 'transfer-in')?.still;
    if (!m13 || !still) throw new Error('no such figure');
    const notice: [string, string] = ['transfer-in-notified', '2026-03-02'];
    const told = [
      journey([notice]),
      journey([notice, ['initial-conference-held', '2026-03-20']], { child: 'child-2' }),
      journey([notice, ['enquiry-started', '2026-03-04']], { child: 'child-3' }),
    ];
    const waiting = (day: string): number[] => {
      const by = { measures, calendar, today: day };
      const [figure] = measure({ ...m13, figures: [still] }, told, { from: day, to: day }, by).figures;
      return [figure?.denominator ?? NaN, figure?.numerator ?? NaN];
    };
    expect(waiting('2026-03-03')).toEqual([3, 0]);
    expect(waiting('2026-03-23')).toEqual([1, 0]);
    expect(waiting('2026-03-24')).toEqual([1, 1]);
  });

  it('would be refused with a fact that nothing records', async () => {
    const [first, ...rest] = measures.measures;
    if (!first?.figures[0]) throw new Error('no measure');
    const wrong = {
      ...first,
      figures: [{ ...first.figures[0], of: { each: 'happening' as const, facts: ['conferred'] } }],
    };
    expect(checkMeasures({ ...measures, measures: [wrong, ...rest] }, await shippedVersion())).toEqual([
      'M1 speaks of the fact “conferred”, which there is not.',
    ]);
  });

  it('stand beside published figures with their year and source, none for a measure that is not there', () => {
    const keys = measures.measures.flatMap(({ figures }) =>
      figures.flatMap(({ benchmark }) => benchmark ?? []),
    );
    expect(keys.toSorted()).toEqual(Object.keys(benchmarks.figures).toSorted());
    for (const { year, source } of Object.values(benchmarks.figures)) expect(year && source).toBeTruthy();
  });
});
