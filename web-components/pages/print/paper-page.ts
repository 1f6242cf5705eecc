import { html, nothing, type TemplateResult } from 'lit';
import {
  loadOutputs,
  loadPaper,
  outputHref,
  type Chosen,
  type OfferedOutput,
  type PaperRead,
} from '../../api-office/outputs.ts';
import { tellPrinted } from '../../api/records.ts';
import type { Answered } from '../../api/request.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { outputs as words } from '../../words-office/outputs.ts';
import { whenLoaded } from '../page-state.ts';
import { leftOutList } from './left-out-list.ts';
import { notInPdf } from './not-in-pdf.ts';
import { chosenOf, paperChoices } from './paper-choices.ts';

interface Shown {
  offered: OfferedOutput[];
  chosen: Chosen;
  paper: PaperRead;
}

/** A record as somebody receives it: for whom, in which language; to read, to print, as a PDF or for Word. */
export class PaperPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly loading: Loading<Shown>;
  private wanted: Partial<Chosen> = {};
  private told = false;
  private worn: CSSStyleSheet | undefined;

  constructor() {
    super();
    this.loading = new Loading(this, () => this.load());
    new PageController(this);
  }

  private get record(): string {
    return this.route?.params['id'] ?? '';
  }

  private async load(): Promise<Answered<Shown>> {
    // that it is about to be printed is known before it is shown
    const told = this.told ? undefined : await tellPrinted('record', this.record);
    if (told?.ok === false) return told;
    this.told = true;
    const list = await loadOutputs(this.record);
    if (!list.ok) return list;
    const offered = list.value.outputs;
    const chosen = chosenOf(offered, this.wanted);
    const paper = await loadPaper(this.record, chosen);
    return paper.ok ? { ok: true, value: { offered, chosen, paper: paper.value } } : paper;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dress(undefined);
  }

  /** The document brings its own style: it stands on this page as it stands on paper. */
  private dress(style: string | undefined): void {
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== this.worn);
    this.worn = style === undefined ? undefined : new CSSStyleSheet();
    this.worn?.replaceSync(style ?? '');
    document.adoptedStyleSheets = this.worn ? [...others, this.worn] : others;
  }

  private choose(more: Partial<Chosen>): void {
    this.wanted = { ...this.wanted, ...more };
    void this.loading.load();
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (shown) => this.loaded(shown));
  }

  private loaded({ offered, chosen, paper }: Shown): TemplateResult {
    this.dress(paper.style);
    const file = (as: string): string => outputHref(this.record, chosen, as);
    return html`
      <div class="tl-print-tools">
        <a class="govuk-back-link" href="/records/${this.record}">${words.back}</a>
        <p class="govuk-body">
          <button type="button" class="govuk-button" @click=${() => window.print()}>${words.print}</button>
          <a
            class="govuk-button govuk-button--secondary"
            href=${file('pdf')}
            download
            aria-describedby=${paper.notInPdf ? 'not-in-pdf' : nothing}
            >${words.pdf}</a
          >
          <a class="govuk-button govuk-button--secondary" href=${file('docx')} download>${words.word}</a>
        </p>
      </div>
      <div class="govuk-!-display-none-print">
        ${paperChoices(offered, chosen, (more) => this.choose(more))} ${notInPdf(paper.notInPdf)}
        ${leftOutList(paper.leftOut)}
      </div>
      <article class="tl-paper">${paperOf(paper.page)}</article>
    `;
  }
}

/** The document's own part of its page, to stand within this one. */
function paperOf(page: Document): HTMLElement {
  const paper = document.createElement('div');
  const own = page.querySelector('main');
  paper.className = own?.className ?? '';
  paper.lang = own?.lang ?? '';
  paper.dir = own?.dir ?? '';
  paper.append(...Array.from(own?.childNodes ?? [], (node) => document.importNode(node, true)));
  return paper;
}

define('tl-paper-page', PaperPage);
