import { html, type TemplateResult } from 'lit';
import { makeFirstAdministrator } from '../../api/session.ts';
import { announce } from '../../contexts/announce.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { firstAdministrator as words } from '../../words/shell.ts';

/** Opened by the one-time link that an empty installation prints: `?token=…`. */
export class FirstAdministratorPage extends LightElement {
  static override properties = { route: { attribute: false }, errors: { state: true } };
  declare route: Route | undefined;
  declare errors: ErrorLink[];

  constructor() {
    super();
    this.errors = [];
    new PageController(this);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const read = (name: string): string => String(fields.get(name) ?? '');
    const asked = { displayName: words.displayName, name: words.name, password: words.password };
    this.errors = Object.entries(asked)
      .filter(([name]) => read(name).trim() === '')
      .map(([name, label]) => ({ message: words.missing(label.toLowerCase()), href: `#${name}` }));
    if (this.errors.length > 0) return;
    const answer = await makeFirstAdministrator({
      token: this.route?.query.get('token') ?? '',
      name: read('name').trim(),
      displayName: read('displayName').trim(),
      password: read('password'),
    });
    if (!answer.ok) {
      this.errors = [{ message: answer.refusal.message }];
      return;
    }
    announce(words.made);
    navigate('/sign-in');
  }

  override render(): TemplateResult {
    const error = (id: string): string | undefined =>
      this.errors.find(({ href }) => href === `#${id}`)?.message;
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-l">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      <form class="tl-narrow" novalidate @submit=${this.submit}>
        ${textField({ id: 'displayName', label: words.displayName, autocomplete: 'name', error: error('displayName') })}
        ${textField({ id: 'name', label: words.name, autocomplete: 'username', error: error('name') })}
        ${textField({
          id: 'password',
          label: words.password,
          hint: words.passwordHint,
          type: 'password',
          autocomplete: 'new-password',
          error: error('password'),
        })}
        <button class="govuk-button">${words.button}</button>
      </form>
    `;
  }
}

define('tl-first-administrator-page', FirstAdministratorPage);
