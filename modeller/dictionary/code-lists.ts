import type { CodeList } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { FilesChange } from '../forms/edits/change.ts';
import { textButton, textIn } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import { addCodes, changeCodes } from './edits.ts';
import { words } from './words.ts';

/**
 * The lists of answers that questions offer.
 *
 * @property files, mayEdit, text (only lists that hold it)
 * @fires tl-files-change { changes, says }
 */
export class CodeLists extends LightElement {
  static override properties = {
    files: { attribute: false },
    mayEdit: { type: Boolean },
    text: { type: String },
    open: { state: true },
    adding: { state: true },
  };
  declare files: Files;
  declare mayEdit: boolean;
  declare text: string;
  declare open: string;
  declare adding: boolean;
  private newName = '';
  private newLines = '';

  constructor() {
    super();
    this.mayEdit = false;
    this.text = '';
    this.open = '';
    this.adding = false;
  }

  private tell(change: FilesChange): void {
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  override render(): TemplateResult {
    const text = this.text.trim().toLowerCase();
    const found = partsOf(this.files).dictionary.codeLists.filter(({ name, codes }) =>
      [name, ...codes.map(({ label }) => label)].join(' ').toLowerCase().includes(text),
    );
    return html`
      <details class="tl-fold">
        <summary><span class="tl-fold__title">${words.listsFound(found.length)}</span></summary>
        <ul class="govuk-list tl-terms">
          ${repeat(
            found,
            ({ id }) => id,
            (list) => html`<li class="tl-q">${this.list(list)}</li>`,
          )}
        </ul>
      </details>
      ${this.mayEdit ? this.add() : nothing}
    `;
  }

  private list(list: CodeList): TemplateResult {
    const open = this.open === list.id;
    return html`<div class="tl-term">
        <div>
          <h3 class="govuk-heading-s tl-term__name">${list.name}</h3>
          <p class="tl-q__facts">${list.codes.map(({ label }) => label).join(' · ')}</p>
          <p class="tl-q__facts">${words.source}: ${list.source}</p>
        </div>
        ${
          this.mayEdit
            ? html`<div class="tl-q__acts">
                <button
                  type="button"
                  class="tl-text-button"
                  aria-expanded=${open ? 'true' : 'false'}
                  @click=${() => (this.open = open ? '' : list.id)}
                >
                  ${open ? words.done : words.change}<span class="govuk-visually-hidden">: ${list.name}</span>
                </button>
              </div>`
            : nothing
        }
      </div>
      ${open ? this.editing(list) : nothing}`;
  }

  private editing(list: CodeList): TemplateResult {
    const line = (key: 'name' | 'source', label: string): TemplateResult =>
      textIn({
        ...{ id: `list-${list.id}-${key}`, label, value: list[key] },
        change: (text) =>
          text === '' ? this.requestUpdate() : this.tell(changeCodes(this.files, list.id, { [key]: text })),
      });
    return html`<div class="tl-panel">
      ${list.source === 'local' ? nothing : html`<p class="govuk-body-s"><strong class="govuk-tag govuk-tag--blue">${words.law}</strong> ${words.codesByLaw(list.source)}</p>`}
      ${line('name', words.name)} ${line('source', words.source)}
      ${textIn({
        ...{ id: `list-${list.id}-codes`, label: words.codesLines, hint: words.codesHint, rows: 6 },
        value: list.codes.map(({ label }) => label).join('\n'),
        change: (lines) => {
          const labels = linesOf(lines);
          if (labels.length > 0) this.tell(changeCodes(this.files, list.id, { labels }));
        },
      })}
    </div>`;
  }

  private add(): TemplateResult {
    if (!this.adding) return textButton(words.addList, '', () => (this.adding = true));
    return html`<div class="tl-panel" role="group" aria-label=${words.addList}>
      ${textIn({ id: 'new-list-name', label: words.name, value: this.newName, change: (text) => (this.newName = text) })}
      ${textIn({ id: 'new-list-codes', label: words.codesLines, rows: 4, value: this.newLines, change: (text) => (this.newLines = text) })}
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.make()}
      >
        ${words.addList}
      </button>
      ${textButton(words.cancel, words.addList, () => (this.adding = false))}
    </div>`;
  }

  private make(): void {
    const labels = linesOf(this.newLines);
    if (this.newName === '' || labels.length === 0) return;
    this.tell(addCodes(this.files, this.newName, labels));
    this.adding = false;
    this.newName = this.newLines = '';
  }
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

define('tl-code-lists', CodeLists);
