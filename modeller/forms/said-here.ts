import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { sayMoment } from '../../web-components/words/dates.ts';
import { choiceIn, textButton, textIn } from './fields.ts';
import type { Improvement, Note, Sayings } from './sayings.ts';
import { saidWords as words } from './said-words.ts';

/**
 * What practitioners and the group said of a form or of one question: improvements with room for an answer, the group's
 * notes under the questions it asks itself, and a place to write another.
 *
 * @property form, question (absent: of the form as a whole), said, prompted (show the group's own questions), mayAnswer
 * @fires tl-add-note { form, question?, prompt?, text }
 * @fires tl-answer-improvement { id, text, decision }
 * @fires tl-settle-note { id }
 */
export class SaidHere extends LightElement {
  static override properties = {
    form: { type: String },
    question: { type: String },
    said: { attribute: false },
    prompted: { type: Boolean },
    mayAnswer: { type: Boolean },
    set: { state: true },
    answering: { state: true },
  };
  declare form: string;
  declare question: string | undefined;
  declare said: Sayings | undefined;
  declare prompted: boolean;
  declare mayAnswer: boolean;
  declare set: string;
  declare answering: string;
  private texts: Record<string, string> = {};
  private decision: NonNullable<Improvement['answer']>['decision'] = 'will-do';

  constructor() {
    super();
    this.form = '';
    this.prompted = false;
    this.mayAnswer = false;
    this.set = '';
    this.answering = '';
  }

  private isHere = (one: { form: string; question?: string }): boolean =>
    one.form === this.form && (one.question ?? '') === (this.question ?? '');

  private addNote(field: string, prompt?: string): void {
    const text = this.texts[field] ?? '';
    if (text === '') return;
    this.texts = { ...this.texts, [field]: '' };
    this.tell('tl-add-note', {
      ...{ form: this.form, text },
      ...(this.question ? { question: this.question } : {}),
      ...(prompt ? { prompt } : {}),
    });
    this.requestUpdate();
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.said) return nothing;
    const improvements = this.said.improvements.filter(this.isHere);
    const notes = this.said.notes.filter(this.isHere);
    const open =
      improvements.filter(({ answer }) => !answer).length + notes.filter(({ settled }) => !settled).length;
    return html`<details
      class="govuk-details tl-said"
      ?open=${!this.prompted && improvements.length + notes.length > 0}
    >
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${this.prompted ? words.group(open) : words.here(open)}</span
        >
      </summary>
      <div class="govuk-details__text">
        ${improvements.map((one) => this.improvement(one))}
        ${this.prompted ? this.prompts(notes) : this.open(notes)}
      </div>
    </details>`;
  }

  private improvement(one: Improvement): TemplateResult {
    const { id, kind, text, by, at, answer } = one;
    return html`<div class="tl-said__one">
      <p class="govuk-body-s">
        <strong class="govuk-tag govuk-tag--purple">${words.kinds[kind]}</strong> ${text}
        <span class="tl-earlier__source">${by.name}, ${sayMoment(at)}</span>
      </p>
      ${
        answer
          ? html`<p class="govuk-body-s">
              <strong>${words.decisions[answer.decision]}:</strong> ${answer.text}
              <span class="tl-earlier__source">${answer.by.name}, ${sayMoment(answer.at)}</span>
            </p>`
          : this.mayAnswer
            ? this.answer(id)
            : nothing
      }
    </div>`;
  }

  private answer(id: string): TemplateResult {
    if (this.answering !== id) {
      return html`<button type="button" class="tl-text-button" @click=${() => (this.answering = id)}>
        ${words.answer}
      </button>`;
    }
    return html`<div class="tl-panel">
      ${choiceIn({
        ...{ id: `answer-${id}-decision`, label: words.decision, value: this.decision },
        choices: Object.entries(words.decisions).map(([value, name]) => ({ id: value, name })),
        change: (value) => (this.decision = value as typeof this.decision),
      })}
      ${textIn({
        ...{
          id: `answer-${id}`,
          label: words.answerText,
          hint: words.answerHint,
          rows: 2,
          value: this.texts[id] ?? '',
        },
        change: (text) => (this.texts[id] = text),
      })}
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.send(id)}
      >
        ${words.sendAnswer}
      </button>
    </div>`;
  }

  private send(id: string): void {
    const text = this.texts[id] ?? '';
    if (text === '') return;
    this.answering = '';
    this.tell('tl-answer-improvement', { id, text, decision: this.decision });
  }

  /** The questions a group asks itself of a form, each with the notes that answer it. */
  private prompts(notes: Note[]): TemplateResult {
    const sets = this.said?.prompts ?? [];
    const chosen = sets.find(({ id }) => id === this.set) ?? sets[0];
    if (!chosen) return this.open(notes);
    const known = chosen.questions.map(({ id }) => id);
    return html`
      ${
        sets.length > 1
          ? choiceIn({
              ...{ id: `prompts-${this.form}`, label: words.set, value: chosen.id },
              choices: sets.map(({ id, name }) => ({ id, name })),
              change: (id) => (this.set = id),
            })
          : nothing
      }
      ${chosen.questions.map(
        ({ id, text }) =>
          html`<div class="tl-said__prompt">
            ${this.noteList(notes.filter(({ prompt }) => prompt === id))}
            ${this.write(text, `${this.form}-${id}`, id)}
          </div>`,
      )}
      ${this.noteList(notes.filter(({ prompt }) => !prompt || !known.includes(prompt)))}
    `;
  }

  private open(notes: Note[]): TemplateResult {
    return html`${this.noteList(notes)} ${this.write(words.note, `${this.form}-${this.question ?? ''}`)}`;
  }

  private noteList(notes: Note[]): TemplateResult | typeof nothing {
    if (notes.length === 0) return nothing;
    return html`<ul class="govuk-list tl-small-list">
      ${notes.map(
        ({ id, text, by, at, settled }) =>
          html`<li>
            ${settled ? html`<strong class="govuk-tag govuk-tag--grey">${words.settled}</strong> ` : nothing}${text}
            <span class="tl-earlier__source">${by.name}, ${sayMoment(at)}</span>
            ${settled || !this.mayAnswer ? nothing : textButton(words.settle, text, () => this.tell('tl-settle-note', { id }))}
          </li>`,
      )}
    </ul>`;
  }

  private write(label: string, field: string, prompt?: string): TemplateResult {
    return html`${textIn({
        ...{ id: `note-${field}`, label, rows: 2, value: this.texts[field] ?? '' },
        change: (text) => (this.texts[field] = text),
      })}
      <button type="button" class="tl-text-button" @click=${() => this.addNote(field, prompt)}>
        ${words.keep}<span class="govuk-visually-hidden">: ${label}</span>
      </button>`;
  }
}

define('tl-said-here', SaidHere);
