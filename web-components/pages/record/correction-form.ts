import type { FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { correctRecord, type RecordPage } from '../../api/records.ts';
import type { Refused } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { answerField } from '../../elements/answers/answer-field.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { labelOf } from '../../elements/question/question-words.ts';
import { tryCorrection, type WouldChange } from '../../api-office/previews.ts';
import { correction as words } from '../../words-office/previews.ts';
import { answerOf } from './record-tools.ts';
import './would-change.ts';

/** milliseconds after the last key: what will change is asked of the server */
const pause = 400;

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
    looking: { state: true },
    changes: { state: true },
  };
  declare page: RecordPage;
  declare question: FormQuestion;
  declare child: { id: string; name: string } | undefined;
  declare tools: FormTools;
  declare value: unknown;
  declare reason: string;
  declare problem: string;
  declare reasonMissing: boolean;
  /** what the answer as it is typed now would change is asked, or has been */
  declare looking: boolean;
  declare changes: WouldChange | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.reason = '';
    this.problem = '';
    this.reasonMissing = false;
    this.looking = false;
  }

  /** Not as it is connected: fetched when it is first drawn, it has what it was given only now. */
  protected override willUpdate(): void {
    if (!this.hasUpdated) this.value = answerOf(this.page, this.question, this.child?.id);
  }

  protected override firstUpdated(): void {
    // The field is an element of its own, which draws itself a moment later.
    setTimeout(() => this.querySelector<HTMLElement>('input, textarea, select')?.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
  }

  private get unchanged(): boolean {
    const before = answerOf(this.page, this.question, this.child?.id);
    return isEmpty(this.value) || JSON.stringify(this.value) === JSON.stringify(before);
  }

  private correction(): { question: string; child?: string; value: unknown } {
    const { question, child, value } = this;
    return { question: question.id, ...(child ? { child: child.id } : {}), value };
  }

  private give(value: unknown): void {
    this.value = value;
    this.changes = undefined;
    this.looking = !this.unchanged;
    clearTimeout(this.waiting);
    if (this.looking) this.waiting = setTimeout(() => void this.look(), pause);
  }

  private async look(): Promise<void> {
    const asked = this.correction();
    const answer = await tryCorrection(this.page.record.id, asked);
    if (JSON.stringify(asked) !== JSON.stringify(this.correction())) return;
    if (answer.ok) this.changes = answer.value;
    else this.looking = false;
    this.problem = answer.ok ? '' : problemOf(answer);
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    this.reasonMissing = this.reason.trim() === '';
    const { unchanged } = this;
    this.problem = unchanged ? words.unchanged : '';
    if (this.reasonMissing || unchanged) return;
    const asked = { ...this.correction(), reason: this.reason.trim() };
    const answer = await correctRecord(this.page.record.id, asked);
    if (!answer.ok) {
      this.problem = problemOf(answer);
      return;
    }
    announce(words.done);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    const name = `correct-${this.question.id}${this.child ? `-${this.child.id}` : ''}`;
    return html`
      <form class="tl-panel" novalidate @submit=${this.save}>
        <p class="govuk-body"><strong>${words.title}.</strong> ${words.lead}</p>
        ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
        ${answerField({
          asked: this.question,
          id: name,
          label: labelOf(this.question, this.child, this.page.children),
          value: this.value,
          tools: this.tools,
          give: (value) => this.give(value),
        })}
        ${this.looking ? html`<tl-would-change .changes=${this.changes}></tl-would-change>` : nothing}
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

const problemOf = ({ refusal }: Refused): string =>
  [refusal.message, ...refusal.findings.map(({ message }) => message)].join(' ');

define('tl-correction-form', CorrectionForm);
