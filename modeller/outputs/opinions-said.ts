import { html, nothing, type TemplateResult } from 'lit';
import type { OpinionsSaid } from './papers-beside.ts';
import { words } from './words.ts';

/** What people said of a paper they were given: counts and middle answers, and words of those who let them be read. */
export function opinionsSaid(said: readonly OpinionsSaid[]): TemplateResult {
  return html`<section aria-labelledby="opinions-said">
    <h3 class="govuk-heading-s" id="opinions-said">${words.said}</h3>
    ${said.length === 0 ? html`<p class="govuk-body-s">${words.saidNone}</p>` : nothing}
    ${said.map(
      ({ version, groups }) =>
        html`<p class="govuk-body-s"><strong>${words.saidOf(version.name)}</strong></p>
          <ul class="govuk-list govuk-list--bullet tl-small-list">
            ${groups.map(
              ({ whose, fewer, count = 0, helpful = 0, clear = 0, words: own = [] }) =>
                html`<li>
                  ${words.saidBy[whose] ?? whose}:
                  ${fewer ? words.saidFewer(fewer) : words.saidCount(count, helpful, clear)}
                  ${own.map((one) => html`<q class="tl-opinion">${one}</q>`)}
                </li>`,
            )}
          </ul>`,
    )}
  </section>`;
}
