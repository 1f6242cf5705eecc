import { html, nothing, type TemplateResult } from 'lit';
import { loadOffice, type AccountRow, type Office } from '../../api-office/accounts.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayShortDay } from '../../words/dates.ts';
import { accounts as words } from '../../words-office/accounts.ts';
import { whenLoaded } from '../page-state.ts';
import { accountTabs } from './account-tabs.ts';
import './role-requests.ts';

/** Everybody with an account: found by a word, and what each may do in words. */
export class AccountsPage extends LightElement {
  static override properties = { text: { state: true } };
  declare text: string;
  private readonly office = new Loading(this, loadOffice);

  constructor() {
    super();
    this.text = '';
    new PageController(this);
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${accountTabs('people')}
      <p class="govuk-body">${words.lead}</p>
      <tl-role-requests @tl-answered=${() => void this.office.load()}></tl-role-requests>
      ${whenLoaded(this.office, (office) => this.people(office))}
    `;
  }

  private people(office: Office): TemplateResult {
    const rows = office.accounts.map((account) => ({ account, ...saidOf(account, office) }));
    const sought = this.text.trim().toLowerCase();
    const found = rows.filter(({ account, roles, team }) =>
      [account.displayName, account.name, roles, team].some((one) => one.toLowerCase().includes(sought)),
    );
    return html`
      <a class="govuk-button" href="/accounts/new">${words.make}</a>
      <form class="tl-narrow" role="search" @submit=${(event: Event) => event.preventDefault()}>
        ${textField({
          ...{ id: 'find', label: words.find, hint: words.findHint, type: 'search', value: this.text },
          input: (text) => (this.text = text),
        })}
      </form>
      <p class="govuk-body tl-quiet" role="status">
        ${found.length === 0 ? words.none : words.shown(found.length, rows.length)}
      </p>
      <ul class="tl-found">
        ${found.map(
          ({ account, roles, team }) =>
            html`<li class="tl-found__item">
              <span>
                <a class="govuk-link" href="/accounts/${encodeURIComponent(account.id)}"
                  >${account.displayName}</a
                >
                <span class="tl-quiet">${account.name}</span>
                ${account.open ? nothing : html`<strong class="govuk-tag govuk-tag--grey">${account.disabled ? words.disabled : words.ended}</strong>`}
              </span>
              <span class="tl-quiet"
                >${[roles || words.noRole, team, account.until && account.open ? words.until(sayShortDay(account.until)) : ''].filter(Boolean).join(' · ')}</span
              >
            </li>`,
        )}
      </ul>
    `;
  }
}

function saidOf({ roles, team }: AccountRow, office: Office): { roles: string; team: string } {
  const named = (among: { id: string; name: string }[], id: string): string =>
    among.find((one) => one.id === id)?.name ?? id;
  return {
    roles: roles.map((role) => named(office.roles, role)).join(', '),
    team: team === undefined ? '' : named(office.teams, team),
  };
}

define('tl-accounts-page', AccountsPage);
