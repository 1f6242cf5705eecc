import { html, nothing, type TemplateResult } from 'lit';
import type { ChangeSaid } from '../../api-group/publishing.ts';
import { publishing as words } from '../../words-group/publishing.ts';

/** Changes in sentences; what the law asks for is marked. */
export function changeList(changes: readonly ChangeSaid[]): TemplateResult {
  if (changes.length === 0) return html`<p class="govuk-body">${words.noChanges}</p>`;
  return html`<ul class="tl-told">
    ${changes.map(
      ({ sentence, statutory }) =>
        html`<li class="tl-told__one">
          ${sentence}
          ${statutory ? html`<strong class="govuk-tag govuk-tag--yellow">${words.byLaw}</strong>` : nothing}
        </li>`,
    )}
  </ul>`;
}
