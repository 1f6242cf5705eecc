import { html, nothing, type TemplateResult } from 'lit';
import type { DuplicatesSay } from '../../api-group/duplicates.ts';
import { duplicates } from '../../words-group/duplicates.ts';

const words = duplicates.matrix;
type Matrix = DuplicatesSay['matrix'];

/** Which form asks for which term: scrolls inside itself, terms and forms always in sight. */
export function matrixTable(matrix: Matrix, shown: number, more: () => void): TemplateResult {
  const several = matrix.terms.filter(({ id }) => Object.keys(matrix.cells[id] ?? {}).length > 1);
  const terms = several.slice(0, shown);
  const forms = matrix.forms.filter(({ id }) => terms.some((term) => matrix.cells[term.id]?.[id]));
  return html`
    <p class="govuk-body tl-measure">${words.lead} ${words.several}.</p>
    <div class="tl-matrix" tabindex="0" role="region" aria-label=${words.scroll}>
      <table class="tl-matrix__table">
        <caption class="govuk-visually-hidden">
          ${words.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="tl-matrix__corner">${words.term}</th>
            ${forms.map(
              ({ title }) => html`<th scope="col" class="tl-matrix__form"><span>${title}</span></th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${terms.map(
            ({ id, name }) =>
              html`<tr>
                <th scope="row" class="tl-matrix__term">${name}</th>
                ${forms.map((form) => cell(matrix.cells[id]?.[form.id] ?? []))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      several.length > terms.length
        ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${more}>
            ${words.more(several.length - terms.length)}
          </button>`
        : nothing
    }
  `;
}

function cell(questions: string[]): TemplateResult {
  if (questions.length === 0) return html`<td></td>`;
  return html`<td class="tl-matrix__asks">
    ${questions.length}<span class="govuk-visually-hidden">${words.asks(questions.length)}</span>
  </td>`;
}
