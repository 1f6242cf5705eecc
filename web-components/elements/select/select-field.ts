import { html, type TemplateResult } from 'lit';

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
  change: (value: string) => void;
}): TemplateResult {
  return html`
    <div class="govuk-form-group tl-select">
      <label class="govuk-label govuk-!-font-size-16" for=${field.id}>${field.label}</label>
      <select
        class="govuk-select"
        id=${field.id}
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
