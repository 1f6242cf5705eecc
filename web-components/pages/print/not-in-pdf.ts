import { html, nothing, type TemplateResult } from 'lit';
import type { NotInPdf } from '../../api-office/outputs.ts';
import { outputs as words } from '../../words-office/outputs.ts';

/** Signs that a PDF can't show, said before one is made: which, where they stand, and what to give instead. */
export function notInPdf(missing: NotInPdf | undefined): TemplateResult | typeof nothing {
  if (!missing) return nothing;
  return html`<div class="govuk-inset-text tl-not-in-pdf" id="not-in-pdf">
    <p class="govuk-body"><strong>${words.notInPdf(missing)}</strong></p>
    <p class="govuk-body">
      ${words.notInPdfWhere} ${missing.places.map((place) => `“${place}”`).join(', ')}.
    </p>
    <p class="govuk-body">${words.notInPdfDo}</p>
  </div>`;
}
