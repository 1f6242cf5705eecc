import { html, nothing, type TemplateResult } from 'lit';

/** A group of boxes, any number of which may be ticked. */
export function tickBoxes(group: {
  id: string;
  legend: string;
  hint: string;
  error?: string | undefined;
  choices: readonly { id: string; name: string; more?: string }[];
  ticked: readonly string[];
  change: (ticked: string[]) => void;
}): TemplateResult {
  const { id, error, ticked } = group;
  const tick = (one: string, on: boolean): void =>
    group.change(on ? [...ticked, one] : ticked.filter((other) => other !== one));
  return html`<div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}" id=${id}>
    <fieldset class="govuk-fieldset" aria-describedby="${id}-hint ${error ? `${id}-error` : ''}">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${group.legend}</legend>
      <div class="govuk-hint" id="${id}-hint">${group.hint}</div>
      ${error ? html`<p class="govuk-error-message" id="${id}-error">${error}</p>` : nothing}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        ${group.choices.map(
          ({ id: one, name, more }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="${id}-${one}"
                .checked=${ticked.includes(one)}
                @change=${(event: Event) => tick(one, (event.target as HTMLInputElement).checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for="${id}-${one}"
                >${name}${more ? html` <span class="tl-quiet">${more}</span>` : nothing}</label
              >
            </div>`,
        )}
      </div>
    </fieldset>
  </div>`;
}
