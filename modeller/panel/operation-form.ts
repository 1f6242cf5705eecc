import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { Answers, Ask, Hand, Operation, Target } from '../operations/index.ts';
import { panel as words } from '../words.ts';
import './way-condition.ts';

/**
 * What an operation asks before it is done. Answers given so far may bring further questions.
 *
 * @property operation, target, hand  what is to be done, to what, with what
 * @property name                     what the ids of its fields begin with
 * @fires tl-perform { operation, answers }
 * @fires tl-cancel
 */
export class OperationForm extends LightElement {
  static override properties = {
    operation: { attribute: false },
    target: { attribute: false },
    hand: { attribute: false },
    name: { attribute: false },
    answers: { state: true },
    missing: { state: true },
  };
  declare operation: Operation;
  declare target: Target;
  declare hand: Hand;
  declare name: string;
  declare answers: Answers;
  declare missing: readonly string[];

  constructor() {
    super();
    this.name = 'ask';
    this.answers = {};
    this.missing = [];
  }

  private get asks(): Ask[] {
    return this.operation.asks?.(this.target, this.hand, this.answers) ?? [];
  }

  private answer(ask: Ask): string {
    return this.answers[ask.id] ?? ask.value;
  }

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  }

  private submit(event: Event): void {
    event.preventDefault();
    const { asks } = this;
    this.missing = asks.filter((ask) => !ask.optional && this.answer(ask).trim() === '').map(({ id }) => id);
    if (this.missing.length > 0) {
      this.querySelector<HTMLElement>(`#${this.name}-${this.missing[0] ?? ''}`)?.focus();
      return;
    }
    const answers = Object.fromEntries(asks.map((ask) => [ask.id, this.answer(ask)]));
    const detail = { operation: this.operation, answers };
    this.dispatchEvent(new CustomEvent('tl-perform', { bubbles: true, detail }));
  }

  override render(): TemplateResult {
    return html`<form
      class="tl-operation"
      novalidate
      data-operation=${this.operation.id}
      @submit=${this.submit}
    >
      <h3 class="govuk-heading-s">${this.operation.name}</h3>
      ${this.asks.map((ask) => this.field(ask))}
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button">${words.do}</button>
        <button
          type="button"
          class="tl-text-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  private field(ask: Ask): TemplateResult {
    const id = `${this.name}-${ask.id}`;
    const wrong = this.missing.includes(ask.id);
    const grouped = ask.kind === 'several' || ask.kind === 'condition';
    const about = [ask.hint ? `${id}-hint` : '', wrong ? `${id}-error` : '']
      .filter((one) => one !== '')
      .join(' ');
    const hint = html`${ask.hint ? html`<div id="${id}-hint" class="govuk-hint">${ask.hint}</div>` : nothing}
    ${wrong ? html`<p id="${id}-error" class="govuk-error-message">${words.needed(ask.says)}</p>` : nothing}`;
    return html`<div class="govuk-form-group ${wrong ? 'govuk-form-group--error' : ''}">
      ${
        grouped
          ? html`<fieldset class="govuk-fieldset" id=${id} tabindex="-1" aria-describedby=${about || nothing}>
              <legend class="govuk-fieldset__legend">${ask.says}</legend>
              ${hint}${ask.kind === 'several' ? this.several(ask, id) : this.condition(ask, id)}
            </fieldset>`
          : html`<label class="govuk-label" for=${id}>${ask.says}</label>${hint}${this.input(ask, id, about)}`
      }
    </div>`;
  }

  private put(ask: Ask, value: string): void {
    this.answers = { ...this.answers, [ask.id]: value };
  }

  private input(ask: Ask, id: string, about: string): TemplateResult {
    const put = (event: Event): void =>
      this.put(ask, (event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value);
    const described = about || nothing;
    if (ask.kind === 'long')
      return html`<textarea
        class="govuk-textarea"
        id=${id}
        rows="3"
        aria-describedby=${described}
        .value=${this.answer(ask)}
        @input=${put}
      ></textarea>`;
    if (ask.kind !== 'one')
      return html`<input
        class="govuk-input"
        id=${id}
        autocomplete="off"
        inputmode=${ask.kind === 'number' ? 'numeric' : nothing}
        aria-describedby=${described}
        .value=${this.answer(ask)}
        @input=${put}
      />`;
    const value = this.answer(ask);
    const options = ask.options ?? [];
    const none = options.some((option) => option.value === '');
    return html`<select class="govuk-select" id=${id} aria-describedby=${described} @change=${put}>
      ${none ? nothing : html`<option value="" ?selected=${value === ''}>${words.choices}</option>`}
      ${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
    </select>`;
  }

  private several(ask: Ask, id: string): TemplateResult {
    const chosen = this.answer(ask).split(' ');
    const tick = (value: string, on: boolean): void =>
      this.put(
        ask,
        (ask.options ?? [])
          .map((one) => one.value)
          .filter((one) => (one === value ? on : chosen.includes(one)))
          .join(' '),
      );
    return html`<div class="govuk-checkboxes govuk-checkboxes--small">
      ${(ask.options ?? []).map(
        ({ value, label }) =>
          html`<div class="govuk-checkboxes__item">
            <input
              class="govuk-checkboxes__input"
              type="checkbox"
              id="${id}-${value}"
              .checked=${chosen.includes(value)}
              @change=${(event: Event) => tick(value, (event.target as HTMLInputElement).checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for="${id}-${value}">${label}</label>
          </div>`,
      )}
    </div>`;
  }

  private condition(ask: Ask, id: string): TemplateResult {
    return html`<way-condition
      .value=${this.answer(ask)}
      .beside=${this.hand.beside}
      .name=${`${id}-line`}
      @tl-condition=${(event: CustomEvent<{ value: string }>) => this.put(ask, event.detail.value)}
    ></way-condition>`;
  }
}

define('operation-form', OperationForm);
