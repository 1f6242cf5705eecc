import type { Beside, Form, FormQuestion, Policy, QuestionType, Term } from '#engine/browser';
import { conditionInWords } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import './condition-builder.ts';
import { changeQuestion, type QuestionPatch } from './edits/change-question.ts';
import type { FilesChange } from './edits/change.ts';
import { recordFact } from './edits/record-fact.ts';
import { setReaders } from './edits/readers.ts';
import { setTerm } from './edits/set-term.ts';
import { choiceIn, textIn, tickIn, ticksIn } from './fields.ts';
import { partsOf, type Files } from './parts.ts';
import { answerDetails } from './answer-details.ts';
import './term-field.ts';
import { pers, policies, types, words, audiences } from './words.ts';

/**
 * Everything a question says of itself, each part an edit of its own that can be undone.
 *
 * @property files    the draft
 * @property formId, questionId
 * @property disabled only to look at
 * @fires tl-files-change { changes, says }
 */
export class QuestionDetails extends LightElement {
  static override properties = {
    files: { attribute: false },
    formId: { type: String },
    questionId: { type: String },
    disabled: { type: Boolean },
    errors: { state: true },
  };
  declare files: Files;
  declare formId: string;
  declare questionId: string;
  declare disabled: boolean;
  declare errors: Record<string, string>;

  constructor() {
    super();
    this.disabled = false;
    this.errors = {};
  }

  private get parts(): Beside {
    return partsOf(this.files);
  }

  private get form(): Form | undefined {
    return this.parts.forms[this.formId];
  }

  private tell(change: FilesChange): void {
    this.errors = {};
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  private change(patch: QuestionPatch, what: string): void {
    this.tell(changeQuestion(this.files, this.formId, this.questionId, patch, what));
  }

  /** What a question cannot do without is not emptied: the field says so and keeps what was there. */
  private must(key: 'label' | 'purpose' | 'source', what: string): (text: string) => void {
    return (text) => {
      if (text !== '') return this.change({ [key]: text }, what);
      this.errors = { ...this.errors, [key]: words.empty };
      this.requestUpdate();
    };
  }

  private may(key: 'hint' | 'wayOut' | 'prompt' | 'exemplar' | 'policyReason', what: string) {
    return (text: string): void => this.change({ [key]: text === '' ? undefined : text }, what);
  }

  override render(): TemplateResult | typeof nothing {
    const question = this.form?.layout
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === this.questionId);
    if (!this.form || !question) return nothing;
    const asks = question.type !== 'guidance';
    return html`<div class="tl-details" role="group" aria-label=${words.changeNamed(question.label)}>
      ${this.wording(question)}
      ${asks ? foldedPart(words.partWhy, question.purpose, this.why(question)) : nothing}
      ${foldedPart(words.when, this.whenSaid(question), this.when(question))}
      ${
        asks
          ? foldedPart(
              words.partEarlier,
              policies[question.policy],
              html`${this.earlier(question)} ${this.more(question)}`,
            )
          : nothing
      }
    </div>`;
  }

  private whenSaid({ when }: FormQuestion): string {
    const { dictionary, timescales } = this.parts;
    return when && this.form
      ? `${words.conditional} ${conditionInWords(when, { form: this.form, dictionary, timescales })}`
      : words.always;
  }

  private field(name: string): { id: string; disabled: boolean; error: string | undefined } {
    return { id: `d-${this.questionId}-${name}`, disabled: this.disabled, error: this.errors[name] };
  }

  private wording(question: FormQuestion): TemplateResult {
    const guidance = question.type === 'guidance';
    return html`
      ${textIn({ ...this.field('label'), label: guidance ? words.guidanceText : words.label, hint: words.labelHint, value: question.label, rows: 2, change: this.must('label', 'Reworded') })}
      ${guidance ? nothing : textIn({ ...this.field('hint'), label: words.hint, value: question.hint ?? '', change: this.may('hint', 'Hint changed') })}
      <div class="tl-details__pair">
        ${choiceIn({
          ...{ ...this.field('type'), label: words.type, value: question.type },
          choices: Object.entries(types).map(([id, name]) => ({ id, name })),
          change: (type) => this.change({ type: type as QuestionType }, 'Kind of answer changed'),
        })}
        ${choiceIn({
          ...{ ...this.field('per'), label: words.per, value: question.per },
          choices: Object.entries(pers).map(([id, name]) => ({ id, name })),
          change: (per) => this.change({ per: per as FormQuestion['per'] }, 'Whom it is asked of changed'),
        })}
      </div>
      ${answerDetails({
        ...{ question, parts: this.parts, disabled: this.disabled, prefix: `d-${question.id}` },
        dates: (this.form?.layout.flatMap(({ questions }) => questions) ?? []).filter(
          ({ type, per }) => type === 'date' && per !== 'child',
        ),
        change: (patch, what) => this.change(patch, what),
      })}
      ${
        guidance
          ? nothing
          : html`${tickIn({ ...this.field('required'), label: words.required, value: question.required ?? false, change: (on) => this.change({ required: on || undefined }, on ? 'Now needed' : 'No longer needed') })}
            ${question.per === 'child' && ['date', 'radios', 'checkboxes', 'yes-no', 'number'].includes(question.type) ? tickIn({ ...this.field('sameForAll'), label: words.sameForAll, value: question.sameForAll ?? false, change: (on) => this.change({ sameForAll: on || undefined }, 'Same for all changed') }) : nothing}
            ${question.required ? textIn({ ...this.field('wayOut'), label: words.wayOut, hint: words.wayOutHint, value: question.wayOut ?? '', change: this.may('wayOut', 'Way out changed') }) : nothing}`
      }
    `;
  }

  private why(question: FormQuestion): TemplateResult {
    const { outputs } = this.parts;
    const printed = outputs.filter(({ form }) => form === this.formId);
    return html`
      ${textIn({ ...this.field('purpose'), label: words.purpose, hint: words.purposeHint, value: question.purpose, rows: 2, change: this.must('purpose', 'Purpose changed') })}
      ${textIn({ ...this.field('source'), label: words.source, hint: words.sourceHint, value: question.source, change: this.must('source', 'Source changed') })}
      <tl-term-field
        .dictionary=${this.parts.dictionary}
        .type=${question.type}
        .term=${question.term}
        .name=${`d-${question.id}-term`}
        .disabled=${this.disabled}
        @tl-term=${(event: CustomEvent<{ term: string | Term }>) =>
          this.tell(setTerm(this.files, this.formId, question.id, event.detail.term))}
      ></tl-term-field>
      ${this.fact(question)}
      ${
        printed.length === 0
          ? html`<p class="govuk-body-s">${words.noOutputs}</p>`
          : ticksIn({
              ...{ ...this.field('readers'), legend: words.readBy, hint: words.readByHint },
              values: question.readBy ?? [],
              choices: printed.map(({ id, title, audience }) => ({
                id,
                name: `${title} (${audiences[audience].toLowerCase()})`,
              })),
              change: (readers) => this.tell(setReaders(this.files, this.formId, question.id, readers)),
            })
      }
    `;
  }

  private fact(question: FormQuestion): TemplateResult | typeof nothing {
    const facts = this.form?.facts ?? [];
    const nameOf = (id: string): string => this.parts.facts.find((fact) => fact.id === id)?.name ?? id;
    const day = question.type === 'date';
    const uses = facts.findIndex(({ on, value }) => (day ? on : value) === question.id);
    if (facts.length === 0 || !['date', 'radios', 'yes-no', 'short-text'].includes(question.type))
      return nothing;
    return choiceIn({
      ...{ ...this.field('fact'), label: words.fact, value: uses < 0 ? '' : String(uses) },
      choices: [
        { id: '', name: words.factNone },
        ...facts.map(({ fact }, at) => ({
          id: String(at),
          name: day ? words.factDay(nameOf(fact)) : words.factValue(nameOf(fact)),
        })),
      ],
      change: (at) =>
        this.tell(recordFact(this.files, this.formId, question.id, at === '' ? undefined : Number(at))),
    });
  }

  private when(question: FormQuestion): TemplateResult {
    const { dictionary, timescales } = this.parts;
    return html`<tl-condition-builder
      .form=${this.form}
      .question=${question.id}
      .condition=${question.when}
      .dictionary=${dictionary}
      .timescales=${timescales}
      .disabled=${this.disabled}
      @tl-condition=${(event: CustomEvent<{ condition: FormQuestion['when'] }>) =>
        this.change({ when: event.detail.condition }, 'When it is asked changed')}
    ></tl-condition-builder>`;
  }

  private earlier(question: FormQuestion): TemplateResult {
    const reason = question.policy === 'ask' || question.policy === 'ask-again' || question.policyReason;
    return html`
      ${choiceIn({
        ...{ ...this.field('policy'), label: words.policy, value: question.policy },
        choices: Object.entries(policies)
          .filter(([id]) => (id !== 'computed' && id !== 'linked') || id === question.policy)
          .map(([id, name]) => ({ id, name })),
        change: (policy) =>
          this.change({ policy: policy as Policy }, 'What becomes of an earlier answer changed'),
      })}
      ${reason ? textIn({ ...this.field('policyReason'), label: words.policyReason, hint: words.policyReasonHint, value: question.policyReason ?? '', change: this.may('policyReason', 'Reason changed') }) : nothing}
    `;
  }

  private more(question: FormQuestion): TemplateResult {
    return html`
      ${textIn({ ...this.field('prompt'), label: words.prompt, value: question.prompt ?? '', rows: 2, change: this.may('prompt', 'A thought to help changed') })}
      ${textIn({ ...this.field('exemplar'), label: words.exemplar, value: question.exemplar ?? '', rows: 3, change: this.may('exemplar', 'Example changed') })}
    `;
  }
}

/** A part that is opened when it is wanted; what it says now can be read without opening it. */
function foldedPart(title: string, says: string, inside: TemplateResult): TemplateResult {
  return html`<details class="tl-fold">
    <summary><span class="tl-fold__title">${title}</span> <span class="tl-fold__says">${says}</span></summary>
    <div class="tl-fold__inside">${inside}</div>
  </details>`;
}

define('tl-question-details', QuestionDetails);
