import { html, nothing, type TemplateResult } from 'lit';
import { endSessionsOf, makePasswordLink, type AccountRow } from '../../api-office/accounts.ts';
import { announce } from '../../contexts/announce.ts';
import { currentSession } from '../../contexts/session.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { accounts as words } from '../../words-office/accounts.ts';

/**
 * How the person of an account gets in: a link to choose a password, and disabling or opening the account.
 *
 * @property account  the account
 * @fires tl-disable  { disabled }: what it is to be
 */
export class AccountAccess extends LightElement {
  static override properties = {
    account: { attribute: false },
    link: { state: true },
    problem: { state: true },
  };
  declare account: AccountRow;
  declare link: { address: string; expires: string } | undefined;
  declare problem: string;

  constructor() {
    super();
    this.problem = '';
  }

  private async makeLink(): Promise<void> {
    const answer = await makePasswordLink(this.account.id);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    const { token, expires } = answer.value;
    // after the number sign nothing of an address is sent to a server, nor kept in its log
    this.link = { address: `${location.origin}/new-password#${token}`, expires };
    await this.updateComplete;
    this.querySelector<HTMLInputElement>('#password-link')?.select();
  }

  private async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.link?.address ?? '');
    announce(words.copied);
  }

  private async signOut(): Promise<void> {
    const answer = await endSessionsOf(this.account.id);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) announce(words.signedOut);
  }

  private disable(disabled: boolean): void {
    this.dispatchEvent(new CustomEvent('tl-disable', { detail: { disabled } }));
  }

  override render(): TemplateResult {
    const { account } = this;
    const { ways } = currentSession() ?? {};
    const local = ways?.local !== false;
    const elsewhere = ways?.provider === true && ['scim', 'oidc'].includes(account.source);
    return html`<section class="tl-panel tl-measure" aria-labelledby="access">
      <h2 class="govuk-heading-m" id="access">${words.access}</h2>
      ${local && elsewhere ? html`<p class="govuk-body">${words.signsInElsewhere}</p>` : nothing}
      ${local && !elsewhere ? html`<p class="govuk-body">${account.password ? words.hasPassword : words.noPassword}</p>` : nothing}
      ${local && !elsewhere && account.open ? this.password() : nothing}
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      ${
        account.open
          ? html`<div class="govuk-button-group">
              <button
                type="button"
                class="govuk-button govuk-button--secondary"
                @click=${() => void this.signOut()}
              >
                ${words.signOut}
              </button>
            </div>`
          : nothing
      }
      <p class="govuk-body">${account.disabled ? nothing : words.disableSays}</p>
      <button
        type="button"
        class="govuk-button ${account.disabled ? 'govuk-button--secondary' : 'govuk-button--warning'}"
        @click=${() => this.disable(!account.disabled)}
      >
        ${account.disabled ? words.enable : words.disable}
      </button>
    </section>`;
  }

  private password(): TemplateResult {
    const { link } = this;
    return html`
      <p class="govuk-body">${words.linkSays}</p>
      ${
        link
          ? html`<div class="govuk-form-group">
              <label class="govuk-label" for="password-link">${words.linkIs}</label>
              <div class="govuk-hint" id="password-link-hint">${words.linkHint(sayMoment(link.expires))}</div>
              <input
                class="govuk-input"
                id="password-link"
                readonly
                .value=${link.address}
                aria-describedby="password-link-hint"
              />
            </div>`
          : nothing
      }
      <div class="govuk-button-group">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          @click=${() => void (link ? this.copy() : this.makeLink())}
        >
          ${link ? words.copy : words.link}
        </button>
      </div>
    `;
  }
}

define('tl-account-access', AccountAccess);
