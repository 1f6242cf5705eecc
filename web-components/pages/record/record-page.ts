import { isAnswered, type FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { loadRecord, type Correction, type RecordPage as Page } from '../../api/records.ts';
import { Loading } from '../../controllers/loading.ts';
import { isEmpty } from '../../controllers/is-empty.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { answerInWords } from '../../elements/answers/answer-in-words.ts';
import { sayAnswer } from '../../elements/answers/say-answer.ts';
import { rowsOf } from '../../elements/answers/table/rows.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { labelOf, withNames } from '../../elements/question/question-words.ts';
import { sayMoment, sayShortDay } from '../../words/dates.ts';
import { form as formWords } from '../../words/form.ts';
import { nameOf, sayList } from '../../words/lists.ts';
import { record as words } from '../../words/record.ts';
import { whenLoaded } from '../page-state.ts';
import { columnsOf } from '../task/asked.ts';
import { beside } from '../task/section-view.ts';
import { answerOf, recordTools, rowsShown } from './record-tools.ts';

/** A completed form: what was written, by whom, and what has been corrected since. */
export class RecordPageElement extends LightElement {
  static override properties = {
    route: { attribute: false },
    correcting: { state: true },
  };
  declare route: Route | undefined;
  /** `question@child` being corrected */
  declare correcting: string;
  private readonly loading: Loading<Page>;

  constructor() {
    super();
    this.correcting = '';
    this.loading = new Loading(this, () => {
      const { id = '', invited } = this.route?.params ?? {};
      return loadRecord(id, invited && `/invited/${invited}`);
    });
    new PageController(this);
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (page) => this.loaded(page));
  }

  private loaded(page: Page): TemplateResult {
    const tools = recordTools(page);
    return html`
      ${page.case ? identityBar({ family: { ...page.case, ...this.shared(page.case.id) }, children: page.children }) : nothing}
      ${this.route?.query.get('added') ? html`<div class="govuk-inset-text" role="status">${words.added}</div>` : nothing}
      <h1 class="govuk-heading-l">${page.form.title}</h1>
      <p class="govuk-body">
        ${(page.record.corrects ? words.wasCorrected : words.by)(nameOf(page.by), sayMoment(page.at))}.
        ${words.about(sayList(page.children.map(({ name }) => name)))}.
      </p>
      ${this.newer(page)} ${this.withheld(page)}
      ${
        this.route?.params['invited']
          ? nothing
          : html`<p class="govuk-body">
              <a class="govuk-link" href="/records/${page.record.id}/print">${words.print}</a>
            </p>`
      }
      ${page.form.layout.map((section) => {
        const rows = section.questions.flatMap((question) => this.rows(page, question, tools));
        return rows.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-m">${withNames(section.title, undefined, page.children)}</h2>
              <dl class="govuk-summary-list tl-check">${rows}</dl>`;
      })}
      ${this.route?.params['invited'] ? nothing : this.papers(page.record.id)}
      ${
        page.canReopen
          ? html`${lazily(() => import('./reopening-form.ts'))}<tl-reopening-form
                .record=${page.record.id}
                @tl-changed=${() => void this.loading.load()}
              ></tl-reopening-form>`
          : nothing
      }
    `;
  }

  /** To whom papers of it were given: looked up after it. */
  private papers(record: string): TemplateResult {
    void import('../sharing/shared-papers.ts');
    return html`<tl-shared-papers .record=${record}></tl-shared-papers>`;
  }

  /** Somebody of another agency goes back to what is shared: the family's own page is not for them. */
  private shared(family: string): { href?: string } {
    return this.route?.params['invited'] ? { href: `/invited/${family}` } : {};
  }

  /** What was written first can always be read; what holds now is one press away. */
  private newer(page: Page): TemplateResult | typeof nothing {
    const latest = page.corrections?.at(-1);
    if (!latest || latest.id === page.record.id) return nothing;
    return html`<div class="govuk-inset-text">
      ${words.earlier} <a class="govuk-link" href="/records/${latest.id}">${words.readLatest}</a>
    </div>`;
  }

  private rows(page: Page, question: FormQuestion, tools: FormTools): TemplateResult[] {
    if (question.type === 'guidance' || question.policy === 'linked') return [];
    if (question.policy === 'computed' || question.type === 'echo') return this.computed(page, question);
    if (!isAnswered(question)) return [];
    if (question.per === 'child') {
      return page.children.flatMap((child) => this.row(page, question, tools, child) ?? []);
    }
    const whole = this.row(page, question, tools);
    const own =
      question.per === 'shared'
        ? page.children.flatMap((child) => this.row(page, question, tools, child) ?? [])
        : [];
    return [...(whole ? [whole] : []), ...own];
  }

  private computed(page: Page, question: FormQuestion): TemplateResult[] {
    const texts = [undefined, ...page.children].flatMap((child) => {
      const text = page.computed?.[child ? `${question.id}@${child.id}` : question.id];
      return text ? [{ child, text }] : [];
    });
    return texts.map(
      ({ child, text }) =>
        html`<div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">${labelOf(question, child, page.children)}</dt>
          <dd class="govuk-summary-list__value">${text}</dd>
        </div>`,
    );
  }

  private row(
    page: Page,
    question: FormQuestion,
    tools: FormTools,
    child?: { id: string; name: string },
  ): TemplateResult | undefined {
    const value =
      child || question.type !== 'table' ? answerOf(page, question, child?.id) : rowsShown(page, question);
    if (isEmpty(value)) return undefined;
    const different = child && question.per === 'shared';
    const label = different ? formWords.different(child.name) : labelOf(question, child, page.children);
    const named = child && !different && page.children.length > 1 && !question.label.includes('[child]');
    const full = named ? `${label}, ${child.name}` : label;
    const key = child ? `${question.id}@${child.id}` : question.id;
    const corrections = (page.corrections ?? []).filter(
      (one) => one.question === question.id && (one.child ?? '') === (child?.id ?? ''),
    );
    return html`
      <div class="govuk-summary-list__row" id=${key}>
        <dt class="govuk-summary-list__key">${named ? `${child.name}: ${label}` : label}</dt>
        <dd class="govuk-summary-list__value">
          ${answerInWords(question, value, columnsOf({ blockShapes: page.blockShapes ?? [] }, question), tools)}
          ${question.block ? beside(page, question, undefined, rowsOf(value)) : nothing}
          ${corrections.map((one) => this.correction(question, one, tools))} ${this.withheld(page, key, full)}
          ${
            this.correcting === key
              ? html`${lazily(() => import('./correction-form.ts'))}<tl-correction-form
                    .page=${page}
                    .question=${question}
                    .child=${child}
                    .tools=${tools}
                    @tl-changed=${() => void this.corrected()}
                    @tl-cancel=${() => (this.correcting = '')}
                  ></tl-correction-form>`
              : nothing
          }
        </dd>
        <dd class="govuk-summary-list__actions">
          ${
            page.canCorrect && question.type !== 'table'
              ? html`<button
                  type="button"
                  class="tl-text-button"
                  aria-label=${words.correctNamed(full)}
                  @click=${() => (this.correcting = key)}
                >
                  ${words.correct}
                </button>`
              : nothing
          }
        </dd>
      </div>
    `;
  }

  /** What is withheld of an answer, for whom it matters; without an answer: how much the reader is not shown. */
  private withheld(page: Page, answer = '', label = ''): TemplateResult | typeof nothing {
    if (!(answer ? page.canWithhold || page.withheld?.length : page.leftOut)) return nothing;
    void import('../withhold/withholding.ts');
    return html`<tl-withholding
      .page=${page}
      .answer=${answer}
      .label=${label}
      @tl-changed=${() => void this.loading.load()}
    ></tl-withholding>`;
  }

  /** A correction is a record of its own: what holds now is shown, and says what it was. */
  private async corrected(): Promise<void> {
    this.correcting = '';
    const now = await this.loading.load();
    const latest = now.state === 'ready' ? now.value.corrections?.at(-1) : undefined;
    if (latest && latest.id !== this.loading.value?.record.id) navigate(`/records/${latest.id}`, true);
  }

  private correction(question: FormQuestion, one: Correction, tools: FormTools): TemplateResult {
    return html`<div class="tl-correction">
      <p><strong>${words.wasCorrected(nameOf(one.by), sayShortDay(one.at))}</strong></p>
      ${
        one.was === undefined || one.was === null
          ? nothing
          : html`<p>${words.was(sayAnswer(question, one.was, tools))}</p>`
      }
      <p>${words.now(sayAnswer(question, one.value, tools))}</p>
      <p>${words.why(one.reason)}</p>
    </div>`;
  }
}

/** What few need is fetched as it is drawn the first time. */
function lazily(load: () => Promise<unknown>): typeof nothing {
  void load();
  return nothing;
}

define('tl-record-page', RecordPageElement);
