import { html, nothing, type TemplateResult } from 'lit';
import {
  changeAccount,
  loadOffice,
  makeAccount,
  type AccountRow,
  type AccountSaid,
  type AccountChanged,
  type Office,
} from '../../api-office/accounts.ts';
import type { Answered } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { currentSession } from '../../contexts/session.ts';
import { Loading } from '../../controllers/loading.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { accounts as words } from '../../words-office/accounts.ts';
import { whenLoaded } from '../page-state.ts';
import './account-access.ts';
import './account-conflicts.ts';
import './account-log.ts';
import { roleBoxes } from './role-boxes.ts';
import './role-requests.ts';

/** families to be hidden from now on; why one is not any more */
type Hidden = { conflicts: string[]; reason?: string };
type Draft = AccountSaid & { name: string };

/** Making or changing one account: name, roles in words, team, last day; and how its person gets in. */
export class AccountPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    errors: { state: true },
    draft: { state: true },
    problem: { state: true },
  };
  declare route: Route | undefined;
  declare errors: ErrorLink[];
  declare draft: Draft | undefined;
  /** why a family was not hidden */
  declare problem: string;
  private readonly office = new Loading(this, loadOffice);

  constructor() {
    super();
    this.errors = [];
    this.problem = '';
    new PageController(this);
  }

  private get isNew(): boolean {
    return this.route?.params['id'] === 'new';
  }

  private get account(): AccountRow | undefined {
    return this.office.value?.accounts.find(({ id }) => id === this.route?.params['id']);
  }

  private get said(): Draft {
    return this.draft ?? draftOf(this.account);
  }

  private change(part: Partial<Draft>): void {
    this.draft = { ...this.said, ...part };
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { name, displayName, roles, team, until } = this.said;
    this.errors = [
      ...(displayName.trim() ? [] : [{ message: words.missing.displayName, href: '#displayName' }]),
      ...(name.trim() ? [] : [{ message: words.missing.username, href: '#username' }]),
      ...(roles.length > 0 ? [] : [{ message: words.missing.roles, href: '#roles' }]),
    ];
    if (this.errors.length > 0) return;
    const sent = {
      ...{ displayName: displayName.trim(), roles },
      ...(team ? { team } : {}),
      ...(until ? { until } : {}),
    };
    const { account } = this;
    if (account) {
      const { disabled, revision } = account;
      await this.sends(changeAccount(account.id, { ...sent, disabled, revision }), words.saved);
      return;
    }
    const made = await makeAccount({ ...sent, name: name.trim() });
    if (!made.ok) return this.refused(made.refusal.message);
    announce(made.value.waiting.length > 0 ? words.waits : words.madeNow);
    await this.office.load();
    this.draft = undefined;
    navigate(`/accounts/${encodeURIComponent(made.value.id)}`, true);
  }

  private async sends(sent: Promise<Answered<AccountChanged>>, said: string): Promise<void> {
    const answer = await sent;
    if (!answer.ok) return this.refused(answer.refusal.message);
    this.errors = [];
    this.draft = undefined;
    await this.office.load();
    announce(answer.value.waiting.length > 0 ? words.waits : said);
  }

  /** What was refused stands beside the reference number, not over the whole page. */
  private async hides(account: AccountRow, change: Hidden): Promise<void> {
    const answer = await changeAccount(account.id, asItIs(account, change));
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    await this.office.load();
    announce(words.saved);
  }

  private refused(message: string): void {
    this.errors = [{ message }];
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/accounts">${words.back}</a>
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      ${whenLoaded(this.office, (office) => this.page(office))}
    `;
  }

  private page(office: Office): TemplateResult {
    const { account } = this;
    const own = account !== undefined && account.id === currentSession()?.person?.id;
    if (!account && !this.isNew) return html`<h1 class="govuk-heading-l">${words.gone}</h1>`;
    return html`
      <h1 class="govuk-heading-xl tl-heading">${account?.displayName ?? words.newTitle}</h1>
      ${account ? html`<p class="govuk-body tl-quiet">${account.name} · ${words.source[account.source]}</p>` : nothing}
      ${account?.source === 'scim' ? html`<p class="govuk-inset-text">${words.fromDirectory}</p>` : nothing}
      ${own ? html`<p class="govuk-inset-text">${words.own}</p>` : nothing}
      ${
        account
          ? html`<tl-role-requests
              .account=${account.id}
              .revision=${account.revision}
              @tl-answered=${() => void this.office.load()}
            ></tl-role-requests>`
          : nothing
      }
      ${this.form(office)}
      ${
        account && !own
          ? html`<tl-account-conflicts
                .account=${account}
                .problem=${this.problem}
                @tl-conflicts=${(event: CustomEvent<Hidden>) => void this.hides(account, event.detail)}
              ></tl-account-conflicts>
              <tl-account-access
                .account=${account}
                @tl-disable=${(event: CustomEvent<{ disabled: boolean }>) =>
                  void this.sends(changeAccount(account.id, asItIs(account, event.detail)), words.saved)}
              ></tl-account-access>`
          : nothing
      }
      ${
        account
          ? html`<tl-account-log
              .account=${account.id}
              .revision=${account.revision}
              .office=${office}
            ></tl-account-log>`
          : nothing
      }
    `;
  }

  private form(office: Office): TemplateResult {
    const { name, displayName, roles, team, until } = this.said;
    const error = (href: string) => this.errors.find((one) => one.href === href)?.message;
    return html`<form class="tl-measure" novalidate @submit=${this.send}>
      ${textField({
        ...{ id: 'displayName', label: words.displayName, value: displayName, error: error('#displayName') },
        input: (text) => this.change({ displayName: text }),
      })}
      ${
        this.isNew
          ? textField({
              ...{ id: 'username', label: words.username, hint: words.usernameHint, value: name },
              ...{ error: error('#username'), input: (text) => this.change({ name: text }) },
            })
          : nothing
      }
      ${roleBoxes(office.roles, roles, error('#roles'), (next) => this.change({ roles: next }))}
      ${selectField({
        ...{ id: 'team', label: words.team, value: team ?? '', empty: words.noTeam, choices: office.teams },
        change: (id) => this.change({ team: id }),
      })}
      ${textField({
        ...{ id: 'until', label: words.untilLabel, hint: words.untilHint, type: 'date', value: until ?? '' },
        ...{ width: 'govuk-input--width-10', input: (text) => this.change({ until: text }) },
      })}
      <button class="govuk-button">${this.isNew ? words.make : words.save}</button>
    </form>`;
  }
}

/** The account as the server has it, with one change: what is typed in the form above is not part of it. */
function asItIs(
  { displayName, roles, team, until, disabled, revision }: AccountRow,
  change: { disabled: boolean } | Hidden,
): Parameters<typeof changeAccount>[1] {
  const known = { ...(team ? { team } : {}), ...(until ? { until } : {}) };
  return { displayName, roles, disabled, revision, ...known, ...change };
}

function draftOf(account: AccountRow | undefined): Draft {
  const { name = '', displayName = '', roles = [], team = '', until = '' } = account ?? {};
  return { name, displayName, roles, team, until };
}

define('tl-account-page', AccountPage);
