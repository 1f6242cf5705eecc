import { html, nothing, type TemplateResult } from 'lit';
import type { FigureSays, MeasurePage, MeasureRow, Which } from '../../api-office/measures.ts';
import { sayShortDay } from '../../words/dates.ts';
import { sayFamily } from '../../words/lists.ts';
import { measures as words } from '../../words-office/measures.ts';
import { sayLength } from '../measures/sentences.ts';

/** Which lists a figure has: a count has one; a share those who count, those who do not, and both. */
export function listsOf({ show }: FigureSays): Which[] {
  if (show === 'share' || show === 'per-worker') return ['counted', 'others', 'all'];
  return show === 'ratio' ? ['counted', 'beside'] : ['counted'];
}

/** How many are in a list, where the figure says it. */
export function countIn({ show, numerator, denominator }: FigureSays, which: Which): number | undefined {
  if (which === 'counted') return numerator;
  if (show === 'per-worker' || denominator === undefined) return undefined;
  if (which !== 'others') return denominator;
  return numerator === undefined ? undefined : denominator - numerator;
}

/** What lengths and days of a list are. */
type Lengths = Pick<FigureSays, 'asAt' | 'unit'>;

/** Those who are in it, by name as far as the reader may see them. */
export function rowsView(
  figure: Lengths,
  { named, next }: Pick<MeasurePage['list'], 'named' | 'next'>,
  caption: string,
  rows: readonly MeasureRow[],
  more: () => void,
): TemplateResult {
  return html`
    ${named ? nothing : html`<p class="govuk-body">${words.numbersOnly}</p>`}
    ${
      rows.length > 0
        ? table(figure, caption, rows)
        : named
          ? html`<p class="tl-empty">${words.emptyList}</p>`
          : nothing
    }
    ${
      next === undefined
        ? nothing
        : html`<button type="button" class="govuk-button govuk-button--secondary" @click=${more}>
            ${words.more}
          </button>`
    }
  `;
}

interface Column {
  name: string;
  cell: (row: MeasureRow) => string;
}

/** Only columns that say something. */
function columnsOf(figure: Lengths, rows: readonly MeasureRow[]): Column[] {
  const { columns } = words;
  const { unit } = figure;
  const told = (name: string, cell: Column['cell']): Column[] =>
    rows.some((row) => cell(row) !== '') ? [{ name, cell }] : [];
  return [
    { name: columns.child, cell: ({ name }) => name },
    { name: figure.asAt ? columns.since : columns.on, cell: ({ on }) => sayShortDay(on) },
    ...told(columns.length, ({ length }) => (length === undefined || !unit ? '' : sayLength(length, unit))),
    ...told(columns.band, ({ band = '' }) => band),
    ...told(columns.worker, ({ worker = '' }) => worker),
  ];
}

function table(figure: Lengths, caption: string, rows: readonly MeasureRow[]): TemplateResult {
  const columns = columnsOf(figure, rows);
  return html`
    <div class="tl-table-scroll" role="region" tabindex="0" aria-label=${caption}>
      <table class="govuk-table tl-chart__table tl-measure-rows">
        <caption class="govuk-visually-hidden">
          ${caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${[words.columns.family, ...columns.map(({ name }) => name)].map(
              (name) => html`<th scope="col" class="govuk-table__header">${name}</th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map(
            (row) =>
              html`<tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">
                  <a class="govuk-link" href="/families/${row.case}">${sayFamily(row.family)}</a>
                </th>
                ${columns.map(({ cell }) => html`<td class="govuk-table__cell">${cell(row)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
