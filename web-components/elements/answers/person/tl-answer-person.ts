import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { sayChild } from '../../../words/lists.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

/** Somebody the family's record knows; a person not yet known is named once and then known. */
export class AnswerPerson extends AnswerElement<string> {
  static override properties = {
    ...AnswerElement.properties,
    naming: { state: true },
    typed: { state: true },
    problem: { state: true },
  };
  declare naming: boolean;
  declare typed: string;
  declare problem: string;

  constructor() {
    super();
    this.naming = false;
    this.typed = '';
    this.problem = '';
  }

  private async choose(event: Event): Promise<void> {
    const { value } = event.target as HTMLSelectElement;
    this.naming = value === 'other';
    if (!this.naming) return this.give(value || undefined);
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#${CSS.escape(this.name)}-other`)?.focus();
  }

  private async make(): Promise<void> {
    const name = this.typed.trim();
    if (name === '' || !this.tools.makePerson) return;
    const made = await this.tools.makePerson(name);
    if ('problem' in made) {
      this.problem = made.problem;
      return;
    }
    this.naming = false;
    this.typed = '';
    this.problem = '';
    this.give(made.id);
  }

  override render(): TemplateResult {
    const { people, children } = this.tools;
    const option = (id: string, text: string): TemplateResult =>
      html`<option value=${id} ?selected=${!this.naming && this.value === id}>${text}</option>`;
    return html`
      <select
        class="govuk-select ${this.invalid ? 'govuk-select--error' : ''}"
        id=${this.name}
        aria-describedby=${this.described || nothing}
        @change=${this.choose}
      >
        <option value="" ?selected=${!this.value && !this.naming}>${form.choosePerson}</option>
        ${people.map(({ id, name, relation }) => option(id, relation ? `${name} (${relation})` : name))}
        ${children.filter(({ id }) => !people.some((one) => one.id === id)).map((child) => option(child.id, sayChild(child)))}
        ${this.tools.makePerson ? html`<option value="other" ?selected=${this.naming}>${form.personOther}</option>` : nothing}
      </select>
      ${this.naming ? this.nameField() : nothing}
    `;
  }

  private nameField(): TemplateResult {
    const id = `${this.name}-other`;
    return html`
      <div class="govuk-form-group tl-inline-add">
        <label class="govuk-label" for=${id}>${form.personName}</label>
        ${this.problem ? html`<p class="govuk-error-message" id="${id}-error">${this.problem}</p>` : nothing}
        <input
          class="govuk-input"
          id=${id}
          type="text"
          autocomplete="off"
          .value=${this.typed}
          aria-describedby=${this.problem ? `${id}-error` : nothing}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
        />
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${this.make}
        >
          ${form.addPerson}
        </button>
      </div>
    `;
  }
}

define('tl-answer-person', AnswerPerson);
