import { html, type TemplateResult } from 'lit';
import { withdrawPaper } from '../../api-office/sharing.ts';
import { announce } from '../../contexts/announce.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sharing as words } from '../../words-office/sharing.ts';

/**
 * Says why a paper that was given should not be relied on any more.
 *
 * @property shared  what was given
 * @fires tl-changed
 * @fires tl-cancel
 */
export class WithdrawForm extends LightElement {
  static override properties = { shared: { type: String }, problem: { state: true } };
  declare shared: string;
  declare problem: string;
  private reason = '';

  constructor() {
    super();
    this.problem = '';
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input')?.focus();
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason.trim();
    this.problem = reason ? '' : words.withdrawMissing;
    if (this.problem) return;
    const answer = await withdrawPaper(this.shared, reason);
    if (!answer.ok) return void (this.problem = answer.refusal.message);
    announce(words.withdrawDone);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    return html`<form class="tl-panel" novalidate aria-label=${words.withdraw} @submit=${this.send}>
      ${textField({
        ...{ id: `withdraw-${this.shared}`, label: words.withdrawReason, error: this.problem || undefined },
        input: (text) => (this.reason = text),
      })}
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.save}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }
}

define('tl-withdraw-form', WithdrawForm);
