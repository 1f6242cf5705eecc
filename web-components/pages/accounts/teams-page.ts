import { html, nothing, type TemplateResult } from 'lit';
import { loadOffice, putTeam, type Office, type TeamRow } from '../../api-office/accounts.ts';
import { newCommandId } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { teams as words } from '../../words-office/accounts.ts';
import { whenLoaded } from '../page-state.ts';
import { accountTabs } from './account-tabs.ts';

/** The authority's teams: made and renamed; a team is never removed, because families and history name it. */
export class TeamsPage extends LightElement {
  static override properties = { draft: { state: true }, errors: { state: true } };
  declare draft: TeamRow;
  declare errors: ErrorLink[];
  private readonly office = new Loading(this, loadOffice);

  constructor() {
    super();
    this.draft = emptyTeam();
    this.errors = [];
    new PageController(this);
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { id, name, service = '' } = this.draft;
    this.errors = name.trim() ? [] : [{ message: words.missing, href: '#team-name' }];
    if (this.errors.length > 0) return;
    const said = { name: name.trim(), ...(service.trim() ? { service: service.trim() } : {}) };
    const answer = await putTeam(id || `team-${newCommandId()}`, said);
    if (!answer.ok) {
      this.errors = [{ message: answer.refusal.message, href: '#team-name' }];
      return;
    }
    this.draft = emptyTeam();
    await this.office.load();
    announce(words.saved);
  }

  private async edit(team: TeamRow): Promise<void> {
    this.draft = team;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#team-name')?.focus();
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${accountTabs('teams')}
      <p class="govuk-body">${words.lead}</p>
      ${whenLoaded(this.office, (office) => html`${this.list(office)} ${this.form()}`)}
    `;
  }

  private list({ teams, accounts }: Office): TemplateResult {
    const of = (id: string): number => accounts.filter(({ team, open }) => open && team === id).length;
    return html`<ul class="tl-found">
      ${teams.map(
        (team) =>
          html`<li class="tl-found__item">
            <span>
              <strong>${team.name}</strong>
              <span class="tl-quiet"
                >${[words.people(of(team.id)), team.service ? words.service(team.service) : ''].filter(Boolean).join(' · ')}</span
              >
            </span>
            <button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-label=${words.rename(team.name)}
              @click=${() => void this.edit(team)}
            >
              ${words.change}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  private form(): TemplateResult {
    const { id, name, service = '' } = this.draft;
    const title = id ? words.rename(name) : words.add;
    return html`<form class="tl-panel tl-measure" novalidate aria-label=${title} @submit=${this.send}>
      <h2 class="govuk-heading-m">${title}</h2>
      ${textField({
        ...{ id: 'team-name', label: words.name, value: name, error: this.errors[0]?.message },
        input: (text) => (this.draft = { ...this.draft, name: text }),
      })}
      ${textField({
        ...{ id: 'team-service', label: words.serviceLabel, hint: words.serviceHint, value: service },
        input: (text) => (this.draft = { ...this.draft, service: text }),
      })}
      <div class="govuk-button-group">
        <button class="govuk-button">${id ? words.save : words.add}</button>
        ${
          id
            ? html`<button
                type="button"
                class="govuk-button govuk-button--secondary"
                @click=${() => (this.draft = emptyTeam())}
              >
                ${words.cancel}
              </button>`
            : nothing
        }
      </div>
    </form>`;
  }
}

const emptyTeam = (): TeamRow => ({ id: '', name: '' });

define('tl-teams-page', TeamsPage);
