import { html, nothing, type TemplateResult } from 'lit';
import { currentSession } from '../../contexts/session.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { confirmWords as words, sayRefused } from '../../words-office/confirm.ts';

/**
 * Sign-in through the authority’s own provider, and why it did not let somebody in.
 *
 * @property then  address to go on at
 * @property refused  code of the refusal, when the provider’s sign-in was refused
 */
export class WithProvider extends LightElement {
  static override properties = { then: { attribute: false }, refused: { attribute: false } };
  declare then: string | undefined;
  declare refused: string | undefined;

  override render(): TemplateResult {
    const session = currentSession();
    const then = this.then === undefined ? '' : `?then=${encodeURIComponent(this.then)}`;
    return html`
      ${this.refused ? html`<tl-error-summary .errors=${[{ message: sayRefused(this.refused) }]}></tl-error-summary>` : nothing}
      <p class="govuk-body">
        <a class="govuk-button" href="/api/sign-in/provider${then}"
          >${words.signInWith(session?.authority?.name ?? '')}</a
        >
      </p>
      ${session?.ways?.local ? html`<h2 class="govuk-heading-m">${words.orPassword}</h2>` : nothing}
    `;
  }
}

define('tl-with-provider', WithProvider);
