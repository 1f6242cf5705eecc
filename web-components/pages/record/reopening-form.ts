import { html, nothing, type TemplateResult } from 'lit';
import { reopenRecord } from '../../api/records.ts';
import { navigate } from '../../controllers/navigate.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { record as words } from '../../words/record.ts';

/**
 * A manager reopens a task whose answer decided the way.
 *
 * @fires tl-changed
 */
export class ReopeningForm extends LightElement {
  static override properties = {
    record: { type: String },
    open: { state: true },
    reason: { state: true },
    problem: { state: true },
  };
  declare record: string;
  declare open: boolean;
  declare reason: string;
  declare problem: string;

  constructor() {
    super();
    this.open = false;
    this.reason = '';
    this.problem = '';
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem = this.reason.trim() === '' ? words.reopenMissing : '';
    if (this.problem) return;
    const answer = await reopenRecord(this.record, this.reason.trim());
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    if (answer.value.task) return navigate(`/tasks/${answer.value.task}`);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    return html`
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => (this.open = !this.open)}
      >
        ${words.reopen}
      </button>
      ${
        this.open
          ? html`<form class="tl-panel" novalidate @submit=${this.send}>
              <p class="govuk-body">${words.reopenLead}</p>
              ${textField({
                id: 'reopen-reason',
                label: words.reopenReason,
                value: this.reason,
                error: this.problem || undefined,
                input: (text) => (this.reason = text),
              })}
              <button class="govuk-button tl-small-button">${words.reopen}</button>
            </form>`
          : nothing
      }
    `;
  }
}

define('tl-reopening-form', ReopeningForm);
