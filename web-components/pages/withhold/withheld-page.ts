import { html, nothing, type TemplateResult } from 'lit';
import { loadWithheld, type WithheldItem, type WithheldOf } from '../../api-office/access.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withheld as words } from '../../words-office/access.ts';
import { sayDay } from '../../words/dates.ts';
import { sayFamily } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';
import './withheld-marks.ts';

/** Everything that is withheld of a family: what, from whom, why and by whom; and lifting it. */
export class WithheldPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly page: Loading<WithheldOf>;

  constructor() {
    super();
    this.page = new Loading(this, () => loadWithheld(this.route?.params['id'] ?? ''));
    new PageController(this);
  }

  private async lifted(): Promise<void> {
    announce(words.lifted);
    await this.page.load();
    this.querySelector<HTMLElement>('#withheld-now')?.focus();
  }

  override render(): TemplateResult {
    return html`${whenLoaded(this.page, (page) => this.loaded(page))}`;
  }

  private loaded({ case: id, name, items }: WithheldOf): TemplateResult {
    const family = sayFamily(name);
    return html`
      <a class="govuk-back-link" href="/families/${id}">${words.back(family)}</a>
      <span class="govuk-caption-xl">${family}</span>
      <h1 class="govuk-heading-xl tl-heading" id="withheld-now" tabindex="-1">${words.title}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      ${items.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : nothing}
      <ul class="govuk-list tl-measure" @tl-changed=${() => void this.lifted()}>
        ${items.map((one) => this.item(one))}
      </ul>
    `;
  }

  private item(one: WithheldItem): TemplateResult {
    return html`<li>
      <h2 class="govuk-heading-s">
        ${one.record ? html`<a class="govuk-link" href="/records/${one.record}">${one.what}</a>` : one.what}
      </h2>
      <p class="tl-quiet">${words.on(sayDay(one.at))}${one.inFamily ? ` ${words.handedOut}` : nothing}</p>
      <tl-withheld-marks .marks=${[one]} .can=${true}></tl-withheld-marks>
    </li>`;
  }
}

define('tl-withheld-page', WithheldPage);
