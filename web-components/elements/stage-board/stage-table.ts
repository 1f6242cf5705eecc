import { html, type TemplateResult } from 'lit';
import { nameOf, sayCount } from '../../words/lists.ts';
import { stages as words } from '../../words/stages.ts';
import { dueTag } from '../due/due-tag.ts';
import { childrenSaid, type ColumnShown } from './stage-card.ts';

/** The same as the board, as a table: one body per stage, its heading with the counts. */
export function stageTable(columns: readonly ColumnShown[]): TemplateResult {
  return html`
    <div class="tl-table-scroll" role="region" tabindex="0" aria-label=${words.tableCaption}>
      <table class="govuk-table tl-stage-table">
        <caption class="govuk-visually-hidden">
          ${words.tableCaption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${[words.columns.family, words.columns.children, words.columns.due, words.columns.worker].map(
              (name) => html`<th scope="col" class="govuk-table__header">${name}</th>`,
            )}
          </tr>
        </thead>
        ${columns.map(
          (column) =>
            html`<tbody class="govuk-table__body">
              <tr class="govuk-table__row tl-stage-table__stage">
                <th scope="rowgroup" colspan="4" class="govuk-table__header">
                  ${column.name}
                  <span class="tl-quiet"
                    >${words.counts(sayCount(column.families, ...words.family), sayCount(column.children, ...words.child))}</span
                  >
                </th>
              </tr>
              ${column.cards.map(
                (card) =>
                  html`<tr class="govuk-table__row">
                    <td class="govuk-table__cell">
                      <a class="govuk-link" href="/families/${card.case}">${card.name}</a>
                    </td>
                    <td class="govuk-table__cell">${childrenSaid(card)}</td>
                    <td class="govuk-table__cell">${dueTag(card.due)}</td>
                    <td class="govuk-table__cell">
                      ${[nameOf(card.worker), ...(card.strands ?? [])].filter(Boolean).join(' · ')}
                    </td>
                  </tr>`,
              )}
            </tbody>`,
        )}
      </table>
    </div>
  `;
}
