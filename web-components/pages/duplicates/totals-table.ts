import { html, nothing, type TemplateResult } from 'lit';
import type { DuplicatesSay, PathTotals, WaysSay } from '../../api-group/duplicates.ts';
import { duplicates } from '../../words-group/duplicates.ts';

const words = duplicates.totals;
const ways = ['shortest', 'usual', 'longest'] as const;
const rows = Object.keys(words.rows) as (keyof PathTotals)[];

/** What one child's way asks, in a plain table: on each way, and before where it is held against another version. */
export function totalsTable({ name, totals, against }: DuplicatesSay): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.title}</h2>
    <div class="tl-table-scroll" tabindex="0" role="region" aria-label=${words.title}>
      <table class="govuk-table tl-totals">
        <caption class="govuk-table__caption govuk-visually-hidden">
          ${words.caption(name, against?.name)}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">${words.what}</th>
            ${ways.map(
              (way) =>
                html`<th scope="col" class="govuk-table__header govuk-table__header--numeric">
                  ${words.ways[way]}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map((row) => rowOf(row, totals, against?.totals))}
        </tbody>
      </table>
    </div>
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.how}</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list govuk-list--bullet">
          ${words.explained.map((one) => html`<li>${one}</li>`)}
        </ul>
      </div>
    </details>
  `;
}

function rowOf(row: keyof PathTotals, totals: WaysSay, before: WaysSay | undefined): TemplateResult {
  return html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header tl-totals__what">${words.rows[row]}</th>
    ${ways.map(
      (way) =>
        html`<td class="govuk-table__cell govuk-table__cell--numeric">
          <strong>${totals[way][row]}</strong>
          ${before ? html`<span class="tl-totals__before">${words.before(before[way][row])}</span>` : nothing}
        </td>`,
    )}
  </tr>`;
}
