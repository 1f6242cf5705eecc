import { html, nothing, type TemplateResult } from 'lit';
import type { AccountRow } from '../../api-office/accounts.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { accounts as words } from '../../words-office/accounts.ts';

/**
 * The families that are hidden from the person of an account, by reference number: no name of any is shown here.
 *
 * @property account  the account
 * @property problem  why the last change was not made
 * @fires tl-conflicts  { conflicts, reason? }: what they are to be, and why one is not hidden any more
 */
export class AccountConflicts extends LightElement {
  static override properties = {
    account: { attribute: false },
    problem: { type: String },
    reference: { state: true },
    missing: { state: true },
    removing: { state: true },
    reason: { state: true },
    unsaid: { state: true },
  };
  declare account: AccountRow;
  declare problem: string;
  declare reference: string;
  declare missing: boolean;
  /** the family that is about to be shown again, and why */
  declare removing: string | undefined;
  declare reason: string;
  declare unsaid: boolean;

  constructor() {
    super();
    this.problem = '';
    this.reference = '';
    this.missing = false;
    this.reason = '';
    this.unsaid = false;
  }

  /** What was added is in the list now, and the field is free for another. */
  protected override willUpdate(): void {
    if (this.account.conflicts.includes(this.reference.trim())) this.reference = '';
    if (this.removing !== undefined && !this.account.conflicts.includes(this.removing))
      this.removing = undefined;
  }

  private tell(conflicts: string[], reason?: string): void {
    const detail = { conflicts, ...(reason === undefined ? {} : { reason }) };
    this.dispatchEvent(new CustomEvent('tl-conflicts', { detail }));
  }

  private add(event: Event): void {
    event.preventDefault();
    const reference = this.reference.trim();
    this.missing = reference === '';
    if (this.missing) return this.querySelector<HTMLElement>('#conflict')?.focus();
    this.tell([...this.account.conflicts, reference]);
  }

  private async asksWhy(reference: string): Promise<void> {
    this.removing = reference;
    this.reason = '';
    this.unsaid = false;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#conflict-reason')?.focus();
  }

  private showAgain(event: Event): void {
    event.preventDefault();
    const reason = this.reason.trim();
    this.unsaid = reason === '';
    if (this.unsaid) return this.querySelector<HTMLElement>('#conflict-reason')?.focus();
    const { removing } = this;
    this.tell(
      this.account.conflicts.filter((one) => one !== removing),
      reason,
    );
  }

  private why(reference: string): TemplateResult {
    const error = this.unsaid ? words.reasonMissing : this.problem;
    return html`<form novalidate aria-label=${words.removeNamed(reference)} @submit=${this.showAgain}>
      ${textField({
        ...{ id: 'conflict-reason', label: words.removeReason(reference), hint: words.removeHint },
        ...{ value: this.reason, error: error || undefined, input: (text) => (this.reason = text) },
      })}
      <div class="govuk-button-group">
        <button class="govuk-button govuk-button--secondary">${words.remove}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          @click=${() => (this.removing = undefined)}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  override render(): TemplateResult {
    const { conflicts } = this.account;
    const error = this.missing ? words.conflictMissing : this.removing === undefined ? this.problem : '';
    return html`<section class="tl-panel tl-measure" aria-labelledby="conflicts">
      <h2 class="govuk-heading-m" id="conflicts">${words.conflicts}</h2>
      <p class="govuk-body">${words.conflictsSay}</p>
      ${conflicts.length === 0 ? html`<p class="govuk-body">${words.noConflicts}</p>` : nothing}
      <ul class="tl-found">
        ${conflicts.map(
          (one) =>
            html`<li class="tl-found__item">
              <span class="tl-hash">${one}</span>
              <button
                type="button"
                class="govuk-button govuk-button--secondary tl-small-button"
                aria-label=${words.removeNamed(one)}
                @click=${() => void this.asksWhy(one)}
              >
                ${words.remove}
              </button>
            </li>`,
        )}
      </ul>
      ${this.removing === undefined ? nothing : this.why(this.removing)}
      <form novalidate aria-label=${words.conflicts} @submit=${this.add}>
        ${textField({
          ...{ id: 'conflict', label: words.conflict, hint: words.conflictHint, value: this.reference },
          ...{ error: error || undefined, input: (text) => (this.reference = text) },
        })}
        <button class="govuk-button govuk-button--secondary">${words.addConflict}</button>
      </form>
    </section>`;
  }
}

define('tl-account-conflicts', AccountConflicts);
