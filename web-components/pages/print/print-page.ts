import { html, nothing, type TemplateResult } from 'lit';
import { loadRecord, type RecordPage as Page } from '../../api/records.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/routes.ts';
import { currentSession } from '../../contexts/session.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { nameOf, sayList } from '../../words/lists.ts';
import { print as words } from '../../words/record.ts';
import { whenLoaded } from '../page-state.ts';
import { printBlocks } from './print-blocks.ts';

/** A record as a family reads it: their names, plain words, nothing of the service around it on paper. */
export class PrintPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly loading: Loading<Page>;

  constructor() {
    super();
    this.loading = new Loading(this, () => loadRecord(this.route?.params['id'] ?? ''));
    new PageController(this);
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: Page): TemplateResult {
    const role = typeof page.by === 'string' ? '' : (page.by.role ?? '');
    const authority = currentSession()?.authority?.name;
    return html`
      <div class="tl-print-tools">
        <a class="govuk-back-link" href="/records/${page.record.id}">${words.back}</a>
        <button type="button" class="govuk-button" @click=${() => window.print()}>${words.button}</button>
      </div>
      <article class="tl-paper">
        ${authority ? html`<p class="tl-paper__authority">${authority}</p>` : nothing}
        <h1 class="govuk-heading-l">${page.output?.title ?? page.form.title}</h1>
        <p class="tl-paper__for">${sayList(page.children.map(({ name }) => name))}</p>
        <p class="tl-quiet">${words.written(nameOf(page.by), role, sayDay(page.at))}</p>
        ${printBlocks(page)}
      </article>
    `;
  }
}

define('tl-print-page', PrintPage);
