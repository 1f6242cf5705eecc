import { html, nothing, type TemplateResult } from 'lit';

interface Choice {
  id: string;
  name: string;
}

/** A labelled list to choose one thing from; `empty` is said for none. */
export function selectField(field: {
  id: string;
  label: string;
  choices: readonly Choice[];
  value: string;
  empty: string;
  error?: string | undefined;
  change: (value: string) => void;
}): TemplateResult {
  return html`
    <div class="govuk-form-group tl-select ${field.error ? 'govuk-form-group--error' : ''}">
      <label class="govuk-label govuk-!-font-size-16" for=${field.id}>${field.label}</label>
      ${field.error ? html`<p class="govuk-error-message" id="${field.id}-error">${field.error}</p>` : nothing}
      <select
        class="govuk-select ${field.error ? 'govuk-select--error' : ''}"
        id=${field.id}
        aria-describedby=${field.error ? `${field.id}-error` : nothing}
        @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${field.value === ''}>${field.empty}</option>
        ${field.choices.map(
          ({ id, name }) => html`<option value=${id} ?selected=${field.value === id}>${name}</option>`,
        )}
      </select>
    </div>
  `;
}
