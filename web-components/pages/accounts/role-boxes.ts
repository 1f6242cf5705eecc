import { html, nothing, type TemplateResult } from 'lit';
import { accounts as words } from '../../words-office/accounts.ts';

/** One box for each role, by the name people read. */
export function roleBoxes(
  roles: { id: string; name: string }[],
  held: string[],
  error: string | undefined,
  change: (held: string[]) => void,
): TemplateResult {
  const tick = (id: string, ticked: boolean): void =>
    change(ticked ? [...held, id] : held.filter((one) => one !== id));
  return html`<div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}" id="roles">
    <fieldset class="govuk-fieldset" aria-describedby="roles-hint ${error ? 'roles-error' : ''}">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.rolesLegend}</legend>
      <div class="govuk-hint" id="roles-hint">${words.rolesHint}</div>
      ${error ? html`<p class="govuk-error-message" id="roles-error">${error}</p>` : nothing}
      <div class="govuk-checkboxes govuk-checkboxes--small tl-role-boxes">
        ${roles.map(
          ({ id, name }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="role-${id}"
                .checked=${held.includes(id)}
                @change=${(event: Event) => tick(id, (event.target as HTMLInputElement).checked)}
              />
              <label class="govuk-label govuk-checkboxes__label" for="role-${id}">${name}</label>
            </div>`,
        )}
      </div>
    </fieldset>
  </div>`;
}
