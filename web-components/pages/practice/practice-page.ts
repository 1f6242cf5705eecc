import { html, type PropertyValues, type TemplateResult } from 'lit';
import { loadPractice, type MeasuresAsked, type PracticePage } from '../../api-office/measures.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { practice as words } from '../../words-office/measures.ts';
import { addressOf, askedOf } from '../measures/asked.ts';
import { measureTabs } from '../measures/measure-tabs.ts';
import '../measures/tl-measure-filters.ts';
import { whenLoaded } from '../page-state.ts';
import { practiceItem } from './practice-item.ts';

/** What our way of working asks of us, as something to learn from: no ranking, no names of workers, no traffic lights. */
export class PracticeLearningPage extends LightElement {
  static override properties = { route: { attribute: false }, asked: { state: true } };
  declare route: Route | undefined;
  declare asked: MeasuresAsked;
  private readonly page = new Loading(this, () => loadPractice(this.asked));

  constructor() {
    super();
    this.asked = {};
    new PageController(this);
  }

  private readRoute(): void {
    const { from, to } = askedOf(this.route?.query ?? new URLSearchParams());
    this.asked = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  }

  override connectedCallback(): void {
    this.readRoute();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    this.readRoute();
    void this.page.load();
  }

  private narrow(asked: MeasuresAsked): void {
    this.asked = asked;
    showAddress(addressOf('/practice', asked));
    void this.page.load().then(() => announce(words.again));
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body tl-measure-lead">${words.lead}</p>
      ${measureTabs('practice', this.asked)} ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: PracticePage): TemplateResult {
    if (page.measures.length === 0) return html`<p class="govuk-body">${words.empty} ${words.emptyHow}</p>`;
    return html`
      <tl-measure-filters
        .asked=${this.asked}
        .period=${page.period}
        .today=${page.today}
        @tl-narrow=${(event: CustomEvent<MeasuresAsked>) => this.narrow(event.detail)}
      ></tl-measure-filters>
      <ul class="tl-practice-list">
        ${page.measures.map((one) => practiceItem(one, page))}
      </ul>
    `;
  }
}

define('tl-practice-page', PracticeLearningPage);
