import type { Column } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';
import type { FormTools } from '../answers/answer-element.ts';
import { rowsOf, type Row } from '../answers/table/rows.ts';
import { rowSaid, rowShort } from './row-said.ts';

export interface Ended {
  row: Record<string, unknown>;
  by: string;
  at: string;
  why: string;
}

/** What is no longer so: who said so, when and why. `putBack` absent: it can only be read. */
export function endedList(
  columns: readonly Column[],
  ended: readonly Ended[],
  tools: FormTools,
  putBack?: (row: Row) => void,
): TemplateResult | typeof nothing {
  if (ended.length === 0) return nothing;
  return html`<details class="govuk-details tl-living__ended">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${words.ended(ended.length)}</span>
    </summary>
    <ul class="tl-plain govuk-details__text">
      ${ended.map(({ row, by, at, why }) => {
        const [back] = rowsOf([row]);
        return html`<li class="tl-living__row">
          ${rowSaid(columns, row, tools)}
          <p class="govuk-body-s tl-quiet">${words.endedBy(by, at, why)}</p>
          ${
            putBack && back
              ? html`<button
                  type="button"
                  class="tl-text-button"
                  aria-label=${words.putBackNamed(rowShort(columns, row, tools))}
                  @click=${() => putBack(back)}
                >
                  ${words.putBack}
                </button>`
              : nothing
          }
        </li>`;
      })}
    </ul>
  </details>`;
}
