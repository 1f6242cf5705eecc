import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  loadDuplicates,
  type AlikePair,
  type DuplicatesSay,
  type MarkSays,
} from '../../api-group/duplicates.ts';
import { loadVersions } from '../../api-group/versions.ts';
import { mayBegin } from '../../contexts/session.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { duplicates as words } from '../../words-group/duplicates.ts';
import { whenLoaded } from '../page-state.ts';
import { groupTabs } from '../pathway/group-tabs.ts';
import './alike-pair.ts';
import { askedList, linked } from './asked-list.ts';
import { matrixTable } from './matrix-table.ts';
import { totalsTable } from './totals-table.ts';

const parts = ['asked', 'alike', 'steps', 'matrix'] as const;
type Part = (typeof parts)[number];
/** What is shown of a long list at first. */
const atFirst = 20;

/** What a version or a draft asks twice: totals held against what runs now, then four kinds of duplicates. */
export class DuplicatesPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    shown: { state: true },
    hideMarked: { state: true },
  };
  declare route: Route | undefined;
  declare shown: number;
  declare hideMarked: boolean;
  private readonly found: Loading<DuplicatesSay>;
  private readonly page = new PageController(this);
  private asked = '';

  constructor() {
    super();
    this.shown = atFirst;
    this.hideMarked = false;
    this.found = new Loading(this, () => this.load());
  }

  override connectedCallback(): void {
    this.asked = this.of;
    super.connectedCallback();
  }

  private get draft(): string | undefined {
    return this.route?.query.get('draft') ?? undefined;
  }

  private get of(): string {
    return `${this.draft ?? ''} ${this.route?.query.get('version') ?? ''}`;
  }

  private get view(): Part {
    return parts.find((part) => part === this.route?.query.get('part')) ?? 'asked';
  }

  private async load(): ReturnType<typeof loadDuplicates> {
    if (this.draft !== undefined) return loadDuplicates({ draft: this.draft });
    const version = this.route?.query.get('version');
    if (version) return loadDuplicates({ version });
    const versions = await loadVersions();
    if (!versions.ok) return versions;
    return loadDuplicates({ version: versions.value.find(({ current }) => current)?.id ?? '' });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    this.shown = atFirst;
    this.page.again();
    if (this.asked === this.of) return;
    this.asked = this.of;
    void this.found.load();
  }

  override render(): TemplateResult {
    return html`
      ${
        this.draft === undefined
          ? groupTabs('duplicates')
          : html`<a class="govuk-back-link" href="/pathway/drafts/${encodeURIComponent(this.draft)}"
              >${words.back}</a
            >`
      }
      ${this.found.now.state === 'loading' ? html`<p class="govuk-body">${words.looking}</p>` : nothing}
      ${whenLoaded(this.found, (found) => this.body(found))}
    `;
  }

  private body(found: DuplicatesSay): TemplateResult {
    const { askedTwice, looksSame, steps } = found;
    const counts = { asked: askedTwice.length, alike: looksSame.length, steps: steps.length };
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title(found.name)}</h1>
      <p class="govuk-body-l tl-measure">${words.lead}</p>
      ${found.walked ? totalsTable(found) : html`<p class="govuk-inset-text">${words.notWalked}</p>`}
      ${subNavigation(
        words.parts.label,
        parts.map((part) => ({
          href: this.addressOf(part),
          text: part === 'matrix' ? words.parts.matrix : words.parts[part](counts[part]),
          current: part === this.view,
        })),
      )}
      ${this.partOf(found)}
    `;
  }

  private partOf(found: DuplicatesSay): TemplateResult {
    const title = (text: string) => html`<h2 class="govuk-heading-m">${text}</h2>`;
    switch (this.view) {
      case 'asked': {
        const { askedTwice } = found;
        return html`${title(words.parts.asked(askedTwice.length))}
        ${askedList(askedTwice.slice(0, this.shown), this.draft)} ${this.all(askedTwice.length)}`;
      }
      case 'alike':
        return html`${title(words.parts.alike(found.looksSame.length))} ${this.alike(found.looksSame)}`;
      case 'steps':
        return html`${title(words.parts.steps(found.steps.length))} ${this.steps(found.steps)}`;
      case 'matrix':
        return html`${title(words.parts.matrix)}
        ${matrixTable(found.matrix, this.shown * 2, () => (this.shown += atFirst * 2))}`;
    }
  }

  private alike(all: AlikePair[]): TemplateResult {
    if (all.length === 0) return html`<p class="govuk-body">${words.alike.none}</p>`;
    const open = this.hideMarked ? all.filter(({ mark }) => mark === undefined) : all;
    return html`
      <p class="govuk-body tl-measure">${words.alike.lead}</p>
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            id="hide-marked"
            type="checkbox"
            .checked=${this.hideMarked}
            @change=${(event: Event) => (this.hideMarked = (event.target as HTMLInputElement).checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for="hide-marked">${words.alike.hide}</label>
        </div>
      </div>
      <ul class="tl-entries" @tl-marked=${this.marked}>
        ${repeat(
          open.slice(0, this.shown),
          ({ a, b }) => `${a.term ?? ''} ${b.term ?? ''}`,
          (pair) =>
            html`<li class="tl-entry">
              <tl-alike-pair
                .pair=${pair}
                .draft=${this.draft}
                .mayMark=${mayBegin('redraw-pathway')}
              ></tl-alike-pair>
            </li>`,
        )}
      </ul>
      ${this.all(open.length)}
    `;
  }

  private steps(steps: DuplicatesSay['steps']): TemplateResult {
    if (steps.length === 0) return html`<p class="govuk-body">${words.steps.none}</p>`;
    return html`
      <p class="govuk-body tl-measure">${words.steps.lead}</p>
      <ul class="tl-entries">
        ${steps.map(
          ({ kind, elements, says }) =>
            html`<li class="tl-entry">
              <p class="govuk-body"><strong class="govuk-tag">${words.steps.kinds[kind]}</strong></p>
              <p class="govuk-body">${says}</p>
              ${
                this.draft === undefined
                  ? nothing
                  : html`<p class="govuk-body-s tl-line">
                      ${words.steps.show}:
                      ${elements.map(({ id, name }) => linked(name, this.draft, { view: 'drawing', element: id }))}
                    </p>`
              }
            </li>`,
        )}
      </ul>
    `;
  }

  private all(count: number): TemplateResult | typeof nothing {
    if (count <= this.shown) return nothing;
    return html`<button
      type="button"
      class="govuk-button govuk-button--secondary"
      @click=${() => (this.shown = count)}
    >
      ${words.all(count)}
    </button>`;
  }

  private addressOf(part: Part): string {
    const query = new URLSearchParams(this.route?.query);
    query.set('part', part);
    return `/pathway/duplicates?${query.toString()}`;
  }

  private readonly marked = (event: CustomEvent<{ pair: string; mark: MarkSays }>): void => {
    const { pair, mark } = event.detail;
    for (const one of this.found.value?.looksSame ?? []) if (one.pair === pair) one.mark = mark;
    void this.found.load();
  };
}

define('tl-duplicates-page', DuplicatesPage);
