import { html, nothing, type TemplateResult } from 'lit';

/** A labelled text of several lines with its hint and error. */
export function textArea(field: {
  id: string;
  label: string;
  value: string;
  hint?: string;
  error?: string | undefined;
  rows?: number;
  input: (value: string) => void;
}): TemplateResult {
  const { id, hint, error } = field;
  const about = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return html`
    <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label" for=${id}>${field.label}</label>
      ${hint ? html`<div class="govuk-hint" id="${id}-hint">${hint}</div>` : nothing}
      ${error ? html`<p class="govuk-error-message" id="${id}-error">${error}</p>` : nothing}
      <textarea
        class="govuk-textarea ${error ? 'govuk-textarea--error' : ''}"
        id=${id}
        rows=${field.rows ?? 3}
        maxlength="2000"
        aria-describedby=${about || nothing}
        .value=${field.value}
        @input=${(event: Event) => field.input((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
  `;
}
