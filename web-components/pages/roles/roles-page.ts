import { html, nothing, type TemplateResult } from 'lit';
import { changeRight, loadRoles, type RoleRow, type RolesPage as Page } from '../../api-office/access.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { roles as words } from '../../words-office/access.ts';
import { sayRight } from '../../words-office/rights.ts';
import { sayMoment } from '../../words/dates.ts';
import { accountTabs } from '../accounts/account-tabs.ts';
import { whenLoaded } from '../page-state.ts';

type ScopeName = keyof typeof words.scopes;
const scopes = ['own', 'team', 'service', 'all'] as const;
const sayScope = (scope: string | undefined): string => words.scopes[(scope ?? 'none') as ScopeName];

/** Who may do what here: one role at a time, each right with how far it reaches; and who changed what. */
export class RolesPage extends LightElement {
  static override properties = {
    role: { state: true },
    changing: { state: true },
    to: { state: true },
    problem: { state: true },
  };
  declare role: string;
  /** the right that is being changed */
  declare changing: string;
  declare to: string;
  declare problem: string;
  private reason = '';
  private readonly page = new Loading<Page>(this, loadRoles);

  constructor() {
    super();
    this.role = 'social-worker';
    this.changing = '';
    this.to = '';
    this.problem = '';
    new PageController(this);
  }

  private async begin(action: string, now: string | undefined): Promise<void> {
    [this.changing, this.to, this.problem, this.reason] = [action, now ?? '', '', ''];
    await this.updateComplete;
    this.querySelector<HTMLElement>('#right-reach')?.focus();
  }

  private async send(event: Event, revision: number): Promise<void> {
    event.preventDefault();
    const reason = this.reason.trim();
    this.problem = reason ? '' : words.missing;
    if (this.problem) return;
    const change = { to: this.to || null, reason, revision };
    const answer = await changeRight(this.role, this.changing, change);
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    announce(`${sayRight(this.changing)}: ${sayScope(this.to || undefined)}`);
    this.changing = '';
    await this.page.load();
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary
        .errors=${this.problem ? [{ message: this.problem, href: '#right-reason' }] : []}
      ></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${accountTabs('roles')}
      <p class="govuk-body">${words.lead}</p>
      ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: Page): TemplateResult {
    const role = page.roles.find(({ id }) => id === this.role) ?? page.roles[0];
    return html`
      ${selectField({
        ...{
          id: 'role',
          label: words.role,
          choices: page.roles,
          value: role?.id ?? '',
          empty: words.chooseRole,
        },
        change: (id) => {
          this.role = id;
          this.changing = '';
        },
      })}
      ${role ? this.rights(page, role) : nothing} ${this.log(page)}
    `;
  }

  private rights(page: Page, role: RoleRow): TemplateResult {
    return html`<dl class="govuk-summary-list tl-check" aria-label=${role.name}>
      ${page.actions.map((action) => {
        const now = role.reach[action];
        return html`<div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">${sayRight(action)}</dt>
          <dd class="govuk-summary-list__value">
            ${this.changing === action ? this.form(page) : now ? html`<strong>${sayScope(now)}</strong>` : html`<span class="tl-quiet">${sayScope(now)}</span>`}
          </dd>
          <dd class="govuk-summary-list__actions">
            <button
              type="button"
              class="tl-text-button"
              aria-label=${words.changeNamed(sayRight(action))}
              @click=${() => void this.begin(action, now)}
            >
              ${words.change}
            </button>
          </dd>
        </div>`;
      })}
    </dl>`;
  }

  private form({ revision }: Page): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => void this.send(event, revision)}>
      ${selectField({
        ...{ id: 'right-reach', label: words.reach, value: this.to, empty: words.scopes.none },
        choices: scopes.map((id) => ({ id, name: words.scopes[id] })),
        change: (to) => (this.to = to),
      })}
      ${textField({
        ...{ id: 'right-reason', label: words.reason, error: this.problem || undefined },
        input: (text) => (this.reason = text),
      })}
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.save}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => (this.changing = '')}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  private log({ log, roles }: Page): TemplateResult {
    const named = (id: string): string => roles.find((one) => one.id === id)?.name ?? id;
    return html`<h2 class="govuk-heading-m">${words.log}</h2>
      ${
        log.length === 0
          ? html`<p class="govuk-body">${words.logNone}</p>`
          : html`<ul class="govuk-list govuk-list--bullet">
              ${log.map(
                ({ by, at, role, action, from, to, reason }) =>
                  html`<li>
                    ${words.logged(by, sayMoment(at), `${named(role)}, ${sayRight(action)}`, sayScope(from), sayScope(to), reason)}
                  </li>`,
              )}
            </ul>`
      }`;
  }
}

define('tl-roles-page', RolesPage);
