import { html, nothing, type TemplateResult } from 'lit';
import type { BoardThen, OverTimeAsked } from '../../api-office/flow.ts';
import type { ChartColumn, ChartRow } from '../../elements/chart/chart.ts';
import '../../elements/chart/tl-chart.ts';
import { sayShortDay } from '../../words/dates.ts';
import { flow as words } from '../../words-office/flow.ts';
import { numberCell, numberTo, scrolling } from './numbers.ts';

type Column = BoardThen['columns'][number];

/** The board of another day beside today's, stage by stage. */
export function thenView(board: BoardThen, held: OverTimeAsked): TemplateResult {
  const { on, beside = '', columns } = board;
  const { columns: heads } = words.then;
  const then = sayShortDay(beside);
  const title = words.then.title(then);
  const names = [words.stage, heads.then, heads.now, heads.change, heads.families, heads.late];
  const body = columns.map((column) => {
    const { id, name, children, families, late } = column;
    const to = (day: string, says: string, more: object = {}) => ({
      ...{
        of: 'history' as const,
        asked: { ...held, on: day, stage: id, ...more },
        says: `${name}, ${says}`,
      },
    });
    return html`<tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">${name}</th>
      ${numberTo(column.beside?.children, to(beside, then))} ${numberTo(children, to(on, heads.now))}
      ${change(column)} ${numberCell(families)} ${numberTo(late, to(on, heads.late, { late: 'yes' }))}
    </tr>`;
  });
  return html`<section>
    <h2 class="govuk-heading-l" id="then">${title}</h2>
    ${scrolling(title, names, body)}
    <p class="govuk-body-s tl-quiet tl-measure">${words.then.lateSays}</p>
    ${chart(board)}
  </section>`;
}

function change({ children, beside }: Column): TemplateResult {
  const then = beside?.children;
  const by = children === undefined || then === undefined ? undefined : children - then;
  const says = by === undefined ? '' : by > 0 ? `+${String(by)}` : String(by).replace('-', '−');
  return html`<td class="govuk-table__cell govuk-table__cell--numeric">${says}</td>`;
}

const drawn: ChartColumn[] = [
  { id: 'stage', name: words.stage, kind: 'text', draws: 'along' },
  { id: 'now', name: words.then.columns.now, kind: 'number', draws: 'size' },
  { id: 'then', name: words.then.columns.then, kind: 'number' },
];

function chart({ beside = '', columns }: BoardThen): TemplateResult | typeof nothing {
  const rows = columns.map((one): ChartRow => ({
    ...{ stage: one.name, now: one.children ?? words.few, then: one.beside?.children ?? words.few },
  }));
  const sum = (of: 'now' | 'then'): number => rows.reduce((all, row) => all + (Number(row[of]) || 0), 0);
  if (sum('now') + sum('then') === 0) return nothing;
  return html`<tl-chart
    .title=${words.then.chart}
    .summary=${words.then.summary(sum('now'), sum('then'), sayShortDay(beside))}
    .rows=${rows}
    .columns=${drawn}
    .kind=${'bar'}
  ></tl-chart>`;
}
