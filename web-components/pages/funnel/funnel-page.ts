import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadFunnel, type FunnelPage } from '../../api-office/funnel.ts';
import type { MeasuresAsked } from '../../api-office/measures.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { funnel as words } from '../../words-office/funnel.ts';
import { chartView } from '../measure/chart-view.ts';
import { addressOf, askedOf } from '../measures/asked.ts';
import '../measures/tl-measure-filters.ts';
import { whenLoaded } from '../page-state.ts';
import { funnelChart, funnelFinding } from './funnel-chart.ts';
import { passageView } from './passage-view.ts';

/** How far children went who were referred, enquired about or conferenced: passage by passage. */
export class OversightFunnelPage extends LightElement {
  static override properties = { route: { attribute: false }, asked: { state: true } };
  declare route: Route | undefined;
  declare asked: MeasuresAsked;
  private readonly page = new Loading(this, () => loadFunnel(this.asked));

  constructor() {
    super();
    this.asked = {};
    new PageController(this);
  }

  override connectedCallback(): void {
    this.asked = askedOf(this.route?.query ?? new URLSearchParams());
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    this.asked = askedOf(this.route?.query ?? new URLSearchParams());
    void this.page.load();
  }

  private narrow(asked: MeasuresAsked): void {
    this.asked = asked;
    showAddress(addressOf('/oversight/funnel', asked));
    void this.page.load().then(() => announce(words.again));
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/oversight">${words.back}</a>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body tl-measure-lead">${words.lead}</p>
      ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: FunnelPage): TemplateResult {
    const chart = funnelChart(page);
    return html`
      <tl-measure-filters
        .asked=${this.asked}
        .period=${page.period}
        .today=${page.today}
        .choices=${page.filters}
        @tl-narrow=${(event: CustomEvent<MeasuresAsked>) => this.narrow(event.detail)}
      ></tl-measure-filters>
      ${chart ? chartView(chart) : html`<p class="govuk-body">${funnelFinding(page)}</p>`}
      ${page.passages.map((passage) => passageView(passage, this.asked))}
      ${page.source ? html`<p class="govuk-body-s tl-quiet">${page.source}.</p>` : nothing}
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => window.print()}>
        ${words.print}
      </button>
    `;
  }
}

define('tl-funnel-page', OversightFunnelPage);
