import type { Statutory, Term } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { choiceIn, textButton, textIn } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import { askedWhere, stepsByForm, type AskedWhere } from './asked-where.ts';
import './code-lists.ts';
import { addTerm } from './edits.ts';
import './term-entry.ts';
import { termTypes, words } from './words.ts';

const page = 40;

/**
 * The dictionary of a draft: terms with one meaning, where each is asked by form and step, and the lists of answers.
 *
 * @property files, statutory, mayEdit, termId (the one that is open)
 * @fires tl-files-change  { changes, says }
 * @fires tl-open-question { form, question }
 */
export class PathwayDictionary extends LightElement {
  static override properties = {
    files: { attribute: false },
    statutory: { attribute: false },
    mayEdit: { type: Boolean },
    termId: { type: String },
    text: { state: true },
    only: { state: true },
    shown: { state: true },
    adding: { state: true },
    announced: { state: true },
  };
  declare files: Files;
  declare statutory: Statutory | undefined;
  declare mayEdit: boolean;
  declare termId: string;
  declare text: string;
  declare only: 'all' | 'twice' | 'unused';
  declare shown: number;
  declare adding: Partial<Omit<Term, 'id'>> | undefined;
  declare announced: string;
  private steps: { xml: string | undefined; byForm: Map<string, string[]> } = {
    xml: undefined,
    byForm: new Map(),
  };

  constructor() {
    super();
    this.files = {};
    this.mayEdit = false;
    this.termId = '';
    this.text = '';
    this.only = 'all';
    this.shown = page;
    this.announced = '';
    this.addEventListener('tl-files-change', (event) => {
      const { says, term } = (event as CustomEvent<{ says: string; term?: string }>).detail;
      this.announced = says;
      if (term) this.termId = term;
    });
  }

  private stepNames(): Map<string, string[]> {
    const xml = this.files['pathway.bpmn'];
    if (this.steps.xml !== xml) this.steps = { xml, byForm: stepsByForm(xml) };
    return this.steps.byForm;
  }

  override render(): TemplateResult {
    const parts = partsOf(this.files);
    const asked = askedWhere(parts, this.stepNames());
    const found = this.chosen(parts.dictionary.terms, asked);
    return html`
      <p class="govuk-visually-hidden" role="status">${this.announced}</p>
      <h2 class="govuk-heading-m">${words.title}</h2>
      <p class="govuk-body">${words.lead}</p>
      <div class="tl-form-head">
        ${this.finding()}
        ${choiceIn({
          ...{ id: 'dictionary-only', label: words.show, value: this.only },
          choices: [
            { id: 'all', name: words.all },
            { id: 'twice', name: words.twice },
            { id: 'unused', name: words.unused },
          ],
          change: (only) => (this.only = only as typeof this.only),
        })}
      </div>
      <p class="govuk-body-s" role="status">${words.found(found.length)}</p>
      ${this.mayEdit ? this.adder() : nothing}
      <ul class="govuk-list tl-terms">
        ${repeat(
          found.slice(0, this.shown),
          ({ id }) => id,
          ({ id }) => html`<li class="tl-q">${this.entry(id, asked.get(id) ?? [])}</li>`,
        )}
      </ul>
      ${found.length > this.shown ? textButton(words.more, '', () => (this.shown += page)) : nothing}
      <h2 class="govuk-heading-m">${words.lists}</h2>
      <tl-code-lists .text=${this.text} .files=${this.files} .mayEdit=${this.mayEdit}></tl-code-lists>
    `;
  }

  private finding(): TemplateResult {
    return html`<div class="govuk-form-group">
      <label class="govuk-label" for="dictionary-find">${words.find}</label>
      <input
        class="govuk-input"
        id="dictionary-find"
        type="search"
        autocomplete="off"
        .value=${this.text}
        @input=${(event: Event) => {
          this.text = (event.target as HTMLInputElement).value;
          this.shown = page;
        }}
      />
    </div>`;
  }

  /** The open term comes first, so that a link to it never misses. */
  private chosen(terms: readonly Term[], asked: ReadonlyMap<string, AskedWhere[]>): Term[] {
    const text = this.text.trim().toLowerCase();
    const forms = (id: string): number =>
      new Set((asked.get(id) ?? []).filter(({ shown }) => !shown).map(({ form }) => form)).size;
    return terms
      .filter(({ name, meaning }) => `${name} ${meaning}`.toLowerCase().includes(text))
      .filter(({ id }) => this.only !== 'twice' || forms(id) > 1)
      .filter(({ id }) => this.only !== 'unused' || !asked.has(id))
      .sort(
        (one, other) =>
          Number(other.id === this.termId) - Number(one.id === this.termId) ||
          one.name.localeCompare(other.name),
      );
  }

  private entry(id: string, asked: readonly AskedWhere[]): TemplateResult {
    return html`<tl-term-entry
      .files=${this.files}
      .term=${id}
      .asked=${asked}
      .needed=${this.statutory?.questions.find(({ term }) => term === id)}
      .mayEdit=${this.mayEdit}
      .open=${this.termId === id}
      @tl-toggle=${() => void this.toggle(id)}
    ></tl-term-entry>`;
  }

  /** The entry may change its place: the focus stays on its button. */
  private async toggle(id: string): Promise<void> {
    this.termId = this.termId === id ? '' : id;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`#term-${CSS.escape(id)}-open`)?.focus();
  }

  private adder(): TemplateResult {
    const { adding } = this;
    if (!adding) return textButton(words.add, '', () => (this.adding = { type: 'text', source: 'local' }));
    const line = (key: 'name' | 'meaning' | 'source', label: string): TemplateResult =>
      textIn({
        ...{ id: `new-term-${key}`, label, value: adding[key] ?? '' },
        change: (text) => (this.adding = { ...adding, [key]: text }),
      });
    return html`<div class="tl-panel" role="group" aria-label=${words.add}>
      ${line('name', words.name)} ${line('meaning', words.meaning)} ${line('source', words.source)}
      ${choiceIn({
        ...{ id: 'new-term-type', label: words.type, value: adding.type ?? 'text' },
        choices: Object.entries(termTypes).map(([id, name]) => ({ id, name })),
        change: (type) => (this.adding = { ...adding, type: type as Term['type'] }),
      })}
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.make()}
      >
        ${words.add}
      </button>
      ${textButton(words.cancel, words.add, () => (this.adding = undefined))}
    </div>`;
  }

  private make(): void {
    const { name, meaning, source, type } = this.adding ?? {};
    if (!name || !meaning || !source || !type) return;
    const detail = addTerm(this.files, { name, meaning, type, source });
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail }));
    this.adding = undefined;
  }
}

define('pathway-dictionary', PathwayDictionary);
