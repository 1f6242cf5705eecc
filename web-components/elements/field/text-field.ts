import { html, nothing, type TemplateResult } from 'lit';

/** A labelled line of text with its hint and error. */
export function textField(field: {
  id: string;
  label: string;
  value?: string;
  hint?: string;
  error?: string | undefined;
  type?: string;
  autocomplete?: string;
  width?: string;
  input?: (value: string) => void;
}): TemplateResult {
  const { id, error, hint } = field;
  const about = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return html`
    <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label" for=${id}>${field.label}</label>
      ${hint ? html`<div id="${id}-hint" class="govuk-hint">${hint}</div>` : nothing}
      ${error ? html`<p id="${id}-error" class="govuk-error-message">${error}</p>` : nothing}
      <input
        class="govuk-input ${field.width ?? ''} ${error ? 'govuk-input--error' : ''}"
        id=${id}
        name=${id}
        type=${field.type ?? 'text'}
        autocomplete=${field.autocomplete ?? 'off'}
        spellcheck="false"
        .value=${field.value ?? ''}
        aria-describedby=${about || nothing}
        @input=${(event: Event) => field.input?.((event.target as HTMLInputElement).value)}
      />
    </div>
  `;
}
