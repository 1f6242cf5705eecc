import { html, nothing, type TemplateResult } from 'lit';
import { reopenRecord } from '../../api/records.ts';
import { navigate } from '../../controllers/navigate.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { tryReopening, type WouldChange } from '../../api-office/previews.ts';
import { reopening as words } from '../../words-office/previews.ts';
import './would-change.ts';

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
    changes: { state: true },
    stopped: { state: true },
  };
  declare record: string;
  declare open: boolean;
  declare reason: string;
  declare problem: string;
  declare changes: WouldChange | undefined;
  /** why it can't be reopened now: the form is not shown */
  declare stopped: string;

  constructor() {
    super();
    this.open = false;
    this.reason = '';
    this.problem = '';
    this.stopped = '';
  }

  private async toggle(): Promise<void> {
    this.open = !this.open;
    if (!this.open) return;
    this.changes = undefined;
    const answer = await tryReopening(this.record);
    if (answer.ok) this.changes = answer.value;
    this.stopped = answer.ok ? '' : answer.refusal.message;
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    this.problem = this.reason.trim() === '' ? words.reasonMissing : '';
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
        @click=${() => void this.toggle()}
      >
        ${words.button}
      </button>
      ${
        this.open && this.stopped
          ? html`<p class="govuk-inset-text" role="alert">${this.stopped}</p>`
          : nothing
      }
      ${
        this.open && !this.stopped
          ? html`<form class="tl-panel" novalidate @submit=${this.send}>
              <p class="govuk-body">${words.lead}</p>
              <tl-would-change .changes=${this.changes}></tl-would-change>
              ${textField({
                id: 'reopen-reason',
                label: words.reason,
                value: this.reason,
                error: this.problem || undefined,
                input: (text) => (this.reason = text),
              })}
              <button class="govuk-button tl-small-button">${words.button}</button>
            </form>`
          : nothing
      }
    `;
  }
}

define('tl-reopening-form', ReopeningForm);
