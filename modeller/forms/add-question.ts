import type { FormQuestion, QuestionType, Term } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { answerDetails } from './answer-details.ts';
import { addQuestion, type Place } from './edits/add-question.ts';
import { choiceIn, textIn, tickIn, ticksIn } from './fields.ts';
import './form-preview.ts';
import { partsOf, type Files } from './parts.ts';
import './term-field.ts';
import { pers, types, words, audiences } from './words.ts';

type Draft = Omit<FormQuestion, 'id'>;

/**
 * A new question in three steps: what kind of answer, what it says and why, how it will look. Nothing is written before
 * the last step, and then all of it in one edit.
 *
 * @property files, formId, place  where it goes
 * @fires tl-files-change { changes, says, question }
 * @fires tl-cancel
 */
export class AddQuestion extends LightElement {
  static override properties = {
    files: { attribute: false },
    formId: { type: String },
    place: { attribute: false },
    step: { state: true },
    draft: { state: true },
    newTerm: { state: true },
    errors: { state: true },
  };
  declare files: Files;
  declare formId: string;
  declare place: Place;
  declare step: 'type' | 'details' | 'preview';
  declare draft: Draft;
  declare newTerm: Term | undefined;
  declare errors: Record<string, string>;

  constructor() {
    super();
    this.step = 'type';
    this.draft = { type: 'long-text', label: '', per: 'family', purpose: '', source: 'local', policy: 'ask' };
    this.newTerm = undefined;
    this.errors = {};
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('step')) this.querySelector<HTMLElement>('.tl-add__title')?.focus();
  }

  private edit(patch: { [Key in keyof Draft]?: Draft[Key] | undefined }): void {
    const merged = { ...this.draft, ...patch };
    this.draft = Object.fromEntries(
      Object.entries(merged).filter(([, value]) => value !== undefined),
    ) as unknown as Draft;
  }

  private look(): void {
    const guidance = this.draft.type === 'guidance';
    const needed = guidance ? (['label'] as const) : (['label', 'purpose', 'source', 'term'] as const);
    this.errors = Object.fromEntries(
      needed
        .filter((key) => !this.draft[key])
        .map((key) => [key, key === 'term' ? words.termMissing : words.empty]),
    );
    if (Object.keys(this.errors).length === 0) this.step = 'preview';
    else
      void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  private save(): void {
    const { draft } = this;
    const asked: Draft =
      draft.type === 'guidance' ? { ...draft, purpose: draft.purpose || words.guidancePurpose } : draft;
    const change = addQuestion(this.files, this.formId, this.place, asked, this.newTerm);
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  override render(): TemplateResult {
    const title = { type: words.chooseType, details: types[this.draft.type], preview: words.preview1 }[
      this.step
    ];
    return html`<div class="tl-panel tl-add" role="group" aria-label=${words.add}>
      <h3 class="govuk-heading-s tl-add__title" tabindex="-1">${title}</h3>
      ${this.step === 'type' ? this.chooseType() : this.step === 'details' ? this.details() : this.shownSoon()}
      <div class="govuk-button-group">
        ${this.step === 'type' ? this.button(words.next, () => (this.step = 'details')) : nothing}
        ${this.step === 'details' ? this.button(words.next, () => this.look()) : nothing}
        ${this.step === 'preview' ? this.button(words.save, () => this.save()) : nothing}
        ${this.step === 'type' ? nothing : this.button(words.back, () => (this.step = this.step === 'preview' ? 'details' : 'type'), true)}
        ${this.button(words.cancel, () => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true })), true)}
      </div>
    </div>`;
  }

  private button(text: string, act: () => void, second = false): TemplateResult {
    return html`<button
      type="button"
      class="govuk-button ${second ? 'govuk-button--secondary' : ''} tl-small-button"
      @click=${act}
    >
      ${text}
    </button>`;
  }

  private chooseType(): TemplateResult {
    const offered = Object.entries(types).filter(([id]) => id !== 'echo');
    return html`<fieldset class="govuk-fieldset govuk-form-group">
      <legend class="govuk-visually-hidden">${words.chooseType}</legend>
      <div class="govuk-radios govuk-radios--small">
        ${offered.map(
          ([id, name]) =>
            html`<div class="govuk-radios__item">
              <input
                class="govuk-radios__input"
                type="radio"
                name="add-type"
                id="add-type-${id}"
                .checked=${this.draft.type === id}
                @change=${() => this.edit({ type: id as QuestionType, term: undefined, ...fresh(id) })}
              />
              <label class="govuk-label govuk-radios__label" for="add-type-${id}">${name}</label>
            </div>`,
        )}
      </div>
    </fieldset>`;
  }

  private details(): TemplateResult {
    const { draft, errors } = this;
    const parts = partsOf(this.files);
    const guidance = draft.type === 'guidance';
    const line = (
      key: 'label' | 'purpose' | 'source' | 'hint',
      label: string,
      hint?: string,
      rows?: number,
    ) =>
      textIn({
        ...{ id: `add-${key}`, label, hint, error: errors[key], value: draft[key] ?? '' },
        ...(rows ? { rows } : {}),
        change: (text) => this.edit({ [key]: text === '' && key === 'hint' ? undefined : text }),
      });
    return html`
      ${line('label', guidance ? words.guidanceText : words.label, words.labelHint, 2)}
      ${
        guidance
          ? nothing
          : html`${line('hint', words.hint)} ${line('purpose', words.purpose, words.purposeHint, 2)}
            ${line('source', words.source, words.sourceHint)}`
      }
      ${choiceIn({
        ...{ id: 'add-per', label: words.per, value: draft.per },
        choices: Object.entries(pers).map(([id, name]) => ({ id, name })),
        change: (per) => this.edit({ per: per as FormQuestion['per'] }),
      })}
      ${answerDetails({
        ...{ question: { id: 'new', ...draft }, parts, dates: [], disabled: false, prefix: 'add' },
        change: (patch) => this.edit(patch),
      })}
      ${guidance ? nothing : this.records()}
    `;
  }

  private records(): TemplateResult {
    const { draft } = this;
    const { dictionary, outputs } = partsOf(this.files);
    const printed = outputs.filter(({ form }) => form === this.formId);
    const all = this.newTerm ? { ...dictionary, terms: [...dictionary.terms, this.newTerm] } : dictionary;
    return html`
      <tl-term-field
        .dictionary=${all}
        .type=${draft.type}
        .term=${draft.term}
        .name=${'add-term'}
        .error=${this.errors['term'] ?? ''}
        @tl-term=${(event: CustomEvent<{ term: string | Term }>) => {
          const { term } = event.detail;
          this.newTerm =
            typeof term === 'string' ? (this.newTerm?.id === term ? this.newTerm : undefined) : term;
          this.edit({ term: typeof term === 'string' ? term : term.id });
        }}
      ></tl-term-field>
      ${tickIn({ id: 'add-required', label: words.required, value: draft.required ?? false, change: (on) => this.edit({ required: on || undefined }) })}
      ${draft.required ? textIn({ id: 'add-wayOut', label: words.wayOut, hint: words.wayOutHint, value: draft.wayOut ?? '', change: (text) => this.edit({ wayOut: text || undefined }) }) : nothing}
      ${
        printed.length === 0
          ? nothing
          : ticksIn({
              ...{
                id: 'add-readers',
                legend: words.readBy,
                hint: words.readByHint,
                values: draft.readBy ?? [],
              },
              choices: printed.map(({ id, title, audience }) => ({
                id,
                name: `${title} (${audiences[audience].toLowerCase()})`,
              })),
              change: (readBy) => this.edit({ readBy: readBy.length > 0 ? readBy : undefined }),
            })
      }
    `;
  }

  private shownSoon(): TemplateResult {
    const parts = partsOf(this.files);
    const form = parts.forms[this.formId];
    if (!form) return html``;
    const trial = { ...form, layout: [{ id: 'new', title: '', questions: [{ id: 'new', ...this.draft }] }] };
    return html`<tl-form-preview .form=${trial} .parts=${parts} .only=${'new'}></tl-form-preview>`;
  }
}

/** What a kind of answer begins with, so that it can be shown at once. */
function fresh(type: string): { [Key in keyof Draft]?: Draft[Key] | undefined } {
  const none = {
    options: undefined,
    codes: undefined,
    only: undefined,
    columns: undefined,
    block: undefined,
    zero: undefined,
    ten: undefined,
  };
  if (type === 'radios' || type === 'checkboxes') {
    return {
      ...none,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ],
    };
  }
  if (type === 'table') return { ...none, columns: [{ id: 'what', label: 'What', type: 'short-text' }] };
  return none;
}

define('tl-add-question', AddQuestion);
