import { html, nothing, type TemplateResult } from 'lit';
import type { Move, MovedCase } from '../../api-group/moves.ts';
import { sayMoment } from '../../words/dates.ts';
import { moves as words } from '../../words-group/moves.ts';

const colours = {
  moved: 'govuk-tag--green',
  reverted: 'govuk-tag--grey',
  'needs-a-person': 'govuk-tag--yellow',
  refused: 'govuk-tag--yellow',
  failed: 'govuk-tag--red',
};

/** How far the move is, and what became of every family. */
export function casesView(
  { cases, counts, trial, state }: Move,
  act: (caseId: string, what: 'retry' | 'revert') => void,
): TemplateResult {
  if (cases.length === 0) return html`<p class="govuk-body">${words.noCases}</p>`;
  const taken = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const all = Math.max(trial?.cases ?? 0, taken);
  return html`
    ${
      state === 'done'
        ? nothing
        : html`<p class="govuk-body">
            <label for="progress">${words.progress}: ${words.of(taken, all)}</label>
            <progress id="progress" max=${all} value=${taken}></progress>
          </p>`
    }
    <ul class="tl-counts">
      ${Object.entries(counts)
        .filter(([, count]) => count > 0)
        .map(
          ([result, count]) =>
            html`<li class="tl-counts__item">${words.results[result as keyof typeof counts]}: ${count}</li>`,
        )}
    </ul>
    <div class="tl-saves" tabindex="0" role="region" aria-label=${words.table}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          ${words.table}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            ${[words.family, words.result, words.when, words.what].map(
              (text) => html`<th scope="col" class="govuk-table__header">${text}</th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${cases.map((one) => rowOf(one, act))}
        </tbody>
      </table>
    </div>
  `;
}

function rowOf(one: MovedCase, act: (caseId: string, what: 'retry' | 'revert') => void): TemplateResult {
  const name = one.readable ? (one.name ?? '') : words.unnamed(one.case);
  const what = one.result === 'moved' ? 'revert' : 'retry';
  return html`
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        ${one.readable ? html`<a class="govuk-link" href="/families/${one.case}">${name}</a>` : name}
      </th>
      <td class="govuk-table__cell">
        <strong class="govuk-tag ${colours[one.result]}">${words.results[one.result]}</strong>
        ${one.message ? html`<p class="govuk-body-s">${[one.message, ...one.findings].join(' ')}</p>` : nothing}
      </td>
      <td class="govuk-table__cell">${sayMoment(one.at)}</td>
      <td class="govuk-table__cell">
        <button type="button" class="tl-text-button" @click=${() => act(one.case, what)}>
          ${what === 'revert' ? words.revert : words.retry}<span class="govuk-visually-hidden"
            >: ${name}</span
          >
        </button>
      </td>
    </tr>
  `;
}
