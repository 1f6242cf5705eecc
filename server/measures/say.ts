import { monthsTo } from '#engine';
import type { FigureResult, MeasureDefinition, MeasuredWith, MeasureFigure, Period } from '#engine';
import { isAYear } from './period.ts';
import type { Benchmarks } from './definitions.ts';
import type { Counted } from './counted.ts';
import { figureOver } from './standing.ts';
import { suppressFigure, suppressMonth } from './suppress.ts';

/** What figures are said with: who is counted, when, and what is published beside them. */
export interface Saying {
  counted: Counted;
  period: Period;
  by: MeasuredWith;
  benchmarks: Benchmarks;
}

/**
 * A measure as a list names it, with its figures as this reader may see them; the figure that is asked for comes with
 * its months, in a list the first.
 */
export async function sayMeasure(
  definition: MeasureDefinition,
  saying: Saying,
  inMonths = definition.figures[0]?.id,
) {
  const { id, name, question, unknown, figures } = definition;
  const said: Awaited<ReturnType<typeof sayFigure>>[] = [];
  for (const figure of figures) said.push(await sayFigure(figure, saying, figure.id === inMonths));
  return { id, name, question, ...(unknown === undefined ? {} : { unknown }), figures: said };
}

export async function sayFigure(figure: MeasureFigure, saying: Saying, withTrend: boolean) {
  const { id, name, show, length } = figure;
  const { counted, period, by } = saying;
  // months first: others wait for no longer than one of them takes, and the period is made of the same days
  const trend = withTrend ? { trend: await sayTrend(figure, saying) } : {};
  const result = await figureOver(counted.journeys, figure, period, by);
  return {
    ...{ id, name, show, asAt: result.asAt },
    ...(length ? { unit: length.unit } : {}),
    ...(counted.seesAll ? plain(result) : suppressFigure(figure, result)),
    ...(figure.still ? { still: await sayStill(figure.still, saying) } : {}),
    ...trend,
    ...sayBenchmark(figure, period, saying.benchmarks),
  };
}

/** What has not ended, and how many of those are over the time already: open as at the last day. */
async function sayStill(still: MeasureFigure, { counted, period, by }: Saying) {
  const result = await figureOver(counted.journeys, still, period, by);
  const { numerator: over, denominator: open } = counted.seesAll ? result : suppressFigure(still, result);
  return {
    name: still.name,
    ...(open === undefined ? {} : { open }),
    ...(over === undefined ? {} : { over }),
  };
}

function plain({ numerator, denominator, value, median, bands }: FigureResult) {
  return {
    numerator,
    ...(denominator === undefined ? {} : { denominator }),
    ...(value === undefined ? {} : { value }),
    ...(median === undefined ? {} : { median }),
    ...(bands ? { bands } : {}),
  };
}

async function sayTrend(figure: MeasureFigure, { counted, period, by }: Saying) {
  const months = [];
  for (const month of monthsTo(period.to)) {
    const { numerator, denominator, value } = await figureOver(counted.journeys, figure, month, by);
    const told = {
      ...{ ...month, numerator },
      ...(denominator === undefined ? {} : { denominator }),
      ...(value === undefined ? {} : { value }),
    };
    months.push(counted.seesAll ? told : suppressMonth(figure, told));
  }
  return months;
}

/** Published figures beside one’s own; those of a year only beside a year. */
function sayBenchmark({ benchmark }: MeasureFigure, period: Period, { areas, figures }: Benchmarks) {
  const told = benchmark === undefined ? undefined : figures[benchmark];
  if (!told || (told.overAYear && !isAYear(period))) return {};
  const { year, source, note, overAYear, values, median, bands } = told;
  const beside = areas.flatMap(({ id, name }) => {
    const own = [values[id], median?.[id], bands?.[id]];
    if (own.every((one) => one === undefined)) return [];
    return [
      {
        ...{ id, name },
        ...(values[id] === undefined ? {} : { value: values[id] }),
        ...(median?.[id] === undefined ? {} : { median: median[id] }),
        ...(bands?.[id] === undefined ? {} : { bands: bands[id] }),
      },
    ];
  });
  return {
    benchmark: {
      ...{ year, source, areas: beside },
      ...(note === undefined ? {} : { note }),
      ...(overAYear === undefined ? {} : { overAYear }),
    },
  };
}
