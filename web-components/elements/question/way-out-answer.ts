import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../words/form.ts';
import { needsReason } from './question-words.ts';

/** A question that could not be answered: the reason, and the way back to answering. */
export function wayOutAnswer(answer: {
  name: string;
  label: string;
  wayOut: string;
  reason: string;
  error: string;
  give: (reason: string) => void;
  answerAfterAll: () => void;
}): TemplateResult {
  const { error } = answer;
  return html`
    <div class="tl-way-out-answer govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
      <p class="govuk-label govuk-label--s">${answer.label}</p>
      ${needsReason(answer.wayOut) ? reasonField(answer) : html`<p class="tl-carried__text">${answer.reason}</p>`}
      <button type="button" class="tl-text-button" @click=${answer.answerAfterAll}>
        ${form.answerAfterAll}
      </button>
    </div>
  `;
}

function reasonField({ name, reason, error, give }: Parameters<typeof wayOutAnswer>[0]): TemplateResult {
  const id = `${name}-why-not`;
  return html`
    <label class="govuk-label" for=${id}>${form.wayOutReason}</label>
    ${error ? html`<p class="govuk-error-message" id="${id}-error">${error}</p>` : nothing}
    <input
      class="govuk-input"
      id=${id}
      type="text"
      autocomplete="off"
      .value=${reason}
      aria-describedby=${error ? `${id}-error` : nothing}
      @input=${(event: Event) => give((event.target as HTMLInputElement).value)}
    />
  `;
}
