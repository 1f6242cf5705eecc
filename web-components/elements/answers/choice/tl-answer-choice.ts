import type { Option } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

/** A list this long is easier to search than to read. */
export const mostRadios = 12;

/**
 * One of several. Beside each option may stand what would happen next if it were chosen.
 *
 * @property next  by option value, sentences that say what would follow
 */
export class AnswerChoice extends AnswerElement<string> {
  static override properties = { ...AnswerElement.properties, next: { attribute: false } };
  declare next: Record<string, string[]> | undefined;

  override render(): TemplateResult {
    const options = this.tools.optionsOf(this.asked);
    if (options.length > mostRadios && !this.next) return this.select(options);
    const inline = options.length <= 3 && this.asked.type === 'yes-no';
    return html`
      <div class="govuk-radios govuk-radios--small ${inline ? 'govuk-radios--inline' : ''}">
        ${options.map((option, at) => this.radio(option, at))}
      </div>
    `;
  }

  private radio(option: Option, at: number): TemplateResult {
    const id = at === 0 ? this.name : `${this.name}-${option.value}`;
    const says = this.next?.[option.value] ?? [];
    const hint = option.hint || says.length > 0 ? `${id}-hint` : nothing;
    return html`
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          type="radio"
          id=${id}
          name=${this.name}
          value=${option.value}
          .checked=${this.value === option.value}
          aria-describedby=${hint}
          @change=${() => this.give(option.value)}
        />
        <label class="govuk-label govuk-radios__label" for=${id}>${option.label}</label>
        ${
          hint === nothing
            ? nothing
            : html`<div id=${hint} class="govuk-hint govuk-radios__hint">
                ${option.hint ?? nothing}
                ${says.map((say) => html`<span class="tl-next"><span class="govuk-visually-hidden">${form.ifChosen} </span>${say}</span>`)}
              </div>`
        }
      </div>
    `;
  }

  private select(options: Option[]): TemplateResult {
    return html`
      <select
        class="govuk-select ${this.invalid ? 'govuk-select--error' : ''}"
        id=${this.name}
        aria-describedby=${this.described || nothing}
        @change=${(event: Event) => this.give((event.target as HTMLSelectElement).value || undefined)}
      >
        <option value="" ?selected=${!this.value}>${form.choose}</option>
        ${options.map(
          ({ value, label }) =>
            html`<option value=${value} ?selected=${this.value === value}>${label}</option>`,
        )}
      </select>
    `;
  }
}

define('tl-answer-choice', AnswerChoice);
