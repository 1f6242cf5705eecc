import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadFamily, type FamilyPage as Page } from '../../api/families.ts';
import { mayBegin } from '../../contexts/session.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { family as words } from '../../words/family.ts';
import { nameOf, sayChild, sayFamily } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';
import './add-menu.ts';
import './family-drawing.ts';
import './family-timeline.ts';
import { overview } from './overview.ts';
import { peopleLists } from './people-lists.ts';
import { recordLists } from './record-lists.ts';

const views = ['overview', 'people', 'timeline', 'records'] as const;
type View = (typeof views)[number];

/** A family: who they are, where each child is, what is due and open, what happened and what is written. */
export class FamilyPageElement extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly family: Loading<Page>;
  private readonly page = new PageController(this);

  constructor() {
    super();
    this.family = new Loading(this, () => loadFamily(this.id_));
    new Live(this, (entries) => {
      if (entries.some((entry) => entry.kind === 'tasks' || entry.case === this.id_)) void this.family.load();
    });
  }

  private get id_(): string {
    return this.route?.params['id'] ?? '';
  }

  private get view(): View {
    return views.find((view) => view === this.route?.query.get('view')) ?? 'overview';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('route') && this.hasUpdated) this.page.again();
  }

  override render(): TemplateResult {
    return html`${whenLoaded(this.family, (family) => this.loaded(family))}
    ${this.family.now.state === 'refused' ? this.access() : nothing}`;
  }

  private loaded(family: Page): TemplateResult {
    return html`
      ${this.header(family)}
      ${subNavigation(
        words.views.label,
        views.map((view) => ({
          href: `/families/${family.id}${view === 'overview' ? '' : `?view=${view}`}`,
          text: words.views[view],
          current: view === this.view,
        })),
      )}
      ${this.body(family)}
    `;
  }

  private header(family: Page): TemplateResult {
    const alerts = family.alerts ?? [];
    return html`
      <div class="tl-family-head">
        <div>
          <h1 class="govuk-heading-xl tl-heading">${sayFamily(family.name)}</h1>
          <p class="tl-family-head__children">
            ${family.children.map(({ person }) => html`<span>${sayChild(person)}</span>`)}
          </p>
          <p class="tl-family-head__who">
            ${family.worker ? html`<span>${words.worker(nameOf(family.worker))}</span>` : nothing}
            ${family.team ? html`<span>${words.team(nameOf(family.team))}</span>` : nothing}
            ${
              mayBegin('see-who-looked')
                ? html`<a class="govuk-link" href="/audit/families/${family.id}">${words.looked}</a>`
                : nothing
            }
          </p>
          ${family.restricted ? html`<p class="tl-due tl-due--soon">${words.restricted}</p>` : nothing}
          ${family.glass || family.may?.some((one) => /^(restrict|invite|withhold)/.test(one)) ? this.access() : nothing}
        </div>
        <tl-add-menu .family=${family}></tl-add-menu>
      </div>
      ${
        alerts.length > 0
          ? html`<section class="tl-alerts" aria-labelledby="alerts">
              <h2 class="govuk-heading-s" id="alerts">${words.alerts}</h2>
              ${alerts.map((alert) => html`<p class="govuk-body">${typeof alert === 'string' ? alert : alert.says}</p>`)}
            </section>`
          : nothing
      }
    `;
  }

  /** Opened by a reason, theirs to restrict, or out of reach: rarely any of it. */
  private access(): TemplateResult {
    void import('../glass/family-access.ts');
    return html`<tl-family-access
      .now=${this.family.now}
      .of=${this.id_}
      @tl-changed=${() => void this.family.load()}
    ></tl-family-access>`;
  }

  private body(family: Page): TemplateResult {
    switch (this.view) {
      case 'people':
        void import('../map/family-people.ts');
        return html`${peopleLists(family)}<tl-family-people
            .family=${family.id}
            .revision=${family.revision}
            @tl-changed=${() => void this.family.load()}
          ></tl-family-people>`;
      case 'timeline':
        return html`<tl-family-timeline
          .family=${family.id}
          .revision=${family.revision}
        ></tl-family-timeline>`;
      case 'records':
        return recordLists(family);
      case 'overview':
        void import('../map/family-voice.ts');
        return html`${overview(family)}<tl-family-voice
            .family=${family.id}
            .revision=${family.revision}
          ></tl-family-voice
          ><tl-family-drawing .family=${family.id} .revision=${family.revision}></tl-family-drawing>`;
    }
  }
}

define('tl-family-page', FamilyPageElement);
