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
 * @fires tl-conflicts  { conflicts }: what they are to be
 */
export class AccountConflicts extends LightElement {
  static override properties = {
    account: { attribute: false },
    problem: { type: String },
    reference: { state: true },
    missing: { state: true },
  };
  declare account: AccountRow;
  declare problem: string;
  declare reference: string;
  declare missing: boolean;

  constructor() {
    super();
    this.problem = '';
    this.reference = '';
    this.missing = false;
  }

  /** What was added is in the list now, and the field is free for another. */
  protected override willUpdate(): void {
    if (this.account.conflicts.includes(this.reference.trim())) this.reference = '';
  }

  private tell(conflicts: string[]): void {
    this.dispatchEvent(new CustomEvent('tl-conflicts', { detail: { conflicts } }));
  }

  private add(event: Event): void {
    event.preventDefault();
    const reference = this.reference.trim();
    this.missing = reference === '';
    if (this.missing) return this.querySelector<HTMLElement>('#conflict')?.focus();
    this.tell([...this.account.conflicts, reference]);
  }

  override render(): TemplateResult {
    const { conflicts } = this.account;
    const error = this.missing ? words.conflictMissing : this.problem;
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
                @click=${() => this.tell(conflicts.filter((other) => other !== one))}
              >
                ${words.remove}
              </button>
            </li>`,
        )}
      </ul>
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
