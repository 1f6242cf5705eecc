import { html, nothing, type TemplateResult } from 'lit';
import {
  loadInvited,
  loadInvitedFamily,
  type InvitedPage as Shared,
  type InvitedRow,
} from '../../api-office/access.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { invited as words } from '../../words-office/access.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';

/** What somebody of another agency is invited to read, and one family as far as it is shared. */
export class InvitedPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly all: Loading<InvitedRow[] | Shared>;

  constructor() {
    super();
    this.all = new Loading<InvitedRow[] | Shared>(this, () => {
      const id = this.route?.params['id'];
      return id === undefined ? loadInvited() : loadInvitedFamily(id);
    });
    new PageController(this);
  }

  override render(): TemplateResult {
    return whenLoaded(this.all, (found) => (Array.isArray(found) ? this.list(found) : this.family(found)));
  }

  private list(rows: InvitedRow[]): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body">${rows.length === 0 ? words.none : words.lead}</p>
      <ul class="tl-found">
        ${rows.map(
          (row) =>
            html`<li class="tl-found__item">
              <span>
                <a class="govuk-link" href="/invited/${row.case}">${sayFamily(row.name)}</a>
                <span class="tl-quiet">${row.purpose} · ${words.until(sayDay(row.until.slice(0, 10)))}</span>
              </span>
            </li>`,
        )}
      </ul>
    `;
  }

  private family(shared: Shared): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/invited">${words.back}</a>
      <h1 class="govuk-heading-xl tl-heading">${sayFamily(shared.name)}</h1>
      <p class="govuk-body">${sayList(shared.children.map(({ name }) => name))}</p>
      ${shared.purposes.map(
        ({ purpose, until }) =>
          html`<p class="govuk-body">${purpose} · ${words.until(sayDay(until.slice(0, 10)))}</p>`,
      )}
      <h2 class="govuk-heading-m">${words.records}</h2>
      ${shared.records.length === 0 ? html`<p class="govuk-body">${words.noRecords}</p>` : nothing}
      <ul class="tl-found">
        ${shared.records.map(
          ({ id, title, at, own }) =>
            html`<li class="tl-found__item">
              <span>
                <a class="govuk-link" href="/invited/${shared.case}/records/${id}">${title}</a>
                <span class="tl-quiet"
                  >${[sayMoment(at), own ? words.own : ''].filter(Boolean).join(' · ')}</span
                >
              </span>
            </li>`,
        )}
      </ul>
    `;
  }
}

define('tl-invited-page', InvitedPage);
