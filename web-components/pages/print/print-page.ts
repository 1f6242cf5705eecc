import type { Output } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { loadRecord, tellPrinted, type RecordPage as Page } from '../../api/records.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { currentSession } from '../../contexts/session.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { sayDay } from '../../words/dates.ts';
import { nameOf, sayList } from '../../words/lists.ts';
import { print as words } from '../../words/record.ts';
import { whenLoaded } from '../page-state.ts';
import { printBlocks } from './print-blocks.ts';

/** A record as a family reads it: their names, plain words, nothing of the service around it on paper. */
export class PrintPage extends LightElement {
  static override properties = { route: { attribute: false }, chosen: { state: true } };
  declare route: Route | undefined;
  /** id of the output that was chosen */
  declare chosen: string;
  private readonly loading: Loading<Page>;

  constructor() {
    super();
    this.chosen = '';
    this.loading = new Loading(this, async () => {
      const id = this.route?.params['id'] ?? '';
      // a record that is about to be printed is shown once that is known; one of a rehearsal is nobody's
      const told = this.rehearsal ? undefined : await tellPrinted('record', id);
      if (told?.ok === false) return told;
      return this.rehearsal
        ? loadRecord(id, `/rehearsals/${this.rehearsal}`)
        : loadRecord(`${id}?for=family`);
    });
    new PageController(this);
  }

  private get rehearsal(): string | undefined {
    return this.route?.params['rehearsal'];
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: Page): TemplateResult {
    const role = typeof page.by === 'string' ? '' : (page.by.role ?? '');
    const outputs = outputsOf(page);
    const output = outputs.find(({ id }) => id === this.chosen) ?? outputs[0];
    const authority = currentSession()?.authority?.name;
    return html`
      <div class="tl-print-tools">
        <a
          class="govuk-back-link"
          href=${this.rehearsal ? `/pathway/rehearsals/${this.rehearsal}` : `/records/${page.record.id}`}
          >${words.back}</a
        >
        <button type="button" class="govuk-button" @click=${() => window.print()}>${words.button}</button>
      </div>
      ${
        outputs.length > 1
          ? selectField({
              id: 'output',
              label: words.which,
              choices: outputs.map(({ id, title }) => ({ id, name: title })),
              value: output?.id ?? '',
              empty: words.whichFirst,
              change: (id) => (this.chosen = id),
            })
          : nothing
      }
      <article class="tl-paper">
        ${authority ? html`<p class="tl-paper__authority">${authority}</p>` : nothing}
        <h1 class="govuk-heading-l">${output?.title ?? page.form.title}</h1>
        <p class="tl-paper__for">${sayList(page.children.map(({ name }) => name))}</p>
        <p class="tl-quiet">${words.written(nameOf(page.by), role, sayDay(page.at))}</p>
        ${printBlocks(page, output)}
        ${page.leftOut ? html`<p class="tl-quiet">${words.leftOut} ${page.leftOut}</p>` : nothing}
      </article>
    `;
  }
}

/** What the record can be printed as, what a family reads first. */
function outputsOf(page: Page): Output[] {
  const outputs = page.outputs ?? (page.output ? [page.output] : []);
  return outputs.toSorted(
    (one, other) => Number(other.audience === 'family') - Number(one.audience === 'family'),
  );
}

define('tl-print-page', PrintPage);
