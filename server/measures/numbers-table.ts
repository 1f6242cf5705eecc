import type { MeasureDefinition } from '#engine';
import { csvOf } from '../csv.ts';
import { cellOf } from './as-table.ts';
import { sayFigure } from './say.ts';
import type { Saying } from './say.ts';

const heading = ['Figure', 'Part', 'From', 'To', 'Counted', 'Of', 'Value', 'Median', 'Too small to show'];

/**
 * A measure in numbers alone, for whoever may not see the people: each figure over the whole period, how it is spread,
 * and its months.
 */
export async function numbersTable(
  { figures }: MeasureDefinition,
  saying: Saying,
  only?: string,
): Promise<string> {
  const rows: string[][] = [];
  for (const figure of figures) {
    if (only === undefined || figure.id === only)
      rows.push(...rowsOf(await sayFigure(figure, saying, true), saying));
  }
  return csvOf([heading, ...rows]);
}

type Said = Awaited<ReturnType<typeof sayFigure>>;

function rowsOf(said: Said, { period }: Saying): string[][] {
  const { name, asAt, median, still, bands = [], trend = [] } = said;
  const when = [asAt ? '' : period.from, period.to];
  return [
    [name, 'In all', ...when, ...numbers(said), cellOf(median), 'suppressed' in said ? 'yes' : ''],
    ...(still
      ? [
          [
            ...[
              name,
              `Still open: ${still.name}`,
              '',
              period.to,
              cellOf(still.over),
              cellOf(still.open),
              '',
              '',
            ],
            still.over === undefined ? 'yes' : '',
          ],
        ]
      : []),
    ...bands.map(({ name: band, count }) => [
      ...[name, band, ...when, cellOf(count), '', '', ''],
      count === undefined ? 'yes' : '',
    ]),
    ...trend.map(({ from, to, ...counts }) => [
      ...[name, 'Month', asAt ? '' : from, to, ...numbers(counts), ''],
      counts.numerator === undefined && counts.denominator !== 0 ? 'yes' : '',
    ]),
  ];
}

interface Numbers {
  numerator?: number;
  denominator?: number;
  value?: number;
}

const numbers = ({ numerator, denominator, value }: Numbers): string[] =>
  [numerator, denominator, value].map(cellOf);
