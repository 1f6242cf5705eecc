import { html, nothing, type TemplateResult } from 'lit';
import type { RecordPage } from '../../api/records.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withhold as words } from '../../words-office/access.ts';
import './withheld-marks.ts';
import './withhold-form.ts';

/**
 * What is withheld of one answer of a record, and withholding it; without an answer: how much the reader is not shown.
 *
 * @property page    the record
 * @property answer  `question@child`
 * @property label   the question as the page says it
 * @fires tl-changed
 */
export class Withholding extends LightElement {
  static override properties = {
    page: { attribute: false },
    answer: { type: String },
    label: { type: String },
    open: { state: true },
  };
  declare page: RecordPage;
  declare answer: string;
  declare label: string;
  declare open: boolean;

  constructor() {
    super();
    this.answer = '';
    this.label = '';
    this.open = false;
    this.addEventListener('tl-changed', () => (this.open = false));
  }

  override render(): TemplateResult {
    const { page, answer } = this;
    if (!answer) return html`<p class="govuk-inset-text">${words.leftOut(page.leftOut ?? 0)}</p>`;
    const marks = page.withheld?.filter(
      ({ question, child }) => (child ? `${question}@${child}` : question) === answer,
    );
    return html`<tl-withheld-marks
        .marks=${marks ?? []}
        .can=${page.canWithhold === true}
      ></tl-withheld-marks>
      ${page.canWithhold ? this.withhold() : nothing}`;
  }

  private withhold(): TemplateResult {
    if (this.open) {
      return html`<tl-withhold-form
        .page=${this.page}
        .answer=${this.answer}
        @tl-cancel=${() => (this.open = false)}
      ></tl-withhold-form>`;
    }
    return html`<button
      type="button"
      class="tl-text-button"
      aria-label=${words.buttonNamed(this.label)}
      @click=${() => (this.open = true)}
    >
      ${words.button}
    </button>`;
  }
}

define('tl-withholding', Withholding);
