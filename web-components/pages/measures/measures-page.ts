import { html, type PropertyValues, type TemplateResult } from 'lit';
import {
  loadMeasures,
  tableOfMeasures,
  type MeasuresAsked,
  type MeasuresPage,
} from '../../api-office/measures.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { measures as words } from '../../words-office/measures.ts';
import { whenLoaded } from '../page-state.ts';
import { addressOf, askedOf } from './asked.ts';
import { inGroups } from './groups.ts';
import { measureItem } from './measure-item.ts';
import { measureTabs } from './measure-tabs.ts';
import './tl-measure-filters.ts';

/** All measures: each with its figure, the months before it, and what is published elsewhere. */
export class MeasuresListPage extends LightElement {
  static override properties = { route: { attribute: false }, asked: { state: true } };
  declare route: Route | undefined;
  declare asked: MeasuresAsked;
  private readonly page = new Loading(this, () => loadMeasures(this.asked));

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
    showAddress(addressOf('/measures', asked));
    void this.page.load().then(() => announce(words.again));
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body tl-measure-lead">${words.lead}</p>
      ${measureTabs('measures', this.asked)} ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: MeasuresPage): TemplateResult {
    const groups = inGroups(page.measures);
    return html`
      <tl-measure-filters
        .asked=${this.asked}
        .period=${page.period}
        .today=${page.today}
        .choices=${page.filters}
        @tl-narrow=${(event: CustomEvent<MeasuresAsked>) => this.narrow(event.detail)}
      ></tl-measure-filters>
      <nav class="tl-measure-groups" aria-label=${words.onThisPage}>
        <ul>
          ${groups.map(({ group }) => html`<li><a class="govuk-link" href="#${group}">${words.groups[group]}</a></li>`)}
        </ul>
      </nav>
      ${groups.map(
        ({ group, measures }) => html`
          <section aria-labelledby=${group}>
            <h2 class="govuk-heading-m" id=${group}>${words.groups[group]}</h2>
            <ul class="tl-measures">
              ${measures.map((one) => measureItem(one, page, addressOf(`/measures/${one.id}`, this.asked)))}
            </ul>
          </section>
        `,
      )}
      <p class="govuk-body tl-measure-csv">
        <a class="govuk-link" href=${tableOfMeasures(this.asked)} download>${words.csvAll}</a>
      </p>
    `;
  }
}

define('tl-measures-page', MeasuresListPage);
