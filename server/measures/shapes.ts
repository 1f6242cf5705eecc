import { flag, listOf, named, object, text, whole } from '../schemas.ts';

const number = { type: 'number' } as const;
const counts = { numerator: whole, denominator: whole, value: number } as const;

const area = object({ id: text, name: text, value: number, median: number, bands: listOf(number) }, [
  ...(['id', 'name'] as const),
]);
const benchmark = object({ year: text, source: text, note: text, overAYear: flag, areas: listOf(area) }, [
  ...(['year', 'source', 'areas'] as const),
]);

export const figure = object(
  {
    ...{
      id: text,
      name: text,
      show: text,
      asAt: flag,
      suppressed: flag,
      ...counts,
      median: number,
      unit: text,
    },
    bands: listOf(object({ name: text, count: whole }, ['name'])),
    trend: listOf(object({ from: text, to: text, ...counts }, ['from', 'to'])),
    still: object({ name: text, open: whole, over: whole }, ['name']),
    benchmark,
  },
  ['id', 'name', 'show', 'asAt'],
);

const said = { id: text, name: text, question: text, unknown: text, figures: listOf(figure) } as const;
const measure = object(said, ['id', 'name', 'question', 'figures']);
const period = object({ from: text, to: text }, ['from', 'to']);
const filters = object({ teams: listOf(named), workers: listOf(named) }, ['teams', 'workers']);
export const about = {
  period,
  today: text,
  filters,
  population: object({ children: whole, year: text, source: text }, ['children', 'year', 'source']),
} as const;

export const measures = object({ ...about, measures: listOf(measure) }, [
  'period',
  'today',
  'filters',
  'measures',
]);

const row = object(
  {
    ...{ case: text, family: text, child: text, name: text, on: text, counted: flag, beside: flag },
    ...{ value: text, length: number, band: text, worker: text },
  },
  ['case', 'family', 'child', 'name', 'on', 'counted'],
);

/** A page of those who are in a list; `named` false: this reader sees numbers only. */
export const listed = { total: whole, next: text, named: flag, rows: listOf(row) } as const;

/** One measure with its definition, and a page of those who are in one of its figures. */
export const oneMeasure = object(
  {
    ...about,
    measure: object({ ...said, formula: text, source: text }, [
      'id',
      'name',
      'question',
      'figures',
      'formula',
      'source',
    ]),
    list: object({ figure: text, which: text, ...listed }, ['figure', 'which', 'named', 'rows']),
  },
  ['period', 'today', 'filters', 'measure', 'list'],
);

const example = object({ case: text, family: text }, ['case', 'family']);

export const practice = object(
  {
    ...{ period, today: text },
    measures: listOf(
      object({ ...said, formula: text, source: text, examples: listOf(example) }, [
        ...(['id', 'name', 'question', 'figures', 'formula', 'source', 'examples'] as const),
      ]),
    ),
  },
  ['period', 'today', 'measures'],
);
