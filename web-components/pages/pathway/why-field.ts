import { html, type TemplateResult } from 'lit';
import { pathway } from '../../words-group/pathway.ts';

/** Why a change is wanted, in the words of whoever starts it. */
export function whyField(id: string, value: string, input: (why: string) => void): TemplateResult {
  const { why, whyHint } = pathway.start;
  return html`
    <div class="govuk-form-group">
      <label class="govuk-label" for=${id}>${why}</label>
      <div class="govuk-hint" id="${id}-hint">${whyHint}</div>
      <textarea
        class="govuk-textarea"
        id=${id}
        rows="3"
        maxlength="2000"
        aria-describedby="${id}-hint"
        .value=${value}
        @input=${(event: Event) => input((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
  `;
}
