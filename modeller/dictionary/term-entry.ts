import type { Beside, Term } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { FilesChange } from '../forms/edits/change.ts';
import { choiceIn, textButton, textIn } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import type { AskedWhere } from './asked-where.ts';
import { changeTerm, mergeTerms, readByDrawing, removeTerm } from './edits.ts';
import { termTypes, words } from './words.ts';

/**
 * One term: what it means, where it is asked, and what can be done with it.
 *
 * @property files, term (id), asked (where), needed (a law that asks for it), mayEdit, open
 * @fires tl-files-change  { changes, says }
 * @fires tl-open-question { form, question }
 * @fires tl-toggle
 */
export class TermEntry extends LightElement {
  static override properties = {
    files: { attribute: false },
    term: { type: String },
    asked: { attribute: false },
    needed: { attribute: false },
    mayEdit: { type: Boolean },
    open: { type: Boolean },
    missing: { state: true },
  };
  declare files: Files;
  declare term: string;
  declare asked: readonly AskedWhere[];
  declare needed: { name: string; source: string } | undefined;
  declare mayEdit: boolean;
  declare open: boolean;
  /** what was named as the same and is not there */
  declare missing: string;

  constructor() {
    super();
    this.asked = [];
    this.mayEdit = false;
    this.open = false;
    this.missing = '';
  }

  private tell(change: FilesChange): void {
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  override render(): TemplateResult | typeof nothing {
    const parts = partsOf(this.files);
    const term = parts.dictionary.terms.find(({ id }) => id === this.term);
    if (!term) return nothing;
    return html`
      <div class="tl-term">
        <div>
          <h3 class="govuk-heading-s tl-term__name">${term.name}</h3>
          <p class="govuk-body-s tl-term__meaning">${term.meaning}</p>
          <p class="tl-q__facts">
            ${termTypes[term.type]} · ${words.source}: ${term.source} · ${words.asked(this.asked.length)}
          </p>
          ${
            this.needed
              ? html`<p class="tl-q__mark">
                  <strong class="govuk-tag govuk-tag--blue">${words.law}</strong> ${this.needed.name}
                  (${this.needed.source})
                </p>`
              : nothing
          }
        </div>
        <div class="tl-q__acts">
          <button
            type="button"
            class="tl-text-button"
            aria-expanded=${this.open ? 'true' : 'false'}
            id="term-${term.id}-open"
            @click=${() => this.dispatchEvent(new CustomEvent('tl-toggle', { bubbles: true }))}
          >
            ${this.open ? words.done : words.change}<span class="govuk-visually-hidden">: ${term.name}</span>
          </button>
        </div>
      </div>
      ${this.open ? html`${this.places()} ${this.mayEdit ? this.editing(term, parts) : nothing}` : nothing}
    `;
  }

  private places(): TemplateResult | typeof nothing {
    if (this.asked.length === 0) return nothing;
    return html`<ul class="govuk-list tl-small-list">
      ${this.asked.map(
        ({ form, formTitle, question, label, shown, steps }) =>
          html`<li>
            <button
              type="button"
              class="tl-text-button"
              @click=${() =>
                this.dispatchEvent(
                  new CustomEvent('tl-open-question', { bubbles: true, detail: { form, question } }),
                )}
            >
              ${formTitle}: ${label}
            </button>
            <span class="tl-earlier__source"
              >${shown ? `${words.shown}, ` : ''}${steps.length > 0 ? words.inSteps(steps.join(', ')) : words.anytime}</span
            >
          </li>`,
      )}
    </ul>`;
  }

  private editing(term: Term, parts: Beside): TemplateResult {
    const id = `term-${term.id}`;
    const line = (key: 'name' | 'meaning' | 'source', label: string): TemplateResult =>
      textIn({
        ...{ id: `${id}-${key}`, label, value: term[key] },
        change: (text) =>
          text === '' ? this.requestUpdate() : this.tell(changeTerm(this.files, term.id, { [key]: text })),
      });
    const coded = term.type === 'code' || term.type === 'codes';
    return html`<div class="tl-panel">
      ${line('name', words.name)} ${line('meaning', words.meaning)} ${line('source', words.source)}
      ${
        coded
          ? choiceIn({
              ...{ id: `${id}-codes`, label: words.codes, value: term.codes ?? '' },
              choices: [
                { id: '', name: words.noCodes },
                ...parts.dictionary.codeLists.map((list) => ({ id: list.id, name: list.name })),
              ],
              change: (codes) => this.tell(changeTerm(this.files, term.id, { codes: codes || undefined })),
            })
          : nothing
      }
      ${this.joining(term, parts)} ${this.removing(term)}
    </div>`;
  }

  private joining(term: Term, { dictionary }: Beside): TemplateResult {
    if (readByDrawing(this.files, term.id)) return html`<p class="govuk-body-s">${words.readByDrawing}</p>`;
    const others = dictionary.terms.filter(({ id, type }) => id !== term.id && type === term.type);
    const id = `term-${term.id}-join`;
    return html`${textIn({
        ...{ id, label: words.joinWith, hint: words.joinHint, value: '', list: `${id}-list` },
        error: this.missing ? words.noOther(this.missing) : undefined,
        change: (name) => {
          const other = others.find((one) => one.name.toLowerCase() === name.toLowerCase());
          this.missing = other ? '' : name;
          if (other) this.tell(mergeTerms(this.files, term.id, other.id));
        },
      })}
      <datalist id="${id}-list">
        ${others.map(({ name }) => html`<option value=${name}></option>`)}
      </datalist>`;
  }

  private removing(term: Term): TemplateResult {
    const used = this.asked.length > 0 || readByDrawing(this.files, term.id);
    return used
      ? html`<p class="govuk-body-s">${words.stays}</p>`
      : textButton(words.remove, term.name, () => this.tell(removeTerm(this.files, term.id)));
  }
}

define('tl-term-entry', TermEntry);
