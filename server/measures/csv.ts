import type { Person } from '../access/index.ts';
import { csvOf } from '../csv.ts';
import { refuse, refuseAbsent } from '../errors.ts';
import type { Host } from '../host.ts';
import { cellOf } from './as-table.ts';
import type { TakenAway } from './as-table.ts';
import { funnelList } from './funnel.ts';
import type { WentAsked } from './funnel.ts';
import { figureAsked, listOfFigure } from './list-of-figure.ts';
import { readyToSay } from './measures.ts';
import type { MeasuresAsked } from './measures.ts';
import { numbersTable } from './numbers-table.ts';
import { sayMeasure } from './say.ts';

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
    'Still open on the last day',
    'Of these over the time',
  ];
  const rows: string[][] = [];
  for (const definition of told.measures) {
    const { figures } = await sayMeasure(definition, saying);
    const lines = figures.map((figure) => [
      ...[definition.id, definition.name, figure.name, figure.asAt ? '' : from, to],
      ...[figure.numerator, figure.denominator, figure.value, figure.median].map(cellOf),
      'suppressed' in figure ? 'yes' : '',
      ...[figure.still?.open, figure.still?.over].map(cellOf),
      ...areas.map(({ id }) => cellOf(figure.benchmark?.areas.find((one) => one.id === id)?.value)),
    ]);
    rows.push(...lines);
  }
  return csvOf([[...heading, ...areas.map(({ name }) => name)], ...rows]);
}

/** Children in a table that is taken away: each of their families has an entry of it in the audit. */
const mostInTable = 2000;

/**
 * One figure: those who are in it, for whoever may see them, with the families they are of; its numbers for everybody
 * else, or those of the whole measure.
 */
export async function measureTable(
  host: Host,
  person: Person,
  id: string,
  asked: MeasuresAsked,
): Promise<TakenAway> {
  const { saying, told } = await readyToSay(host, person, asked);
  const definition = told.measures.find((one) => one.id === id) ?? refuseAbsent();
  if (!saying.counted.seesAll) {
    const only = asked.figure === undefined ? undefined : figureAsked(definition, asked).id;
    return { table: await numbersTable(definition, saying, only), cases: [] };
  }
  const from = { ...asked, after: '0' };
  return tableOfRows(await listOfFigure(host, person, { definition, saying }, from, mostInTable));
}

/** Those who went one way in a passage, or how many went each way. */
export async function funnelTable(
  host: Host,
  person: Person,
  id: string,
  asked: WentAsked,
): Promise<TakenAway> {
  const { list, passage } = await funnelList(host, person, id, { ...asked, after: '0' }, mostInTable);
  if (list.named) return tableOfRows(list);
  const lines = passage.outcomes.map(({ name, count }) => [
    name,
    cellOf(count),
    count === undefined ? 'yes' : '',
  ]);
  return { table: csvOf([['How it went', 'Children', 'Too small to show'], ...lines]), cases: [] };
}

type List = Pick<Awaited<ReturnType<typeof listOfFigure>>, 'rows' | 'next'>;

function tableOfRows({ rows, next }: List): TakenAway {
  if (next !== undefined) refuse(422, 'too-many-rows', tooMany);
  const lines = rows.map(({ family, name, on, counted, beside, value, length, band, worker }) => [
    ...[family, name, on, counted ? 'yes' : 'no', beside ? 'yes' : ''],
    ...[value ?? '', cellOf(length), band ?? '', worker ?? ''],
  ]);
  const heading = ['Family', 'Child', 'Day', 'Counted', 'Beside', 'Value', 'Length', 'Band', 'Worker'];
  return { table: csvOf([heading, ...lines]), cases: [...new Set(rows.map((row) => row.case))] };
}

const tooMany =
  'This list has more than 2,000 rows. Choose a shorter period, a team or a worker, then download it again.';
