import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** A button of less weight than the one that goes on. */
export function smallButton(text: string, act: () => void): TemplateResult {
  return html`<button
    type="button"
    class="govuk-button govuk-button--secondary tl-small-button"
    @click=${act}
  >
    ${text}
  </button>`;
}
