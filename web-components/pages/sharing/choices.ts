import { html, nothing, type TemplateResult } from 'lit';

/** One of several, all to be seen at once. */
export function radios(field: {
  id: string;
  legend: string;
  hint?: string;
  choices: readonly { id: string; name: string }[];
  value: string;
  inline?: boolean;
  change: (value: string) => void;
}): TemplateResult {
  const { id, choices, value, hint } = field;
  return html`<fieldset
    class="govuk-fieldset govuk-form-group"
    aria-describedby=${hint ? `${id}-hint` : nothing}
  >
    <legend class="govuk-fieldset__legend">${field.legend}</legend>
    ${hint ? html`<div class="govuk-hint" id="${id}-hint">${hint}</div>` : nothing}
    <div class="govuk-radios govuk-radios--small ${field.inline ? 'govuk-radios--inline' : ''}">
      ${choices.map(
        (one) =>
          html`<div class="govuk-radios__item">
            <input
              class="govuk-radios__input"
              type="radio"
              id="${id}-${one.id}"
              name=${id}
              .checked=${value === one.id}
              @change=${() => field.change(one.id)}
            />
            <label class="govuk-label govuk-radios__label" for="${id}-${one.id}">${one.name}</label>
          </div>`,
      )}
    </div>
  </fieldset>`;
}

/** One tick. */
export function tick(field: {
  id: string;
  label: string;
  value: boolean;
  change: (value: boolean) => void;
}): TemplateResult {
  return html`<div class="govuk-checkboxes__item">
    <input
      class="govuk-checkboxes__input"
      type="checkbox"
      id=${field.id}
      .checked=${field.value}
      @change=${(event: Event) => field.change((event.target as HTMLInputElement).checked)}
    />
    <label class="govuk-label govuk-checkboxes__label" for=${field.id}>${field.label}</label>
  </div>`;
}

/** A few lines of text. */
export function lines(field: {
  id: string;
  label: string;
  hint?: string;
  rows: number;
  value: string;
  input: (value: string) => void;
}): TemplateResult {
  const { id, hint } = field;
  return html`<div class="govuk-form-group">
    <label class="govuk-label" for=${id}>${field.label}</label>
    ${hint ? html`<div class="govuk-hint" id="${id}-hint">${hint}</div>` : nothing}
    <textarea
      class="govuk-textarea"
      id=${id}
      rows=${field.rows}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .value=${field.value}
      @input=${(event: Event) => field.input((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}

/** Words by key as choices, in their order. */
export const choicesOf = (words: Readonly<Record<string, string>>): { id: string; name: string }[] =>
  Object.entries(words).map(([id, name]) => ({ id, name }));
