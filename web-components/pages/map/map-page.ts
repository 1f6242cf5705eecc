import { html, type PropertyValues, type TemplateResult } from 'lit';
import { loadMap, saveBlock, type MapPage as Page } from '../../api-office/practice.ts';
import { announce } from '../../contexts/announce.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import type { Saving } from '../../elements/living/tl-living-block.ts';
import { sayFamily } from '../../words/lists.ts';
import { practice as words } from '../../words-office/practice.ts';
import { whenLoaded } from '../page-state.ts';
import { mapView } from './map-view.ts';
import './map-versions.ts';

/** The map of a family: one living assessment, read and changed in one place, now or as it was at a moment. */
export class MapPageElement extends LightElement {
  static override properties = { route: { attribute: false }, made: { state: true } };
  declare route: Route | undefined;
  /** people put on file here, on their way into a list */
  declare made: { id: string; name: string }[];
  private readonly map: Loading<Page>;

  constructor() {
    super();
    this.made = [];
    this.map = new Loading(this, () => loadMap(this.family, this.on));
    const page = new PageController(this);
    new Live(this, (entries) => {
      if (entries.some((entry) => entry.case === this.family)) void this.map.load();
    });
    this.again = () => page.again();
  }

  private readonly again: () => void;

  private get family(): string {
    return this.route?.params['id'] ?? '';
  }

  private get on(): string | undefined {
    return this.route?.query.get('on') ?? undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    this.again();
    void this.map.load();
  }

  override render(): TemplateResult {
    return whenLoaded(this.map, (page) => this.loaded(page));
  }

  private loaded(page: Page): TemplateResult {
    const { map } = page.practice;
    return html`
      ${identityBar({ family: page.case, children: page.children })}
      <div class="tl-map">
        <h1 class="govuk-heading-l">
          ${map ? words.of(map.title, sayFamily(page.case.name)) : sayFamily(page.case.name)}
        </h1>
        ${
          page.on
            ? html`<div class="govuk-inset-text">
                ${words.asAt(page.on)}
                <a class="govuk-link" href="/families/${page.case.id}/map">${words.now}</a>
              </div>`
            : html`<p class="govuk-body tl-no-print">${map?.lead ?? words.noMap}</p>`
        }
        <p class="tl-no-print">
          <button type="button" class="govuk-button govuk-button--secondary" @click=${() => window.print()}>
            ${words.print}
          </button>
        </p>
        ${mapView(page, {
          made: this.made,
          personMade: (person) => (this.made = [...this.made, person]),
          saving: (block) => this.saving(page, block),
        })}
        <tl-map-versions class="tl-no-print" .family=${page.case.id} .on=${page.on ?? ''}></tl-map-versions>
      </div>
    `;
  }

  private saving(page: Page, block: string): Saving {
    return async (changed) => {
      const { part = '', revision = 0 } = page.blocks[block] ?? {};
      const answer = await saveBlock(this.family, block, part === 'network', { ...changed, revision });
      // somebody else was quicker: what they wrote is loaded, what was written here stays
      if (answer.ok || answer.status === 409) await this.map.load();
      if (!answer.ok) return { message: answer.refusal.message, conflict: answer.status === 409 };
      announce(words.saved(page.blockShapes.find(({ id }) => id === block)?.title ?? ''));
      return undefined;
    };
  }
}

define('tl-map-page', MapPageElement);
