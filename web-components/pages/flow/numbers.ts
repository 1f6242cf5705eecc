import { html, type TemplateResult } from 'lit';
import { flow as words } from '../../words-office/flow.ts';

/** A number of a table; what is absent was too few to be told. */
export function numberCell(number: number | undefined): TemplateResult {
  return html`<td class="govuk-table__cell govuk-table__cell--numeric">${number ?? words.few}</td>`;
}

/** A number that leads to its children; none has none to show, and of too few there is nobody to name. */
export function numberTo(
  number: number | undefined,
  to: { of: 'history' | 'flow' | 'time'; asked: Record<string, string | undefined>; says: string },
): TemplateResult {
  if (!number) return numberCell(number);
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(to.asked)) if (value !== undefined) search.set(name, value);
  const label = `${String(number)}. ${words.drill(to.says)}`;
  return html`<td class="govuk-table__cell govuk-table__cell--numeric">
    <a class="govuk-link" href="/oversight/stages/${to.of}?${search.toString()}" aria-label=${label}
      >${number}</a
    >
  </td>`;
}

/** A table that scrolls within itself where the page is narrow. */
export function scrolling(
  caption: string,
  heads: readonly string[],
  body: readonly TemplateResult[],
): TemplateResult {
  return html`<div class="tl-table-scroll" role="region" tabindex="0" aria-label=${caption}>
    <table class="govuk-table tl-flow">
      <caption class="govuk-visually-hidden">
        ${caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          ${heads.map(
            (name, at) =>
              html`<th
                scope="col"
                class="govuk-table__header ${at === 0 ? '' : 'govuk-table__header--numeric'}"
              >
                ${name}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        ${body}
      </tbody>
    </table>
  </div>`;
}
