import { html, type TemplateResult } from 'lit';

/** A table whose first column names the row; a narrow screen scrolls it inside its own region. */
export function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (string | TemplateResult)[][],
): TemplateResult {
  return html`
    <div class="tl-saves" tabindex="0" role="region" aria-label=${caption}>
      <table class="govuk-table">
        <caption class="govuk-visually-hidden">
          ${caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${heads.map((head) => html`<th scope="col" class="govuk-table__header">${head}</th>`)}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map(
            ([first, ...cells]) =>
              html`<tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">${first}</th>
                ${cells.map((cell) => html`<td class="govuk-table__cell">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
