import {
  questionsOf,
  type Beside,
  type Finding,
  type Form,
  type FormQuestion,
  type FormSection,
  type Statutory,
} from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import './add-question.ts';
import { neededBy } from './by-law.ts';
import { copyQuestion } from './edits/copy-question.ts';
import { moveQuestion } from './edits/move-question.ts';
import type { Place } from './edits/add-question.ts';
import { textButton } from './fields.ts';
import { findingsOf } from './findings-of.ts';
import './form-differences.ts';
import './form-head.ts';
import './form-keeps.ts';
import './form-preview.ts';
import { partsOf, type Files } from './parts.ts';
import './question-details.ts';
import { questionRow } from './question-row.ts';
import './remove-question.ts';
import type { Duplicated, Sayings } from './sayings.ts';
import './said-here.ts';
import './section-tools.ts';
import { words } from './words.ts';

/**
 * The forms of a draft as a list that the people who use them can change: sections, questions, each with what it says of
 * itself; a preview beside it; the comparison with the published form; what was said of it.
 *
 * @property files       the draft's texts
 * @property base        texts of the version it is compared with
 * @property statutory   what the law asks for
 * @property formId, questionId  what is open
 * @property findings    of the draft (those with this form as their element stand beside their question)
 * @property said        notes and improvements (GET /api/drafts/:id/notes)
 * @property duplicates  of the draft
 * @property mayEdit     whether the pen is held here
 * @fires tl-files-change { changes: Record<path, text | null>, says }
 * @fires tl-focus        { form, question? }: another form or question was opened
 * @fires tl-authorise    { finding, form, question, by, because }
 * @fires tl-add-note     { form, question?, prompt?, text }
 * @fires tl-answer-improvement { id, text, decision }
 * @fires tl-settle-note  { id }
 */
export class FormEditor extends LightElement {
  static override properties = {
    files: { attribute: false },
    base: { attribute: false },
    statutory: { attribute: false },
    formId: { type: String },
    questionId: { type: String },
    findings: { attribute: false },
    said: { attribute: false },
    duplicates: { attribute: false },
    mayEdit: { type: Boolean },
    adding: { state: true },
    removing: { state: true },
    announced: { state: true },
  };
  declare files: Files;
  declare base: Files | undefined;
  declare statutory: Statutory | undefined;
  declare formId: string;
  declare questionId: string;
  declare findings: Finding[];
  declare said: Sayings | undefined;
  declare duplicates: Duplicated | undefined;
  declare mayEdit: boolean;
  declare adding: Place | undefined;
  declare removing: string;
  declare announced: string;
  private focusNext = '';

  constructor() {
    super();
    this.files = {};
    this.formId = '';
    this.questionId = '';
    this.findings = [];
    this.mayEdit = false;
    this.removing = '';
    this.announced = '';
    this.addEventListener('tl-files-change', (event) => this.edited(event as CustomEvent));
    this.addEventListener('tl-cancel', () => this.close());
  }

  private get parts(): Beside {
    return partsOf(this.files);
  }

  /** An edit of a part inside: the panel it came from closes, and what follows is said. */
  private edited(event: CustomEvent<{ says: string; question?: string; form?: string }>): void {
    const { says, question, form } = event.detail;
    this.announced = this.announced === says ? `${says} ` : says;
    if (this.removing) this.focusNext = '.tl-form-list h2';
    this.removing = '';
    this.adding = undefined;
    if (form) this.open(form);
    if (question) this.focusNext = `#do-change-${question}`;
  }

  private close(): void {
    const at = this.removing
      ? `#do-remove-${this.removing}`
      : this.questionId
        ? `#do-change-${this.questionId}`
        : '';
    this.focusNext = at || (this.adding && 'section' in this.adding ? `#add-${this.adding.section}` : '');
    this.removing = '';
    this.adding = undefined;
    if (this.questionId) this.open(this.formId);
    this.requestUpdate();
  }

  private open(form: string, question = ''): void {
    this.formId = form;
    this.questionId = question;
    this.dispatchEvent(
      new CustomEvent('tl-focus', { bubbles: true, detail: { form, ...(question ? { question } : {}) } }),
    );
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('questionId') && this.questionId) this.focusNext = `#q-of-${CSS.escape(this.questionId)}`;
    if (this.focusNext === '') return;
    const target = this.querySelector<HTMLElement>(this.focusNext);
    if (!target) return;
    this.focusNext = '';
    target.focus();
    if (changed.has('questionId')) this.previewFollows();
  }

  /** The preview shows the question that is open, where it scrolls beside the list. */
  private previewFollows(): void {
    const beside = this.querySelector<HTMLElement>('.tl-form-beside');
    const shown = beside?.querySelector<HTMLElement>(`[id^="q-preview-${CSS.escape(this.questionId)}"]`);
    if (beside && shown) beside.scrollTop = shown.offsetTop - beside.offsetTop - 40;
  }

  private send(change: { changes: object; says: string } | undefined, focus = ''): void {
    if (!change) return;
    this.focusNext = focus;
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  override render(): TemplateResult {
    const form = this.parts.forms[this.formId];
    return html`
      <p class="govuk-visually-hidden" role="status">${this.announced}</p>
      <tl-form-head
        .files=${this.files}
        .formId=${this.formId}
        .mayEdit=${this.mayEdit}
        @tl-choose-form=${(event: CustomEvent<{ form: string }>) => this.open(event.detail.form)}
      ></tl-form-head>
      ${form ? this.editing(form) : html`<p class="govuk-body">${words.noForm}</p>`}
    `;
  }

  private editing(form: Form): TemplateResult {
    return html`
      <tl-said-here .form=${form.id} .said=${this.said} .prompted=${true} .mayAnswer=${true}></tl-said-here>
      <div class="tl-form-editor">
        <div class="tl-form-list">
          <h2 class="govuk-heading-m" tabindex="-1">${words.questions}</h2>
          ${this.mayEdit ? nothing : html`<p class="govuk-body-s">${words.unchanged}</p>`}
          ${form.layout.map((section, at) => this.section(form, section, at))}
        </div>
        <aside class="tl-form-beside" aria-label=${words.preview}>
          <h2 class="govuk-heading-m">${words.preview}</h2>
          <tl-form-preview .form=${form} .parts=${this.parts} .open=${this.questionId}></tl-form-preview>
        </aside>
      </div>
      <tl-form-keeps .files=${this.files} .formId=${form.id} .mayEdit=${this.mayEdit}></tl-form-keeps>
      <tl-form-differences .files=${this.files} .base=${this.base} .formId=${form.id}></tl-form-differences>
    `;
  }

  private section(form: Form, section: FormSection, at: number): TemplateResult {
    return html`<section class="tl-fsection" aria-labelledby="section-${section.id}">
      <h3 class="govuk-heading-s" id="section-${section.id}">${section.title}</h3>
      ${
        this.mayEdit
          ? html`<tl-section-tools
              .files=${this.files}
              .formId=${form.id}
              .section=${section.id}
              .at=${at}
            ></tl-section-tools>`
          : nothing
      }
      <ol class="tl-qlist">
        ${repeat(
          section.questions,
          ({ id }) => id,
          (question) =>
            html`<li class="tl-q" id="q-of-${question.id}" tabindex="-1">
              ${this.question(form, question)}
            </li>`,
        )}
      </ol>
      ${this.mayEdit ? this.addHere(section) : nothing}
    </section>`;
  }

  private addHere(section: FormSection): TemplateResult {
    const here = this.adding && 'section' in this.adding && this.adding.section === section.id;
    return here
      ? html`<tl-add-question
          .files=${this.files}
          .formId=${this.formId}
          .place=${this.adding}
        ></tl-add-question>`
      : html`<button
          type="button"
          id="add-${section.id}"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => (this.adding = { section: section.id })}
        >
          ${words.add}<span class="govuk-visually-hidden">: ${section.title}</span>
        </button>`;
  }

  private question(form: Form, question: FormQuestion): TemplateResult {
    const all = questionsOf(form);
    const at = all.indexOf(question);
    const { improvements = [], notes = [] } = this.said ?? {};
    const open = [
      ...improvements.filter(({ answer }) => !answer),
      ...notes.filter(({ settled }) => !settled),
    ];
    const about = open.filter((one) => one.form === form.id && one.question === question.id);
    return html`
      ${questionRow({
        ...{ form, question, parts: this.parts, number: at + 1, mayEdit: this.mayEdit },
        needed: neededBy(this.parts, form, question, this.statutory),
        findings: findingsOf(form, this.parts, this.findings, this.said).filter(
          (one) => one.question === question.id,
        ),
        ...{ said: about.length, duplicates: this.duplicates, first: at === 0, last: at === all.length - 1 },
        act: (what) => this.act(what, form, question),
      })}
      ${
        this.removing === question.id
          ? html`<tl-remove-question
              .files=${this.files}
              .formId=${form.id}
              .questionId=${question.id}
              .statutory=${this.statutory}
            ></tl-remove-question>`
          : nothing
      }
      ${
        this.questionId === question.id
          ? html`<tl-question-details
                .files=${this.files}
                .formId=${form.id}
                .questionId=${question.id}
                .disabled=${!this.mayEdit}
              ></tl-question-details>
              <tl-said-here
                .form=${form.id}
                .question=${question.id}
                .said=${this.said}
                .mayAnswer=${true}
              ></tl-said-here>
              ${textButton(words.done, question.label, () => this.close())}`
          : nothing
      }
    `;
  }

  private act(what: 'change' | 'up' | 'down' | 'copy' | 'remove', form: Form, { id }: FormQuestion): void {
    if (what === 'change') {
      if (this.questionId === id) this.close();
      else this.open(form.id, id);
    } else if (what === 'remove') this.removing = id;
    else if (what === 'copy') this.send(copyQuestion(this.files, form.id, id));
    else this.send(moveQuestion(this.files, form.id, id, what), `#do-${what}-${id}`);
  }
}

define('form-editor', FormEditor);
