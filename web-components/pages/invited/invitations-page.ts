import { html, nothing, type TemplateResult } from 'lit';
import {
  endInvitation,
  loadInvitations,
  type Invitation,
  type InvitationsPage as Invitations,
} from '../../api-office/partners.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { invitations as words } from '../../words-office/partners.ts';
import { sayDay } from '../../words/dates.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';
import './invitation-form.ts';

/** Who of another agency is invited to a family, to what and until when; ending it, and inviting somebody. */
export class InvitationsPage extends LightElement {
  static override properties = { route: { attribute: false }, problem: { state: true } };
  declare route: Route | undefined;
  declare problem: string;
  private readonly page: Loading<Invitations>;

  constructor() {
    super();
    this.problem = '';
    this.page = new Loading(this, () => loadInvitations(this.route?.params['id'] ?? ''));
    new PageController(this);
  }

  private async end({ id, account }: Invitation): Promise<void> {
    const answer = await endInvitation(this.route?.params['id'] ?? '', id);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) announce(words.ended(account.name));
    await this.page.load();
    this.querySelector<HTMLElement>('#invited-now')?.focus();
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: Invitations): TemplateResult {
    const family = sayFamily(page.name);
    return html`
      <a class="govuk-back-link" href="/families/${page.case}">${words.back(family)}</a>
      <span class="govuk-caption-xl">${family}</span>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      <h2 class="govuk-heading-m" id="invited-now" tabindex="-1">${words.now}</h2>
      ${page.invitations.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : nothing}
      <ul class="tl-found">
        ${page.invitations.map((one) => this.invitation(one, page))}
      </ul>
      <tl-invitation-form .page=${page} @tl-changed=${() => void this.page.load()}></tl-invitation-form>
    `;
  }

  private invitation(one: Invitation, { forms, records }: Invitations): TemplateResult {
    const day = sayDay(one.until);
    const named = (ids: string[], of: { id: string; name: string }[]): string =>
      sayList(ids.map((id) => of.find((thing) => thing.id === id)?.name ?? id));
    return html`<li class="tl-found__item">
      <div>
        <strong>${one.account.name}</strong>
        <span>${one.purpose}, ${one.open ? words.until(day) : words.over(day)}</span>
        <div class="tl-quiet">
          ${one.records.length > 0 ? words.reads(named(one.records, records)) : words.ownOnly}
        </div>
        ${one.forms.length > 0 ? html`<div class="tl-quiet">${words.writes(named(one.forms, forms))}</div>` : nothing}
        <div class="tl-quiet">${words.by(one.by, sayDay(one.at))}</div>
      </div>
      ${
        one.open
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-label=${words.endNamed(one.account.name, one.purpose)}
              @click=${() => void this.end(one)}
            >
              ${words.end}
            </button>`
          : nothing
      }
    </li>`;
  }
}

define('tl-invitations-page', InvitationsPage);
