import { html, type PropertyValues, type TemplateResult } from 'lit';
import type { ContactChild, NewPerson } from '../../api/families.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { contact as words } from '../../words/family.ts';

/**
 * A child who is not on file yet, born or not.
 *
 * @property text  the name that was looked for
 * @property born  the day that was looked for
 * @fires tl-new-child  { name, child }
 */
export class NewChild extends LightElement {
  static override properties = {
    text: { attribute: false },
    born: { attribute: false },
    person: { state: true },
    unborn: { state: true },
    error: { state: true },
  };
  declare text: string;
  declare born: string | undefined;
  declare person: NewPerson;
  declare unborn: boolean;
  declare error: string;

  constructor() {
    super();
    this.text = '';
    this.person = { firstNames: '', familyName: '' };
    this.unborn = false;
    this.error = '';
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.hasUpdated) return;
    const parts = this.text.trim().split(/\s+/);
    const familyName = parts.length > 1 ? (parts.pop() ?? '') : '';
    this.person = {
      firstNames: parts.join(' '),
      familyName,
      ...(this.born ? { dateOfBirth: this.born } : {}),
    };
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input')?.focus();
  }

  private change(change: Partial<NewPerson>): void {
    this.person = { ...this.person, ...change };
  }

  private give(event: Event): void {
    event.preventDefault();
    const { firstNames, familyName, dateOfBirth, expectedDateOfBirth } = this.person;
    const name = [firstNames.trim() || (this.unborn ? words.baby : ''), familyName.trim()]
      .filter(Boolean)
      .join(' ');
    this.error = name === '' ? words.nameMissing : '';
    if (this.error) return;
    const person: Partial<NewPerson> = {
      ...(firstNames.trim() ? { firstNames: firstNames.trim() } : {}),
      ...(familyName.trim() ? { familyName: familyName.trim() } : {}),
      ...(this.unborn
        ? { ...(expectedDateOfBirth ? { expectedDateOfBirth } : {}) }
        : { ...(dateOfBirth ? { dateOfBirth } : {}) }),
    };
    const child: ContactChild = { new: person as NewPerson };
    this.dispatchEvent(new CustomEvent('tl-new-child', { bubbles: true, detail: { name, child } }));
  }

  override render(): TemplateResult {
    const { person } = this;
    return html`
      <form class="tl-panel" novalidate @submit=${this.give}>
        <h2 class="govuk-heading-m">${words.newTitle}</h2>
        ${textField({
          id: 'firstNames',
          label: words.firstNames,
          value: person.firstNames,
          error: this.error || undefined,
          input: (firstNames) => this.change({ firstNames }),
        })}
        ${textField({
          id: 'familyName',
          label: words.familyName,
          value: person.familyName,
          input: (familyName) => this.change({ familyName }),
        })}
        <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
          <div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id="unborn"
              .checked=${this.unborn}
              @change=${(event: Event) => (this.unborn = (event.target as HTMLInputElement).checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for="unborn">${words.unborn}</label>
          </div>
        </div>
        ${
          this.unborn
            ? dateField({
                id: 'expected',
                label: words.expected,
                value: person.expectedDateOfBirth,
                give: (value) => this.change({ expectedDateOfBirth: value as string }),
              })
            : dateField({
                id: 'dateOfBirth',
                label: words.dateOfBirth,
                value: person.dateOfBirth,
                give: (value) => this.change({ dateOfBirth: value as string }),
              })
        }
        <button class="govuk-button govuk-button--secondary">${words.addNew}</button>
      </form>
    `;
  }
}

define('tl-new-child', NewChild);
