import { expect } from 'vitest';
import { measure, passagesOf, readyOver, type Measures } from '#engine';
import told from '../../../processes/child-protection/measures.json' with { type: 'json' };
import funnel from '../../../processes/child-protection/funnel.json' with { type: 'json' };
import { funnelAgain } from './funnel-again.ts';
import type { MadeCaseload } from './made-caseload.ts';
import { readHistory, type Told } from './read-history.ts';
import { secondWay } from './second-way.ts';

const measures = told as unknown as Measures;

/** Both ways over one caseload and period: the same numerator, denominator, value and lists; says how many figures. */
export function agree(
  made: MadeCaseload,
  period: { from: string; to: string },
  today: string,
): { figures: number; people: number; open: Record<string, number>; passages: Record<string, number> } {
  const children = measures.population?.children ?? 0;
  const histories = made.histories.flatMap((one) => readHistory(one));
  const second = secondWay(histories, { ...period, today, children }, made.beside);
  let people = 0;
  const open: Record<string, number> = {};
  for (const definition of measures.measures) {
    const figures = definition.figures.flatMap((one) => [one, ...(one.still ? [one.still] : [])]);
    const first = measure({ ...definition, figures }, made.journeys, period, {
      measures,
      calendar: made.version.calendar,
      today,
    });
    for (const [at, figure] of first.figures.entries()) {
      const id = `${definition.id}/${figure.id}`;
      const other = second.get(id);
      const rows = figure.rows.map(
        ({ episode, on, counted, beside }) =>
          `${episode} ${on} ${beside ? 'beside' : counted ? 'counts' : ''}`,
      );
      expect(rows.toSorted(), id).toEqual((other?.rows ?? []).toSorted());
      expect(figure.numerator, id).toBe(other?.numerator ?? 0);
      const { show, bands } = figures[at] ?? {};
      if (show === 'share' || show === 'ratio') {
        const whole = other?.denominator ?? 0;
        expect(figure.denominator, id).toBe(whole);
        expect(figure.value, id).toBe(whole > 0 ? (100 * (other?.numerator ?? 0)) / whole : undefined);
      }
      if (show === 'rate') expect(figure.value, id).toBe(((other?.numerator ?? 0) * 10_000) / children);
      if (show === 'per-worker' && other?.denominator)
        expect(figure.value, id).toBe(other.numerator / other.denominator);
      if (other?.median !== undefined) expect(figure.median, id).toBe(other.median);
      for (const [name, count] of Object.entries(other?.bands ?? {})) {
        const known = bands?.find((one) => one.name === name || one.values?.includes(name))?.name;
        expect(figure.bands?.find((one) => one.name === known)?.count, `${id} ${name}`).toBe(count);
      }
      people += rows.length;
      if (definition.figures.some(({ still }) => still === figures[at])) open[id] = rows.length;
    }
  }
  return { figures: second.size, people, open, passages: agreeOnPassages(made, histories, period, today) };
}

/** The funnel both ways; says how many there are of each way a passage went. */
function agreeOnPassages(
  made: MadeCaseload,
  histories: Told[],
  period: { from: string; to: string },
  today: string,
): Record<string, number> {
  const over = readyOver(made.journeys, { measures, calendar: made.version.calendar, today });
  const again = funnelAgain(histories, { ...period, today });
  const count: Record<string, number> = {};
  for (const passage of funnel.passages) {
    const rows = passagesOf(passage, period, over);
    expect(
      rows.map(({ episode, on, band, length }) => `${episode} ${on} ${band} ${String(length)}`).toSorted(),
    ).toEqual((again.get(passage.id) ?? []).toSorted());
    for (const { band } of rows) {
      const way = `${passage.id}: ${band}`;
      count[way] = (count[way] ?? 0) + 1;
    }
  }
  return count;
}
