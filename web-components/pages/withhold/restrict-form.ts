import { html, nothing, type TemplateResult } from 'lit';
import { restrictFamily } from '../../api-office/access.ts';
import { loadStaff, type StaffMember } from '../../api/session.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { nameOf } from '../../words/lists.ts';
import { restrict as words } from '../../words-office/access.ts';

/**
 * Closes a family to all but the people named, or opens it again.
 *
 * @property family      id of the family
 * @property restricted  whether it is restricted now
 * @fires tl-changed
 */
export class RestrictForm extends LightElement {
  static override properties = {
    family: { type: String },
    restricted: { type: Boolean },
    to: { state: true },
    shown: { state: true },
    problem: { state: true },
    staff: { state: true },
  };
  declare family: string;
  declare restricted: boolean;
  declare to: string[];
  declare shown: 'hidden' | 'exists';
  declare problem: string;
  declare staff: StaffMember[];
  private contact = '';
  private reason = '';

  constructor() {
    super();
    this.to = [];
    this.shown = 'exists';
    this.problem = '';
    this.staff = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadStaff().then((answer) => {
      if (answer.ok) this.staff = answer.value;
    });
  }

  private async send(event: Event, lift = false): Promise<void> {
    event.preventDefault();
    const [contact, reason] = [this.contact.trim(), this.reason.trim()];
    const complete = reason !== '' && (lift || (contact !== '' && this.to.length > 0));
    this.problem = complete ? '' : words.missing;
    if (!complete) return;
    const restriction = lift ? null : { to: this.to, contact, shown: this.shown };
    const answer = await restrictFamily(this.family, restriction, reason);
    if (answer.ok) this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
    else this.problem = answer.refusal.message;
  }

  override render(): TemplateResult {
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.open}</span>
      </summary>
      <form class="govuk-details__text" novalidate aria-label=${words.title} @submit=${this.send}>
        <p class="govuk-body">${words.lead}</p>
        ${this.people()}
        ${textField({
          ...{ id: 'restrict-contact', label: words.contact },
          input: (text) => (this.contact = text),
        })}
        ${selectField({
          ...{ id: 'restrict-shown', label: words.shown, value: this.shown, empty: words.exists },
          choices: [{ id: 'hidden', name: words.hidden }],
          change: (shown) => (this.shown = shown === 'hidden' ? 'hidden' : 'exists'),
        })}
        ${textField({
          ...{ id: 'restrict-reason', label: words.reason, error: this.problem || undefined },
          input: (text) => (this.reason = text),
        })}
        <div class="govuk-button-group">
          <button class="govuk-button tl-small-button">${words.button}</button>
          ${
            this.restricted
              ? html`<button
                  type="button"
                  class="govuk-button govuk-button--secondary tl-small-button"
                  @click=${(event: Event) => void this.send(event, true)}
                >
                  ${words.lift}
                </button>`
              : nothing
          }
        </div>
      </form>
    </details>`;
  }

  private people(): TemplateResult {
    return html`<fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend">${words.who}</legend>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        ${this.staff.map(
          ({ id, name, roles }) =>
            html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id="restrict-${id}"
                .checked=${this.to.includes(id)}
                @change=${() => (this.to = this.to.includes(id) ? this.to.filter((one) => one !== id) : [...this.to, id])}
              />
              <label class="govuk-label govuk-checkboxes__label" for="restrict-${id}"
                >${name} <span class="tl-quiet">${roles.map(nameOf).join(', ')}</span></label
              >
            </div>`,
        )}
      </div>
    </fieldset>`;
  }
}

define('tl-restrict-form', RestrictForm);
