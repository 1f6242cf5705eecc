import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { neededBy, type Needed } from './by-law.ts';
import { formIn, placeOf } from './edits/change.ts';
import { removeQuestion, whatGoesWith } from './edits/remove-question.ts';
import { textIn } from './fields.ts';
import { partsOf, type Files } from './parts.ts';
import type { Statutory } from '#engine/browser';
import { words } from './words.ts';

/**
 * Asks before a question goes: what goes with it, and, where the law or a return needs it and nothing else asks for it,
 * who answers for that and why.
 *
 * @property files, formId, questionId, statutory
 * @fires tl-authorise { finding, form, question, by, because }, before the edit
 * @fires tl-files-change { changes, says }
 * @fires tl-cancel
 */
export class RemoveQuestion extends LightElement {
  static override properties = {
    files: { attribute: false },
    formId: { type: String },
    questionId: { type: String },
    statutory: { attribute: false },
    by: { state: true },
    because: { state: true },
    tried: { state: true },
  };
  declare files: Files;
  declare formId: string;
  declare questionId: string;
  declare statutory: Statutory | undefined;
  declare by: string;
  declare because: string;
  declare tried: boolean;

  constructor() {
    super();
    this.by = '';
    this.because = '';
    this.tried = false;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('h4')?.focus();
  }

  private get needed() {
    const form = formIn(this.files, this.formId);
    return neededBy(partsOf(this.files), form, placeOf(form, this.questionId).question, this.statutory);
  }

  private confirm(): void {
    const missing = this.needed.filter(isLost);
    this.tried = missing.length > 0 && (this.by === '' || this.because === '');
    if (this.tried) return;
    for (const { finding } of missing) {
      const detail = {
        finding,
        form: this.formId,
        question: this.questionId,
        by: this.by,
        because: this.because,
      };
      this.dispatchEvent(new CustomEvent('tl-authorise', { bubbles: true, detail }));
    }
    const detail = removeQuestion(this.files, this.formId, this.questionId);
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail }));
  }

  override render(): TemplateResult {
    const { question } = placeOf(formIn(this.files, this.formId), this.questionId);
    const { needed } = this;
    const goes = whatGoesWith(this.files, this.formId, this.questionId);
    return html`<div class="tl-panel" role="group" aria-label=${words.removeNamed(question.label)}>
      <h4 class="govuk-heading-s" tabindex="-1">${words.removeAsk(question.label)}</h4>
      ${
        goes.length > 0
          ? html`<p class="govuk-body-s">${words.goesWith}:</p>
              <ul class="govuk-list govuk-list--bullet tl-small-list">
                ${goes.map((one) => html`<li>${one}</li>`)}
              </ul>`
          : nothing
      }
      ${needed.map(
        (one) =>
          html`<p class="govuk-body-s tl-needed">
            <strong class="govuk-tag govuk-tag--red">${words.law}</strong>
            ${words.lawSays(one.name, one.source)}
            ${isLost(one) ? words.lastOne : one.stays ? words.factStays : words.elsewhere(one.elsewhere.join(', '))}
          </p>`,
      )}
      ${needed.some(isLost) ? this.authorising() : nothing}
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button govuk-button--warning tl-small-button"
          @click=${() => this.confirm()}
        >
          ${words.remove}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </div>
    </div>`;
  }

  private authorising(): TemplateResult {
    return html`<p class="govuk-body-s">${words.authorise}</p>
      ${textIn({
        ...{ id: 'remove-by', label: words.authoriser, value: this.by },
        error: this.tried && this.by === '' ? words.authoriserMissing : undefined,
        change: (text) => (this.by = text),
      })}
      ${textIn({
        ...{ id: 'remove-because', label: words.because, value: this.because, rows: 2 },
        error: this.tried && this.because === '' ? words.becauseMissing : undefined,
        change: (text) => (this.because = text),
      })}`;
  }
}

/** Nothing else on the draft asks for it: somebody has to answer for that. */
const isLost = ({ elsewhere, stays }: Needed): boolean => !stays && elsewhere.length === 0;

define('tl-remove-question', RemoveQuestion);
