import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../words/form.ts';

/** An answer known from earlier, with its source: to be confirmed, or changed on purpose. */
export function carriedAnswer(answer: {
  name: string;
  label: string;
  says: string;
  source: string;
  confirmed: boolean;
  error: string;
  confirm: () => void;
  change: () => void;
}): TemplateResult {
  const { name, confirmed, error } = answer;
  return html`
    <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
      <p class="govuk-label govuk-label--s" id="${name}-label">${answer.label}</p>
      ${error ? html`<p class="govuk-error-message">${error}</p>` : nothing}
      <div class="tl-carried ${confirmed ? 'tl-carried--confirmed' : ''}">
        <p class="tl-carried__text" .textContent=${answer.says}></p>
        <p class="tl-earlier__source">${answer.source}</p>
        <p class="tl-carried__ask">${confirmed ? form.confirmed : form.pleaseConfirm}</p>
        <div class="tl-carried__acts" role="group" aria-labelledby="${name}-label">
          ${confirmed ? nothing : confirmButton(name, answer.confirm)}
          <button type="button" class="tl-text-button" @click=${answer.change}>${form.change}</button>
        </div>
      </div>
    </div>
  `;
}

function confirmButton(id: string, confirm: () => void): TemplateResult {
  return html`<button
    type="button"
    id=${id}
    class="govuk-button govuk-button--secondary tl-small-button"
    @click=${confirm}
  >
    ${form.confirm}
  </button>`;
}
