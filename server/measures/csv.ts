import type { Person } from '../access/index.ts';
import { csvOf } from '../csv.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { listOfFigure } from './list-of-figure.ts';
import { readyToSay } from './measures.ts';
import type { MeasuresAsked } from './measures.ts';
import { sayMeasure } from './say.ts';

const number = (value: number | undefined): string =>
  value === undefined ? '' : String(Math.round(value * 100) / 100);

/** Every figure as a table, with what is published beside it. */
export async function measuresTable(host: Host, person: Person, asked: MeasuresAsked): Promise<string> {
  const { saying, told } = await readyToSay(host, person, asked);
  const { areas } = saying.benchmarks;
  const { from, to } = saying.period;
  const heading = [
    'Measure',
    'Name',
    'Figure',
    'From',
    'To',
    'Counted',
    'Of',
    'Value',
    'Median',
    'Too small to show',
  ];
  const rows: string[][] = [];
  for (const definition of told.measures) {
    const { figures } = await sayMeasure(definition, saying);
    const lines = figures.map((figure) => [
      ...[definition.id, definition.name, figure.name, figure.asAt ? '' : from, to],
      ...[figure.numerator, figure.denominator, figure.value, figure.median].map(number),
      'suppressed' in figure ? 'yes' : '',
      ...areas.map(({ id }) => number(figure.benchmark?.areas.find((one) => one.id === id)?.value)),
    ]);
    rows.push(...lines);
  }
  return csvOf([[...heading, ...areas.map(({ name }) => name)], ...rows]);
}

/** Children in a table that is taken away: each of their families has an entry of it in the audit. */
const mostInTable = 2000;

/**
 * One figure: those who are in it, for whoever may see them, with the families they are of; its months for everybody
 * else.
 */
export async function measureTable(
  host: Host,
  person: Person,
  id: string,
  asked: MeasuresAsked,
): Promise<{ table: string; cases: string[] }> {
  const { saying, told } = await readyToSay(host, person, asked);
  const definition = told.measures.find((one) => one.id === id) ?? refuseAbsent();
  if (!saying.counted.seesAll) {
    const { figures } = await sayMeasure(definition, saying, asked.figure);
    const months = figures
      .find(({ trend }) => trend)
      ?.trend?.map(({ from, to, ...counts }) => [
        ...[from, to],
        ...[counts.numerator, counts.denominator, counts.value].map(number),
      ]);
    const table = csvOf([['From', 'To', 'Counted', 'Of', 'Value'], ...(months ?? [])]);
    return { table, cases: [] };
  }
  const list = await listOfFigure(
    host,
    person,
    { definition, saying },
    { ...asked, after: '0' },
    mostInTable,
  );
  if (list.next !== undefined) refuse(422, 'too-many-rows', tooMany);
  const rows = list.rows.map(({ family, name, on, counted, beside, value, length, band, worker }) => [
    ...[family, name, on, counted ? 'yes' : 'no', beside ? 'yes' : ''],
    ...[value ?? '', number(length), band ?? '', worker ?? ''],
  ]);
  const heading = ['Family', 'Child', 'Day', 'Counted', 'Beside', 'Value', 'Length', 'Band', 'Worker'];
  return {
    table: csvOf([heading, ...rows]),
    cases: [...new Set(list.rows.map((row) => row.case))],
  };
}

const tooMany =
  'This list has more than 2,000 rows. Choose a shorter period, a team or a worker, then download it again.';
