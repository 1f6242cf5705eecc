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
import { selectField } from '../../elements/select/select-field.ts';
import { outputs as words } from '../../words-office/outputs.ts';
import { whenLoaded } from '../page-state.ts';
import { leftOutList } from './left-out-list.ts';
import { notInPdf } from './not-in-pdf.ts';

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
        ${this.choices(offered, chosen)} ${notInPdf(paper.notInPdf)} ${leftOutList(paper.leftOut)}
      </div>
      <article class="tl-paper">${paperOf(paper.page)}</article>
    `;
  }

  private choices(offered: OfferedOutput[], chosen: Chosen): TemplateResult {
    const output = offered.find(({ id }) => id === chosen.output);
    const audiences = output?.audiences ?? [];
    const languages = output?.languages ?? [];
    return html`
      ${
        offered.length > 1
          ? chooser(
              'output',
              words.which,
              offered.map(({ id, title }) => ({ id, name: title })),
              chosen.output,
              (id) => this.choose({ output: id, audience: '' }),
            )
          : nothing
      }
      ${
        audiences.length > 1
          ? chooser(
              'audience',
              words.who,
              audiences.map((id) => ({ id, name: words.audiences[id] ?? id })),
              chosen.audience,
              (id) => this.choose({ audience: id }),
            )
          : nothing
      }
      ${
        languages.length > 1
          ? chooser(
              'language',
              words.language,
              languages.map(({ id, name, reviewed }) => ({
                id,
                name: reviewed ? name : words.unchecked(name),
              })),
              chosen.language,
              (id) => this.choose({ language: id }),
            )
          : nothing
      }
    `;
  }
}

function chooser(
  id: string,
  label: string,
  choices: { id: string; name: string }[],
  value: string,
  change: (id: string) => void,
): TemplateResult {
  const [first] = choices;
  const others = choices.filter((one) => one !== first);
  return selectField({
    ...{ id, label, choices: others, value: value === first?.id ? '' : value, empty: first?.name ?? '' },
    change: (chosen) => change(chosen || (first?.id ?? '')),
  });
}

/** What was chosen, as far as it is offered; else what a family reads first. */
function chosenOf(offered: OfferedOutput[], wanted: Partial<Chosen>): Chosen {
  const first = offered.find(({ audiences }) => audiences[0] === 'family') ?? offered[0];
  const output = offered.find(({ id }) => id === wanted.output) ?? first;
  const audience = output?.audiences.find((one) => one === wanted.audience) ?? output?.audiences[0];
  const language = output?.languages.find(({ id }) => id === wanted.language) ?? output?.languages[0];
  return { output: output?.id ?? '', audience: audience ?? '', language: language?.id ?? 'en-GB' };
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
