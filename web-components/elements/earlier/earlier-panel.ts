import { html, nothing, type TemplateResult } from 'lit';
import { sayDay } from '../../words/dates.ts';
import { form } from '../../words/form.ts';
import { nameOf } from '../../words/lists.ts';

export interface Earlier {
  value: unknown;
  shown: string;
  by: { id: string; name: string } | string;
  at: string;
  formTitle: string;
}

/** Who said it, when and in which form: an earlier answer is never shown without. */
export function earlierSource(earlier: Earlier): string {
  return form.earlierFrom(nameOf(earlier.by), sayDay(earlier.at), earlier.formTitle);
}

/** The earlier answer, to read while writing; `copy` where the words may be taken over. */
export function earlierPanel(panel: {
  id: string;
  title?: string;
  earlier: readonly Earlier[];
  copy?: (earlier: Earlier) => void;
}): TemplateResult | typeof nothing {
  const [latest, ...older] = panel.earlier;
  if (!latest) return nothing;
  const { copy } = panel;
  return html`
    <div class="tl-earlier" role="group" aria-labelledby="${panel.id}-earlier">
      <p class="tl-earlier__title" id="${panel.id}-earlier">${panel.title ?? form.earlier}</p>
      <p class="tl-earlier__text">${latest.shown}</p>
      <p class="tl-earlier__source">${earlierSource(latest)}</p>
      ${
        copy
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-describedby="${panel.id}-earlier"
              @click=${() => copy(latest)}
            >
              ${form.copy}
            </button>`
          : nothing
      }
      ${
        older.length > 0
          ? html`<details class="govuk-details tl-earlier__older">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">${form.older(older.length)}</span>
              </summary>
              <div class="govuk-details__text">
                ${older.map(
                  (one) =>
                    html`<p class="tl-earlier__text">${one.shown}</p>
                      <p class="tl-earlier__source">${earlierSource(one)}</p>`,
                )}
              </div>
            </details>`
          : nothing
      }
    </div>
  `;
}
