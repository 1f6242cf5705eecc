import { html, nothing, type TemplateResult } from 'lit';
import {
  loadInvited,
  loadInvitedFamily,
  type InvitedPage as Shared,
  type InvitedRow,
} from '../../api-office/partners.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { invited as words } from '../../words-office/partners.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';

/** What somebody of another agency is invited to, and one family as far as it is shared. */
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
        ${rows.map((row) =>
          line(`/invited/${row.case}`, sayFamily(row.name), [row.purpose, words.until(sayDay(row.until))]),
        )}
      </ul>
    `;
  }

  private family(shared: Shared): TemplateResult {
    const { case: id, forms, records } = shared;
    return html`
      <a class="govuk-back-link" href="/invited">${words.back}</a>
      ${this.sent(shared)}
      <h1 class="govuk-heading-xl tl-heading">${sayFamily(shared.name)}</h1>
      <p class="govuk-body">${sayList(shared.children.map(({ name }) => name))}</p>
      ${shared.purposes.map(
        ({ purpose, until }) => html`<p class="govuk-body">${purpose} · ${words.until(sayDay(until))}</p>`,
      )}
      ${
        forms.length > 0
          ? html`<h2 class="govuk-heading-m">${words.forms}</h2>
              <ul class="tl-found">
                ${forms.map((form) => line(`/invited/${id}/forms/${form.id}`, form.title, [form.purpose]))}
              </ul>`
          : nothing
      }
      <h2 class="govuk-heading-m">${words.records}</h2>
      ${records.length === 0 ? html`<p class="govuk-body">${words.noRecords}</p>` : nothing}
      <ul class="tl-found">
        ${records.map((record) =>
          line(`/invited/${id}/records/${record.id}`, record.title, [
            sayMoment(record.at),
            ...(record.own ? [words.own] : []),
          ]),
        )}
      </ul>
    `;
  }

  /** What was just sent, by the id of its form in the address. */
  private sent({ forms }: Shared): TemplateResult | typeof nothing {
    const form = forms.find(({ id }) => id === this.route?.query.get('sent'));
    if (!form) return nothing;
    return html`<div class="govuk-inset-text" role="status">${words.sent(form.title)}</div>`;
  }
}

function line(href: string, text: string, more: string[]): TemplateResult {
  return html`<li class="tl-found__item">
    <span>
      <a class="govuk-link" href=${href}>${text}</a>
      <span class="tl-quiet">${more.filter(Boolean).join(' · ')}</span>
    </span>
  </li>`;
}

define('tl-invited-page', InvitedPage);
