import type { Dictionary, QuestionType, Term } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { newId } from './edits/new-id.ts';
import { textIn } from './fields.ts';
import { termTypes, words } from './words.ts';

/**
 * The term of the dictionary that a question records: chosen by its name among those that fit, or added as a new one
 * with what it means.
 *
 * @property dictionary, type (of the question), term (id), name (id of the field), disabled, error
 * @fires tl-term { term }: the id of one that is there, or a new term
 */
export class TermField extends LightElement {
  static override properties = {
    dictionary: { attribute: false },
    type: { type: String },
    term: { type: String },
    name: { type: String },
    disabled: { type: Boolean },
    error: { type: String },
    wanted: { state: true },
    meaning: { state: true },
    missing: { state: true },
  };
  declare dictionary: Dictionary;
  declare type: QuestionType;
  declare term: string | undefined;
  declare name: string;
  declare disabled: boolean;
  declare error: string;
  declare wanted: string;
  declare meaning: string;
  declare missing: boolean;

  constructor() {
    super();
    this.dictionary = { terms: [], codeLists: [] };
    this.type = 'short-text';
    this.name = 'term';
    this.disabled = false;
    this.error = '';
    this.wanted = '';
    this.meaning = '';
    this.missing = false;
  }

  private get fitting(): Term[] {
    const types = termTypes[this.type];
    return this.dictionary.terms.filter(({ type }) => !types || types.includes(type));
  }

  private choose(text: string): void {
    const known = this.fitting.find(
      ({ name, id }) => name.toLowerCase() === text.toLowerCase() || id === text,
    );
    this.wanted = known ? '' : text;
    this.missing = false;
    if (known) this.tell(known.id);
  }

  private tell(term: string | Term): void {
    this.wanted = '';
    this.dispatchEvent(new CustomEvent('tl-term', { bubbles: true, detail: { term } }));
  }

  private add(): void {
    this.missing = this.meaning === '';
    if (this.missing) return;
    const type = termTypes[this.type]?.[0] ?? 'text';
    const id = newId(
      this.wanted,
      this.dictionary.terms.map((one) => one.id),
    );
    this.tell({ id, name: this.wanted, meaning: this.meaning, type, source: 'local' });
    this.meaning = '';
  }

  override render(): TemplateResult {
    const chosen = this.dictionary.terms.find(({ id }) => id === this.term);
    return html`
      ${textIn({
        ...{
          id: this.name,
          label: words.term,
          hint: words.termHint,
          disabled: this.disabled,
          error: this.error || undefined,
        },
        ...{ value: this.wanted || (chosen?.name ?? this.term ?? ''), list: `${this.name}-terms` },
        change: (text) => this.choose(text),
      })}
      ${chosen && !this.wanted ? html`<p class="govuk-body-s tl-term__meaning">${chosen.meaning}</p>` : nothing}
      <datalist id="${this.name}-terms">
        ${this.disabled ? nothing : this.fitting.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>
      ${this.wanted ? this.adding() : nothing}
    `;
  }

  private adding(): TemplateResult {
    return html`<div class="tl-panel" role="group" aria-label=${words.addTerm(this.wanted)}>
      <p class="govuk-body-s" role="status">${words.noSuchTerm(this.wanted)}</p>
      ${textIn({
        ...{ id: `${this.name}-meaning`, label: words.termMeaning, value: this.meaning },
        error: this.missing ? words.empty : undefined,
        change: (text) => (this.meaning = text),
      })}
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.add()}
      >
        ${words.addTerm(this.wanted)}
      </button>
    </div>`;
  }
}

define('tl-term-field', TermField);
