import type { FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { correctRecord, type RecordPage } from '../../api/records.ts';
import { announce } from '../../contexts/announce.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { answerField } from '../../elements/answers/answer-field.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { labelOf } from '../../elements/question/question-words.ts';
import { record as words } from '../../words/record.ts';
import { answerOf } from './record-tools.ts';

/**
 * One answer of a record, corrected with a reason. The record keeps what was written before.
 *
 * @fires tl-changed
 * @fires tl-cancel
 */
export class CorrectionForm extends LightElement {
  static override properties = {
    page: { attribute: false },
    question: { attribute: false },
    child: { attribute: false },
    tools: { attribute: false },
    value: { state: true },
    reason: { state: true },
    problem: { state: true },
    reasonMissing: { state: true },
  };
  declare page: RecordPage;
  declare question: FormQuestion;
  declare child: { id: string; name: string } | undefined;
  declare tools: FormTools;
  declare value: unknown;
  declare reason: string;
  declare problem: string;
  declare reasonMissing: boolean;

  constructor() {
    super();
    this.reason = '';
    this.problem = '';
    this.reasonMissing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.value = answerOf(this.page, this.question, this.child?.id);
  }

  protected override firstUpdated(): void {
    // The field is an element of its own, which draws itself a moment later.
    setTimeout(() => this.querySelector<HTMLElement>('input, textarea, select')?.focus());
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.reasonMissing = this.reason.trim() === '';
    const before = answerOf(this.page, this.question, this.child?.id);
    const unchanged = isEmpty(this.value) || JSON.stringify(this.value) === JSON.stringify(before);
    this.problem = unchanged ? words.unchanged : '';
    if (this.reasonMissing || unchanged) return;
    const answer = await correctRecord(this.page.record.id, {
      question: this.question.id,
      ...(this.child ? { child: this.child.id } : {}),
      value: this.value,
      reason: this.reason.trim(),
    });
    if (!answer.ok) {
      this.problem = [answer.refusal.message, ...answer.refusal.findings.map(({ message }) => message)].join(
        ' ',
      );
      return;
    }
    announce(words.corrected);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    const name = `correct-${this.question.id}${this.child ? `-${this.child.id}` : ''}`;
    return html`
      <form class="tl-panel" novalidate @submit=${this.save}>
        <p class="govuk-body"><strong>${words.correctTitle}.</strong> ${words.correctLead}</p>
        ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
        ${answerField({
          asked: this.question,
          id: name,
          label: labelOf(this.question, this.child, this.page.children),
          value: this.value,
          tools: this.tools,
          give: (value) => (this.value = value),
        })}
        ${textField({
          id: `${name}-reason`,
          label: words.reason,
          value: this.reason,
          error: this.reasonMissing ? words.reasonMissing : undefined,
          input: (text) => (this.reason = text),
        })}
        <button class="govuk-button tl-small-button">${words.save}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </form>
    `;
  }
}

define('tl-correction-form', CorrectionForm);
