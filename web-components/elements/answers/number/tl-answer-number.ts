import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

/** A number typed as text: what is not a number stays on the screen, is said, and is not sent. */
export class AnswerNumber extends AnswerElement<number> {
  static override properties = { ...AnswerElement.properties, typed: { state: true } };
  declare typed: string | undefined;

  private input(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    this.typed = text;
    if (text === '') return this.give(undefined);
    const number = Number(text.replace(',', '.'));
    if (Number.isFinite(number)) this.give(number);
  }

  override render(): TemplateResult {
    const shown = this.typed ?? (this.value === undefined ? '' : String(this.value));
    const wrong = shown !== '' && !Number.isFinite(Number(shown.replace(',', '.')));
    const problem = `${this.name}-not-number`;
    const described = [this.described, wrong ? problem : ''].filter(Boolean).join(' ') || nothing;
    return html`
      ${wrong ? html`<p id=${problem} class="govuk-error-message">${form.badNumber}</p>` : nothing}
      <input
        class="govuk-input govuk-input--width-5 ${this.invalid || wrong ? 'govuk-input--error' : ''}"
        id=${this.name}
        type="text"
        inputmode=${'whole' in this.asked && this.asked.whole ? 'numeric' : 'decimal'}
        autocomplete="off"
        .value=${shown}
        aria-describedby=${described}
        @input=${this.input}
      />
    `;
  }
}

define('tl-answer-number', AnswerNumber);
