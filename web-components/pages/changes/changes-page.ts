import { html, type TemplateResult } from 'lit';
import { loadChanges } from '../../api-group/publishing.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { publishing } from '../../words-group/publishing.ts';
import { whenLoaded } from '../page-state.ts';
import { groupTabs } from '../pathway/group-tabs.ts';
import { publicationView } from '../publish/publication-view.ts';

const words = publishing.log;

/** The change log: everything that was proposed for the pathway, the latest first. */
export class ChangesPage extends LightElement {
  private readonly log = new Loading(this, loadChanges);

  constructor() {
    super();
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind === 'pathway')) void this.log.load();
    });
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${groupTabs('changes')}
      <p class="govuk-body">${words.lead}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/api/pathway/changes.csv" download>${words.table}</a>
      </p>
      ${whenLoaded(this.log, ({ entries }) =>
        entries.length === 0
          ? html`<p class="govuk-body">${words.none}</p>`
          : html`<div class="tl-entries">${entries.map(publicationView)}</div>`,
      )}
    `;
  }
}

define('tl-changes-page', ChangesPage);
