import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

interface Field {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  disabled?: boolean;
}

/** A line or an area of text that counts once it is left: one edit, one step to undo. */
export function textIn(
  field: Field & { value: string; rows?: number; list?: string; change: (value: string) => void },
): TemplateResult {
  const { id, value, rows, list, error } = field;
  const change = (event: Event): void => {
    const { value: now } = event.target as HTMLInputElement;
    if (now.trim() !== value.trim()) field.change(now.trim());
  };
  const described = describedBy(field);
  const control = rows
    ? html`<textarea
        class="govuk-textarea"
        id=${id}
        rows=${rows}
        ?disabled=${field.disabled ?? false}
        .value=${live(value)}
        aria-describedby=${described}
        aria-invalid=${error ? 'true' : nothing}
        @change=${change}
      ></textarea>`
    : html`<input
        class="govuk-input ${error ? 'govuk-input--error' : ''}"
        id=${id}
        type="text"
        autocomplete="off"
        list=${list ?? nothing}
        ?disabled=${field.disabled ?? false}
        .value=${live(value)}
        aria-describedby=${described}
        aria-invalid=${error ? 'true' : nothing}
        @change=${change}
      />`;
  return group(field, control);
}

/** One of several, from a list that always has something chosen. */
export function choiceIn(
  field: Field & {
    value: string;
    choices: readonly { id: string; name: string }[];
    change: (value: string) => void;
  },
): TemplateResult {
  const known = field.choices.some(({ id }) => id === field.value);
  return group(
    field,
    html`<select
      class="govuk-select"
      id=${field.id}
      ?disabled=${field.disabled ?? false}
      aria-describedby=${describedBy(field)}
      .value=${live(field.value)}
      @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}
    >
      ${known ? nothing : html`<option value=${field.value} selected>${field.value}</option>`}
      ${field.choices.map(
        ({ id, name }) => html`<option value=${id} ?selected=${id === field.value}>${name}</option>`,
      )}
    </select>`,
  );
}

/** Yes or no, as one tick. */
export function tickIn(field: {
  id: string;
  label: string;
  value: boolean;
  disabled?: boolean;
  change: (value: boolean) => void;
}): TemplateResult {
  return html`<div class="govuk-checkboxes govuk-checkboxes--small tl-tick">
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id=${field.id}
        ?disabled=${field.disabled ?? false}
        .checked=${live(field.value)}
        @change=${(event: Event) => field.change((event.target as HTMLInputElement).checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for=${field.id}>${field.label}</label>
    </div>
  </div>`;
}

/** Several ticks under one legend. */
export function ticksIn(field: {
  id: string;
  legend: string;
  hint?: string;
  disabled?: boolean;
  values: readonly string[];
  choices: readonly { id: string; name: string }[];
  change: (values: string[]) => void;
}): TemplateResult {
  const { values, choices } = field;
  return html`<fieldset class="govuk-fieldset govuk-form-group" aria-describedby=${describedBy(field)}>
    <legend class="govuk-fieldset__legend govuk-!-font-weight-bold">${field.legend}</legend>
    ${field.hint ? html`<div id="${field.id}-hint" class="govuk-hint">${field.hint}</div>` : nothing}
    ${choices.map(({ id, name }) =>
      tickIn({
        id: `${field.id}-${id}`,
        label: name,
        value: values.includes(id),
        disabled: field.disabled ?? false,
        change: (on) =>
          field.change(
            choices.map((one) => one.id).filter((one) => (one === id ? on : values.includes(one))),
          ),
      }),
    )}
  </fieldset>`;
}

/** A small button that looks like a link. `label`: what it acts on, for those who do not see where it stands. */
export function textButton(
  text: string,
  label: string,
  act: () => void,
  more: { id?: string; disabled?: boolean } = {},
): TemplateResult {
  return html`<button
    type="button"
    class="tl-text-button"
    id=${more.id ?? nothing}
    ?disabled=${more.disabled ?? false}
    @click=${act}
  >
    ${text}${label ? html`<span class="govuk-visually-hidden">: ${label}</span>` : nothing}
  </button>`;
}

function group(field: Field, control: TemplateResult): TemplateResult {
  const { id, label, hint, error } = field;
  return html`<div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
    <label class="govuk-label" for=${id}>${label}</label>
    ${hint ? html`<div id="${id}-hint" class="govuk-hint">${hint}</div>` : nothing}
    ${error ? html`<p id="${id}-error" class="govuk-error-message" role="alert">${error}</p>` : nothing}
    ${control}
  </div>`;
}

function describedBy({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || nothing;
}
