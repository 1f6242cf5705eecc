import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadDrafts, type DraftRow } from '../../api-group/drafts.ts';
import { loadChanges, type Publication } from '../../api-group/publishing.ts';
import { loadVersions, type VersionRow } from '../../api-group/versions.ts';
import { mayBegin } from '../../contexts/session.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { pathway as words } from '../../words-group/pathway.ts';
import { whenLoaded } from '../page-state.ts';
import './bring-in.ts';
import { draftList } from './draft-list.ts';
import { groupTabs } from './group-tabs.ts';
import './start-draft.ts';
import { versionList } from './version-list.ts';
import './version-view.ts';

/** The pathway: what is published, in a drawing and in words, and the drafts in which the working group changes it. */
export class PathwayPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    errors: { state: true },
    rival: { state: true },
  };
  declare route: Route | undefined;
  declare errors: ErrorLink[];
  declare rival: DraftRow | undefined;
  private readonly versions: Loading<VersionRow[]>;
  private readonly drafts: Loading<DraftRow[]>;
  private readonly log: Loading<{ entries: Publication[] }>;
  private readonly page = new PageController(this);

  constructor() {
    super();
    this.errors = [];
    this.versions = new Loading(this, loadVersions);
    this.drafts = new Loading(this, () =>
      mayBegin('redraw-pathway') ? loadDrafts() : Promise.resolve({ ok: true, value: [] }),
    );
    this.log = new Loading(this, loadChanges);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind === 'pathway') && this.view === 'drafts') void this.drafts.load();
    });
  }

  private get view(): 'now' | 'drafts' | 'versions' {
    const view = this.route?.query.get('view');
    return view === 'drafts' || view === 'versions' ? view : 'now';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    this.page.again();
    this.errors = [];
    if (this.view === 'drafts') void this.drafts.load();
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body-l tl-measure">${words.lead}</p>
      ${groupTabs(this.view)} ${whenLoaded(this.versions, (versions) => this.body(versions))}
    `;
  }

  private body(versions: VersionRow[]): TemplateResult {
    switch (this.view) {
      case 'drafts':
        return whenLoaded(this.drafts, (drafts) => this.draftsOf(drafts, versions));
      case 'versions':
        return versionList(versions, this.log.value?.entries ?? []);
      case 'now': {
        const asked = this.route?.query.get('version');
        const shown = versions.find(({ id }) => id === asked) ?? versions[0];
        return html`${shown ? html`<tl-version-view .version=${shown.id}></tl-version-view>` : nothing}`;
      }
    }
  }

  private draftsOf(drafts: DraftRow[], versions: VersionRow[]): TemplateResult {
    return html`
      <h2 class="govuk-heading-m">${words.drafts.title}</h2>
      <p class="govuk-body tl-measure">${words.drafts.lead}</p>
      ${draftList(drafts, (draft) => void this.fork(draft))}
      <div
        class="tl-panels"
        @tl-problems=${(event: CustomEvent<{ errors: ErrorLink[] }>) => (this.errors = event.detail.errors)}
        @tl-no-rival=${() => (this.rival = undefined)}
      >
        <tl-start-draft .versions=${versions} .rival=${this.rival}></tl-start-draft>
        <tl-bring-in></tl-bring-in>
      </div>
    `;
  }

  private async fork(draft: DraftRow): Promise<void> {
    this.rival = draft;
    await this.updateComplete;
    this.querySelector<HTMLElement>('#draft-name')?.focus();
  }
}

define('tl-pathway-page', PathwayPage);
