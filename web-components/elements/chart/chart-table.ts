import { html, type TemplateResult } from 'lit';
import { chartWords } from '../../words-office/chart.ts';
import type { Chart } from './chart.ts';
import { isFigure, sayCell } from './say-cell.ts';

/** The same as the drawing, in figures: every row and every column. */
export function chartTable({
  title,
  columns,
  rows,
}: Pick<Chart, 'title' | 'columns' | 'rows'>): TemplateResult {
  const caption = chartWords.tableOf(title);
  return html`
    <div class="tl-table-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table class="govuk-table tl-chart__table">
        <caption class="govuk-visually-hidden">
          ${caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${columns.map(
              (column) =>
                html`<th scope="col" class="govuk-table__header ${numeric(isFigure(column), 'header')}">
                  ${column.name}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map(
            (row) =>
              html`<tr class="govuk-table__row">
                ${columns.map((column, at) => {
                  const said = sayCell(row[column.id], column);
                  return at === 0
                    ? html`<th scope="row" class="govuk-table__header">${said}</th>`
                    : html`<td class="govuk-table__cell ${numeric(isFigure(column), 'cell')}">${said}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

const numeric = (yes: boolean, part: 'header' | 'cell'): string =>
  yes ? `govuk-table__${part}--numeric` : '';
