import { html, type TemplateResult } from 'lit';
import type { AskedTwice, PlaceAsked } from '../../api-group/duplicates.ts';
import { duplicates } from '../../words-group/duplicates.ts';

const words = duplicates.asked;

/** Terms that one way meets more than once; each opens to where it is asked. */
export function askedList(terms: readonly AskedTwice[], draft: string | undefined): TemplateResult {
  if (terms.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
  return html`
    <p class="govuk-body tl-measure">${words.lead}</p>
    <ul class="tl-entries">
      ${terms.map(
        (term) =>
          html`<li class="tl-entry">
            <details class="govuk-details tl-asked">
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">${term.name}</span>
                <span class="tl-asked__times"
                  >${words.times(term.timesOnUsual, term.timesOnLongest, term.asked.length)}</span
                >
              </summary>
              <div class="govuk-details__text">${placesTable(term, draft)}</div>
            </details>
          </li>`,
      )}
    </ul>
  `;
}

function placesTable({ name, asked }: AskedTwice, draft: string | undefined): TemplateResult {
  return html`
    <div class="tl-table-scroll" tabindex="0" role="region" aria-label=${name}>
      <table class="govuk-table tl-small-table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          ${name}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${[words.step, words.form, words.question, words.policy].map(
              (heading) => html`<th scope="col" class="govuk-table__header">${heading}</th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${asked.map((place) => placeRow(place, draft))}
        </tbody>
      </table>
    </div>
  `;
}

function placeRow(place: PlaceAsked, draft: string | undefined): TemplateResult {
  const { step, stepName, form, formTitle, question, label, policy } = place;
  return html`<tr class="govuk-table__row">
    <td class="govuk-table__cell">${linked(stepName, draft, { view: 'drawing', element: step })}</td>
    <td class="govuk-table__cell">${formTitle}</td>
    <td class="govuk-table__cell">${linked(label, draft, { view: 'forms', form, question })}</td>
    <td class="govuk-table__cell">
      ${policy === 'ask' ? html`<strong>${words.policies[policy]}</strong>` : words.policies[policy]}
    </td>
  </tr>`;
}

/** A place in the draft's editor; plain words where there is no draft to change. */
export function linked(
  text: string,
  draft: string | undefined,
  to: Record<string, string>,
): TemplateResult | string {
  if (draft === undefined) return text;
  const query = new URLSearchParams(to).toString();
  return html`<a class="govuk-link" href="/pathway/drafts/${encodeURIComponent(draft)}?${query}">${text}</a>`;
}
