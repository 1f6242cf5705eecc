import { html, nothing, type TemplateResult } from 'lit';
import type { Answered } from '../../api/request.ts';
import { loadDemonstrationPeople, signIn, signInAs, type DemonstrationPerson } from '../../api/session.ts';
import { currentSession, lastPerson, refreshSession } from '../../contexts/session.ts';
import { forgetAll } from '../../controllers/forget.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { signInWords as words } from '../../words/shell.ts';

/** Sign in with a local account; in a demonstration, choose an invented person to be. */
export class SignInPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    errors: { state: true },
    people: { state: true },
    shown: { state: true },
  };
  declare route: Route | undefined;
  declare errors: ErrorLink[];
  /** whom one may choose to be; until they are known nothing stands below that they would push away */
  declare people: DemonstrationPerson[] | undefined;
  declare shown: boolean;

  constructor() {
    super();
    this.errors = [];
    this.people = currentSession()?.demonstration ? undefined : [];
    this.shown = false;
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.people) void this.loadPeople();
    if (currentSession()?.ways?.provider) void import('./with-provider.ts');
  }

  private async loadPeople(): Promise<void> {
    const answer = await loadDemonstrationPeople();
    this.people = answer.ok ? answer.value : [];
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const name = String(fields.get('name') ?? '').trim();
    const password = String(fields.get('password') ?? '');
    const errors: ErrorLink[] = [];
    if (name === '') errors.push({ message: words.nameMissing, href: '#name' });
    if (password === '') errors.push({ message: words.passwordMissing, href: '#password' });
    this.errors = errors;
    if (errors.length === 0) await this.enter(signIn(name, password));
  }

  private async enter(sent: Promise<Answered<unknown>>): Promise<void> {
    const answer = await sent;
    if (!answer.ok) {
      this.errors = [{ message: answer.refusal.message, href: '#name' }];
      return;
    }
    const before = lastPerson();
    await refreshSession();
    // whoever was here before may come back to what they typed; nobody else is shown it, or sends it as their own
    if (before !== lastPerson()) forgetAll();
    const then = this.route?.query.get('then') ?? '/';
    navigate(then.startsWith('/') && !then.startsWith('//') ? then : '/');
  }

  override render(): TemplateResult {
    const demonstration = this.people?.length !== 0;
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      ${
        this.route?.query.get('again') && this.errors.length === 0
          ? html`<div class="govuk-inset-text" role="status">${words.signedOut}</div>`
          : nothing
      }
      <h1 class="govuk-heading-xl">${demonstration ? words.demonstrationTitle : words.title}</h1>
      ${
        demonstration
          ? html`<p class="govuk-body-l">${words.demonstrationLead}</p>
              ${this.peopleList()}`
          : nothing
      }
      ${this.people ? this.accounts(demonstration) : nothing}
    `;
  }

  private accounts(otherwise: boolean): TemplateResult {
    return html`
      ${otherwise ? html`<h2 class="govuk-heading-m">${words.otherAccount}</h2>` : nothing} ${this.provider()}
      ${currentSession()?.ways?.local === false ? nothing : this.account()}
    `;
  }

  private provider(): TemplateResult | typeof nothing {
    if (!currentSession()?.ways?.provider) return nothing;
    const query = this.route?.query;
    return html`<tl-with-provider
      .then=${query?.get('then') ?? undefined}
      .refused=${query?.get('refused') ?? undefined}
    ></tl-with-provider>`;
  }

  private peopleList(): TemplateResult {
    return html`
      <ul class="tl-people">
        ${(this.people ?? []).map(
          (person) =>
            html`<li class="tl-people__item">
              <button
                type="button"
                class="tl-people__button"
                @click=${() => void this.enter(signInAs(person.id))}
              >
                <span class="tl-people__name"
                  ><span class="govuk-visually-hidden">${words.signInAs} </span>${person.name}</span
                >
                <span class="tl-people__about">
                  <span class="tl-people__role"
                    >${person.roles.join(', ')}${person.team ? ` · ${person.team}` : ''}</span
                  >
                  ${person.says ? html`<span class="tl-people__says">${person.says}</span>` : nothing}
                </span>
              </button>
            </li>`,
        )}
      </ul>
    `;
  }

  private account(): TemplateResult {
    return html`
      <form class="tl-narrow" novalidate @submit=${this.submit}>
        ${this.textField('name', words.name, 'username', 'text')}
        ${this.textField('password', words.password, 'current-password', this.shown ? 'text' : 'password')}
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-show-password"
          aria-label=${this.shown ? words.hideLabel : words.showLabel}
          @click=${() => (this.shown = !this.shown)}
        >
          ${this.shown ? words.hide : words.show}
        </button>
        <div><button class="govuk-button">${words.button}</button></div>
        <p class="govuk-body-s">${words.forgotten}</p>
      </form>
    `;
  }

  private textField(id: string, label: string, autocomplete: string, type: string): TemplateResult {
    const error = this.errors.find(({ href }) => href === `#${id}`)?.message;
    return html`
      <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
        <label class="govuk-label" for=${id}>${label}</label>
        ${error ? html`<p id="${id}-error" class="govuk-error-message">${error}</p>` : nothing}
        <input
          class="govuk-input ${error ? 'govuk-input--error' : ''}"
          id=${id}
          name=${id}
          type=${type}
          autocomplete=${autocomplete}
          autocapitalize="none"
          spellcheck="false"
          aria-describedby=${error ? `${id}-error` : nothing}
        />
      </div>
    `;
  }
}

define('tl-sign-in-page', SignInPage);
