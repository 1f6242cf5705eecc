import { html, type TemplateResult } from 'lit';
import { choosePassword } from '../../api-office/accounts.ts';
import { announce } from '../../contexts/announce.ts';
import { refreshSession } from '../../contexts/session.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { newPassword as words } from '../../words-office/accounts.ts';

/** Opened by the one-time link of an administrator: what follows the number sign is its token. */
export class NewPasswordPage extends LightElement {
  static override properties = { errors: { state: true } };
  declare errors: ErrorLink[];
  private password = '';
  private readonly token = location.hash.slice(1);

  constructor() {
    super();
    this.errors = [];
    new PageController(this);
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const message = this.token === '' ? words.noToken : this.password === '' ? words.missing : undefined;
    if (message !== undefined) {
      this.errors = [{ message, href: '#new-password' }];
      return;
    }
    const answer = await choosePassword(this.token, this.password);
    if (!answer.ok) {
      this.errors = [{ message: answer.refusal.message, href: '#new-password' }];
      return;
    }
    await refreshSession();
    announce(words.saved);
    navigate('/sign-in', true);
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      <form class="tl-narrow" novalidate @submit=${this.send}>
        ${textField({
          ...{ id: 'new-password', label: words.password, hint: words.hint, type: 'password' },
          ...{ autocomplete: 'new-password', error: this.errors[0]?.message },
          input: (text) => (this.password = text),
        })}
        <button class="govuk-button">${words.button}</button>
      </form>
    `;
  }
}

define('tl-new-password-page', NewPasswordPage);
