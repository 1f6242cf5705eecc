import { isGiven, isWayOut, type Column, type FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../words/form.ts';
import type { FormTools, NamedChild } from '../answers/answer-element.ts';
import { answerField } from '../answers/answer-field.ts';
import { sayAnswer } from '../answers/say-answer.ts';
import type { Row } from '../answers/table/rows.ts';
import '../answers/table/tl-answer-table.ts';
import { earlierPanel, earlierSource, type Earlier } from '../earlier/earlier-panel.ts';
import { define, LightElement } from '../light-element.ts';
import { answerStatus, type AnswerState } from './answer-status.ts';
import { carriedAnswer } from './carried-answer.ts';
import { thought } from './thought.ts';
import { wayOutAnswer } from './way-out-answer.ts';
import { labelOf, needsReason, withNames } from './question-words.ts';

/**
 * One question to one child or to the family: asked by its policy, with earlier answers beside it, its way out, and how
 * far it is saved.
 *
 * @property question  the question of the form
 * @property child     whose answer it is; absent for the family
 * @property name      id in the page: `question` or `question@child`
 * @property answer    the draft and how far it is saved
 * @property earlier   earlier answers, the latest first
 * @property columns   of a table
 * @property rows      of a table: recorded already
 * @property next      by option, what would happen next
 * @fires tl-answer      { value, origin }
 * @fires tl-keep-mine   { value? }
 * @fires tl-take-theirs
 */
export class Question extends LightElement {
  static override properties = {
    question: { attribute: false },
    child: { attribute: false },
    name: { type: String },
    answer: { attribute: false },
    earlier: { attribute: false },
    columns: { attribute: false },
    rows: { attribute: false },
    tools: { attribute: false },
    error: { type: String },
    next: { attribute: false },
    different: { type: Boolean },
    me: { type: String },
    editing: { state: true },
    wayOutOpen: { state: true },
  };
  declare question: FormQuestion;
  declare child: NamedChild | undefined;
  declare name: string;
  declare answer: AnswerState | undefined;
  declare earlier: readonly Earlier[];
  declare columns: readonly Column[];
  declare rows: readonly Row[];
  declare tools: FormTools;
  declare error: string;
  declare next: Record<string, string[]> | undefined;
  /** only what is different for this child, beside one text for all */
  declare different: boolean;
  declare me: string;
  declare editing: boolean;
  declare wayOutOpen: boolean;

  constructor() {
    super();
    this.earlier = [];
    this.columns = [];
    this.rows = [];
    this.error = '';
    this.different = false;
    this.me = '';
    this.editing = false;
    this.wayOutOpen = false;
  }

  private get value(): unknown {
    return this.answer?.value ?? undefined;
  }

  private get label(): string {
    if (this.different && this.child) return form.different(this.child.name);
    return labelOf(this.question, this.child, this.tools.children);
  }

  private give(value: unknown, origin = 'typed'): void {
    this.dispatchEvent(new CustomEvent('tl-answer', { bubbles: true, detail: { value, origin } }));
  }

  override render(): TemplateResult {
    const beside = this.beside();
    return html`
      <div class="tl-question ${beside === nothing ? '' : 'tl-question--beside'}" id="q-${this.name}">
        <div class="tl-question__main">
          ${this.main()} ${this.wayOut()} ${answerStatus(this.answer, this.me)} ${this.conflict()}
        </div>
        ${beside === nothing ? nothing : html`<div class="tl-question__beside">${beside}</div>`}
      </div>
    `;
  }

  private main(): TemplateResult {
    if (isWayOut(this.value) || this.wayOutOpen) {
      return wayOutAnswer({
        name: this.name,
        label: this.label,
        wayOut: this.question.wayOut ?? '',
        reason: isWayOut(this.value) ? this.value.notPossible : '',
        error: this.error,
        give: (reason) => this.giveReason(reason),
        answerAfterAll: () => void this.answerAfterAll(),
      });
    }
    if (this.question.type === 'table') return this.table();
    if (this.question.policy === 'carry-forward' && this.earlier.length > 0 && !this.isChanging) {
      const latest = this.earlier[0] as Earlier;
      return carriedAnswer({
        name: this.name,
        label: this.label,
        says: sayAnswer(this.question, latest.value, this.tools) || latest.shown,
        source: earlierSource(latest),
        confirmed: isGiven(this.value),
        error: this.error,
        confirm: () => this.give(latest.value, 'confirmed'),
        change: () => void this.change(latest),
      });
    }
    return answerField({
      asked: this.question,
      id: this.name,
      label: this.label,
      hint: this.hint,
      value: this.value,
      error: this.error || undefined,
      tools: this.tools,
      next: this.next,
      optional: this.question.required || this.different ? undefined : form.optional,
      extra: this.different ? nothing : thought(this.question, this.label, this.child, this.tools.children),
      give: (value) => this.give(value),
    });
  }

  private get hint(): string | undefined {
    const { hint } = this.question;
    return this.different || !hint ? undefined : withNames(hint, this.child, this.tools.children);
  }

  /** Writing over a carried answer: on purpose, or because what stands here is no longer the same. */
  private get isChanging(): boolean {
    const latest = this.earlier[0];
    return this.editing || (isGiven(this.value) && !same(this.value, latest?.value));
  }

  private async change(latest: Earlier): Promise<void> {
    this.editing = true;
    if (!isGiven(this.value)) this.give(latest.value, 'copied');
    await this.updateComplete;
    this.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }

  private table(): TemplateResult {
    const { question } = this;
    const carries = question.policy === 'carry-forward' && question.block !== undefined;
    const can = [
      ...(!carries || question.add || this.rows.length === 0 ? ['add'] : []),
      ...(!carries || question.edit ? ['change'] : []),
      ...(question.block ? [] : ['move']),
    ];
    const hidden = question.policy === 'ask-again' && !this.hasAnswered;
    const hintId = this.hint ? `${this.name}-hint` : '';
    return html`
      <div class="govuk-form-group ${this.error ? 'govuk-form-group--error' : ''}">
        <fieldset class="govuk-fieldset" aria-describedby=${hintId || nothing}>
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            ${this.label}${question.required ? nothing : html` <span class="tl-optional">${form.optional}</span>`}
          </legend>
          ${hintId ? html`<div id=${hintId} class="govuk-hint">${this.hint}</div>` : nothing}
          ${this.different ? nothing : thought(this.question, this.label, this.child, this.tools.children)}
          ${this.error ? html`<p class="govuk-error-message">${this.error}</p>` : nothing}
          <tl-answer-table
            .question=${question}
            .label=${this.label}
            .columns=${this.columns}
            .value=${this.value}
            .earlier=${hidden ? [] : this.rows}
            .can=${can}
            .tools=${this.tools}
            .name=${this.name}
            ?invalid=${this.error}
            @tl-answer=${(event: CustomEvent<{ value: unknown }>) => {
              event.stopPropagation();
              this.give(event.detail.value);
            }}
          ></tl-answer-table>
        </fieldset>
      </div>
    `;
  }

  private get hasAnswered(): boolean {
    return isGiven(this.value) && (this.answer?.revision ?? 0) > 0;
  }

  /** What stands beside the question: the earlier answer, by the question's policy. */
  private beside(): TemplateResult | typeof nothing {
    const { policy, type } = this.question;
    const carriesTable = type === 'table' && this.question.block !== undefined;
    const has = this.earlier.length > 0 || (carriesTable && this.rows.length > 0);
    if (!has || this.different) return nothing;
    if (policy === 'ask-again' && !this.hasAnswered) {
      return html`<div class="tl-earlier tl-earlier--hidden">
        <p class="tl-earlier__title">${form.fresh}</p>
        ${this.question.policyReason ? html`<p class="tl-earlier__text">${this.question.policyReason}</p>` : nothing}
        <p class="tl-earlier__source">${form.freshHidden}</p>
      </div>`;
    }
    if (carriesTable || this.earlier.length === 0) return nothing;
    if (policy === 'carry-forward' && !this.isChanging) return nothing;
    if (policy === 'ask') return nothing;
    const copy =
      policy === 'show-beside' && type !== 'table' ? (earlier: Earlier) => this.copy(earlier) : undefined;
    const title = policy === 'ask-again' ? form.compare : undefined;
    return earlierPanel({
      id: this.name,
      earlier: this.earlier,
      ...(copy ? { copy } : {}),
      ...(title ? { title } : {}),
    });
  }

  /** Copying never writes over what is already there: the earlier words follow the new ones. */
  private copy(earlier: Earlier): void {
    const mine = this.value;
    const both = typeof mine === 'string' && typeof earlier.value === 'string' && mine.trim() !== '';
    this.give(both ? `${mine}\n\n${String(earlier.value)}` : earlier.value, 'copied');
  }

  private wayOut(): TemplateResult | typeof nothing {
    const { wayOut } = this.question;
    if (!wayOut || this.different || isWayOut(this.value) || this.wayOutOpen || isGiven(this.value))
      return nothing;
    return html`<button
      type="button"
      class="tl-text-button tl-way-out"
      aria-label=${`${wayOut} ${this.label}`}
      @click=${() => void this.takeWayOut(wayOut)}
    >
      ${wayOut}
    </button>`;
  }

  private async takeWayOut(wayOut: string): Promise<void> {
    if (needsReason(wayOut)) this.wayOutOpen = true;
    else this.give({ notPossible: wayOut });
    await this.updateComplete;
    this.querySelector<HTMLElement>('.tl-way-out-answer input, .tl-way-out-answer button')?.focus();
  }

  private giveReason(text: string): void {
    this.wayOutOpen = true;
    this.give(text === '' ? undefined : { notPossible: text });
  }

  private async answerAfterAll(): Promise<void> {
    this.wayOutOpen = false;
    this.give(undefined);
    await this.updateComplete;
    this.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }

  private conflict(): TemplateResult | typeof nothing {
    if (this.answer?.state !== 'conflict' || !this.answer.theirs) return nothing;
    void import('./tl-two-texts.ts');
    return html`<tl-two-texts
      .name=${this.name}
      .question=${this.question}
      .mine=${this.value}
      .theirs=${this.answer.theirs}
      .tools=${this.tools}
    ></tl-two-texts>`;
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

define('tl-question', Question);
