import { html, nothing, type TemplateResult } from 'lit';
import {
  loadTrail,
  tablePath,
  type Looked,
  type LookedAsked,
  type LookedPage,
  type TrailOf,
} from '../../api-office/audit.ts';
import { openConfirmed } from '../../api-office/confirmed.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { audit as words } from '../../words-office/audit.ts';
import { whenLoaded } from '../page-state.ts';
import { trailEntries } from './trail-entries.ts';
import { trailFilters } from './trail-filters.ts';

/** Who has looked at a family, what somebody has looked at, or what the reader did: one list, narrowed and gone on. */
export class TrailPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    asked: { state: true },
    more: { state: true },
    next: { state: true },
  };
  declare route: Route | undefined;
  declare asked: LookedAsked;
  /** entries after those of the first page */
  declare more: Looked[];
  declare next: string | undefined;
  private readonly loading: Loading<LookedPage>;

  constructor() {
    super();
    this.asked = { from: '', to: '', sort: '', child: '' };
    this.more = [];
    this.loading = new Loading(this, async () => {
      const answer = await loadTrail(this.of, this.asked);
      this.more = [];
      this.next = answer.ok ? answer.value.next : undefined;
      return answer;
    });
    new PageController(this);
  }

  private get of(): TrailOf {
    const { name, params } = this.route ?? { name: '', params: {} as Record<string, string> };
    if (name === 'audit-mine') return 'mine';
    return name === 'audit-person' ? { person: params['id'] ?? '' } : { family: params['id'] ?? '' };
  }

  private async goOn(): Promise<void> {
    const answer = await loadTrail(this.of, this.asked, this.next);
    if (!answer.ok) return;
    this.more = [...this.more, ...answer.value.entries];
    this.next = answer.value.next;
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: LookedPage): TemplateResult {
    const entries = [...page.entries, ...this.more];
    return html`
      ${this.of === 'mine' ? nothing : html`<a class="govuk-back-link" href="/audit">${words.tabs.label}</a>`}
      <h1 class="govuk-heading-xl tl-heading">${this.heading(page)}</h1>
      ${this.of === 'mine' ? html`<p class="govuk-body">${words.mineLead}</p>` : nothing}
      ${page.person && this.of !== 'mine' ? html`<p class="tl-quiet">${page.person.roles}</p>` : nothing}
      ${page.family && !page.family.name ? html`<p class="govuk-body">${words.gone}</p>` : nothing}
      ${trailFilters(this.asked, page.children ?? [], (asked) => {
        this.asked = asked;
        void this.loading.load();
      })}
      ${
        this.of === 'mine'
          ? nothing
          : html`<p class="govuk-body">
              <a class="govuk-link" href=${tablePath(this.of, this.asked)} @click=${openConfirmed}
                >${words.table}</a
              >
            </p>`
      }
      ${
        entries.length === 0
          ? html`<p class="govuk-body" role="status">${this.next ? words.searching : words.empty}</p>`
          : trailEntries(entries, 'family' in page)
      }
      ${
        this.next
          ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${this.goOn}>
              ${words.more}
            </button>`
          : nothing
      }
    `;
  }

  private heading({ family, person }: LookedPage): string {
    if (this.of === 'mine') return words.mine;
    if (person) return words.ofPerson(person.name);
    return family?.name ? words.ofFamily(family.name) : words.ofReference(family?.id ?? '');
  }
}

define('tl-trail-page', TrailPage);
