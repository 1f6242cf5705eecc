import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadShared, type SharedPaper, type SharedPapers } from '../../api-office/sharing.ts';
import { Loading } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sharing as words } from '../../words-office/sharing.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { sayList } from '../../words/lists.ts';
import './opinion-form.ts';
import './share-form.ts';
import './withdraw-form.ts';

/**
 * Papers of a record, or of a family, that were given: to whom, how and when, whether an older version is in somebody's
 * hands, and what was said of them; noting that one was given.
 *
 * @property record  the record
 * @property family  the family, where it is about all of its records
 */
export class SharedPapersElement extends LightElement {
  static override properties = {
    record: { type: String },
    family: { type: String },
    open: { state: true },
  };
  declare record: string;
  declare family: string;
  /** 'add', or `withdraw id` or `say id` */
  declare open: string;
  private readonly papers: Loading<SharedPapers>;

  constructor() {
    super();
    this.record = '';
    this.family = '';
    this.open = '';
    this.papers = new Loading(this, async () => {
      // the page may have named the record before this element was known: it is told at the first update
      await this.updateComplete;
      return loadShared(this.record ? { record: this.record } : { family: this.family });
    });
    this.addEventListener('tl-changed', () => void this.again());
    this.addEventListener('tl-cancel', () => (this.open = ''));
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has('record') || changed.has('family'))) void this.again();
  }

  private async again(): Promise<void> {
    this.open = '';
    await this.papers.load();
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const papers = this.papers.value;
    if (!papers) return nothing;
    const { shared, can } = papers;
    return html`<section class="tl-papers" aria-labelledby="papers-given">
      <h2 class="govuk-heading-m" id="papers-given" tabindex="-1">${words.title}</h2>
      ${shared.length === 0 ? html`<p class="govuk-body tl-quiet">${this.record ? words.none : words.noneOfFamily}</p>` : nothing}
      <ul class="tl-plain">
        ${shared.map((one) => this.paper(one, can))}
      </ul>
      ${can && this.record ? this.adding(papers) : nothing}
    </section>`;
  }

  private adding(papers: SharedPapers): TemplateResult {
    if (this.open === 'add')
      return html`<tl-share-form .record=${this.record} .papers=${papers}></tl-share-form>`;
    return html`<button
      type="button"
      class="govuk-button govuk-button--secondary tl-small-button"
      @click=${() => (this.open = 'add')}
    >
      ${words.add}
    </button>`;
  }

  private paper(one: SharedPaper, can: boolean): TemplateResult {
    const to = sayList(one.to.map(({ name }) => name));
    const line = words.line(one.title, to);
    const { ways, copies } = words;
    const language = one.language.startsWith('en') ? words.english : one.language;
    return html`<li class="tl-paper-given" id=${one.id}>
      <p class="govuk-body"><strong>${line}</strong></p>
      ${older(one, to)}
      ${
        one.withdrawn
          ? html`<p class="govuk-body tl-due tl-due--soon">
              ${words.withdrawn(one.withdrawn.by, sayMoment(one.withdrawn.at))}${one.withdrawn.reason ? `. ${one.withdrawn.reason}` : ''}
            </p>`
          : nothing
      }
      <p class="govuk-body-s">
        ${words.details(ways[one.how] ?? one.how, copies[one.copy] ?? one.copy, sayDay(one.on), one.by)}
        <span class="tl-quiet"
          >${[`${written(one, language)}.`, `${words.version(one.version)}.`, `${words.hash(one.hash.slice(0, 12))}.`].join(' ')}</span
        >
      </p>
      ${one.opinions.map(
        (said) =>
          html`<p class="govuk-body-s">
            ${words.said(said.name, said.helpful, said.clear)}${said.words ? html`: <q>${said.words}</q>` : nothing}
          </p>`,
      )}
      ${can ? this.tools(one, line) : nothing}
    </li>`;
  }

  private tools(one: SharedPaper, line: string): TemplateResult {
    if (this.open === `say ${one.id}`) return html`<tl-opinion-form .paper=${one}></tl-opinion-form>`;
    if (this.open === `withdraw ${one.id}`)
      return html`<tl-withdraw-form .shared=${one.id}></tl-withdraw-form>`;
    const tool = (what: string, text: string, named: string): TemplateResult =>
      html`<button
        type="button"
        class="tl-text-button"
        aria-label=${named}
        @click=${() => (this.open = `${what} ${one.id}`)}
      >
        ${text}
      </button>`;
    return html`<p class="tl-line">
      ${tool('say', words.say, words.sayNamed(line))}
      ${one.withdrawn ? nothing : tool('withdraw', words.withdraw, words.withdrawNamed(line))}
    </p>`;
  }
}

/** Somebody has what no longer holds: the first thing to know of it. */
function older({ older: since, record }: SharedPaper, to: string): TemplateResult | typeof nothing {
  if (!since) return nothing;
  const on = sayDay(since.on);
  return html`<p class="govuk-inset-text tl-paper-given__older">
    ${since.why === 'corrected' ? words.older(to, on) : words.back(to, on)}
    ${since.now && since.now !== record ? html`<a class="govuk-link" href="/records/${since.now}">${words.now}</a>` : nothing}
  </p>`;
}

/** For whom it is written, in which language and as what; and where it is for one child alone, for whom. */
function written({ audience, format, child }: SharedPaper, language: string): string {
  const said = words.written(
    words.audiences[audience] ?? audience,
    language,
    words.formats[format] ?? format,
  );
  return child === undefined ? said : words.only(said, child);
}

define('tl-shared-papers', SharedPapersElement);
