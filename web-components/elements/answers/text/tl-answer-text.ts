import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

/** Words: one line, or as many as it takes. The count is advice; nothing is cut. */
export class AnswerText extends AnswerElement<string> {
  protected override updated(): void {
    const area = this.querySelector('textarea');
    if (!area) return;
    const lines = Math.ceil(area.value.length / 80) + (area.value.match(/\n/g)?.length ?? 0);
    area.rows = Math.min(Math.max(lines + 1, this.leastRows), 24);
  }

  private get leastRows(): number {
    return 'advised' in this.asked && (this.asked.advised ?? 0) > 500 ? 6 : 3;
  }

  private typed(event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.give(value === '' ? undefined : value);
  }

  override render(): TemplateResult {
    const text = typeof this.value === 'string' ? this.value : '';
    const advised = 'advised' in this.asked ? this.asked.advised : undefined;
    const count = advised && text !== '' ? `${this.name}-count` : '';
    const described = [this.described, count].filter(Boolean).join(' ') || nothing;
    if (this.asked.type === 'short-text') {
      return html`<input
        class="govuk-input ${this.invalid ? 'govuk-input--error' : ''}"
        id=${this.name}
        type="text"
        autocomplete="off"
        .value=${text}
        aria-describedby=${described}
        @input=${this.typed}
      />`;
    }
    return html`
      <textarea
        class="govuk-textarea ${this.invalid ? 'govuk-textarea--error' : ''}"
        id=${this.name}
        rows="3"
        spellcheck="true"
        .value=${text}
        aria-describedby=${described}
        @input=${this.typed}
      ></textarea>
      ${
        count && advised
          ? html`<p id=${count} class="tl-advised">${form.advised(text.length, advised)}</p>`
          : nothing
      }
    `;
  }
}

define('tl-answer-text', AnswerText);
