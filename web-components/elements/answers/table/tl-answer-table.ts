import type { Column, FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { form } from '../../../words/form.ts';
import { define, LightElement } from '../../light-element.ts';
import type { FormTools } from '../answer-element.ts';
import { answerField } from '../answer-field.ts';
import { rowInWords } from '../row-in-words.ts';
import { sayRow } from '../say-answer.ts';
import { moved, newRowId, rowsOf, splitEarlier, withCell, type Row } from './rows.ts';

const fewRows = 2;

/**
 * Rows, one open for writing at a time and the others in short. Rows that are recorded already stand above; changing one
 * puts a new row in its place and leaves the record as it was.
 *
 * @property question   the question; its id is the start of every field's id; none where a shared block is changed by itself
 * @property columns    what a row is made of
 * @property value      this form's own rows: added, or in the place of an earlier one
 * @property earlier    rows recorded already
 * @property can        'add', 'change', 'move'
 * @property invalid    something in it has to be put right: what is folded away is shown
 * @fires tl-answer     { value }: all own rows; undefined when none are left
 */
export class AnswerTable extends LightElement {
  static override properties = {
    question: { attribute: false },
    label: { type: String },
    columns: { attribute: false },
    value: { attribute: false },
    earlier: { attribute: false },
    can: { attribute: false },
    tools: { attribute: false },
    name: { type: String },
    invalid: { type: Boolean },
    open: { state: true },
  };
  declare question: FormQuestion | undefined;
  declare label: string;
  declare columns: readonly Column[];
  declare value: unknown;
  declare earlier: readonly Row[];
  declare can: readonly string[];
  declare tools: FormTools;
  declare name: string;
  declare invalid: boolean;
  /** the row being written; it joins the answer with its first cell */
  declare open: Row | undefined;
  /** what is folded away in the open row was written in before, or has to be put right */
  private unfolded = false;

  constructor() {
    super();
    this.columns = [];
    this.earlier = [];
    this.can = ['add', 'change'];
    this.name = '';
    this.label = '';
    this.invalid = false;
  }

  private get own(): Row[] {
    return rowsOf(this.value);
  }

  private give(rows: Row[]): void {
    const value = rows.length === 0 ? undefined : rows;
    this.value = value;
    this.dispatchEvent(new CustomEvent('tl-answer', { detail: { value } }));
  }

  private async openRow(row: Row): Promise<void> {
    this.open = row;
    this.unfolded = this.columns.some(({ id, more, starts }) => more && !starts && row[id] !== undefined);
    await this.updateComplete;
    this.querySelector<HTMLElement>(
      '.tl-row--open input, .tl-row--open textarea, .tl-row--open select',
    )?.focus();
  }

  private add(): void {
    const children = this.columns.find(({ type }) => type === 'children');
    const only = this.tools.children.length === 1 ? this.tools.children[0]?.id : undefined;
    const starts = this.columns.flatMap(({ id, starts: as }) => {
      const value = as && this.tools.starts?.[as];
      return value ? [[id, value]] : [];
    });
    void this.openRow({
      ...{ id: newRowId(), ...(Object.fromEntries(starts) as object) },
      ...(children && only ? { [children.id]: [only] } : {}),
    });
  }

  private write(column: Column, value: unknown): void {
    if (!this.open) return;
    const rows = withCell(this.own, this.open, column.id, value);
    this.open = rows.find(({ id }) => id === this.open?.id);
    this.give(rows);
  }

  private async close(): Promise<void> {
    const id = this.open?.id ?? '';
    this.open = undefined;
    await this.updateComplete;
    const back = this.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] button`);
    (back ?? this.querySelector<HTMLElement>('.tl-add'))?.focus();
  }

  private async takeOut(row: Row): Promise<void> {
    if (this.open?.id === row.id) this.open = undefined;
    this.give(this.own.filter(({ id }) => id !== row.id));
    await this.updateComplete;
    this.querySelector<HTMLElement>('.tl-add, button')?.focus();
  }

  override render(): TemplateResult {
    const { own } = this;
    const { standing, changed } = splitEarlier(this.earlier, own);
    const opening = this.open && !own.some(({ id }) => id === this.open?.id) ? this.open : undefined;
    const shown = opening ? [...own, opening] : own;
    const waiting = opening && standing.some(({ id }) => id === opening.id) ? opening.id : '';
    return html`
      ${standing.length > 0 ? this.earlierRows(standing, waiting) : nothing}
      ${
        shown.length > 0
          ? html`${standing.length > 0 || changed.size > 0 ? html`<p class="tl-rows__title">${form.newRows}</p>` : nothing}
              <ul class="tl-rows">
                ${repeat(
                  shown,
                  ({ id }) => id,
                  (row, at) =>
                    row.id === this.open?.id
                      ? html`<li class="tl-row tl-row--open" data-row=${row.id}>${this.editor(row, at)}</li>`
                      : html`<li class="tl-row" data-row=${row.id}>
                          ${this.short(row, at, false, changed.has(row.id))}
                        </li>`,
                )}
              </ul>`
          : nothing
      }
      ${this.can.includes('add') ? this.addButton(shown.length + standing.length) : nothing}
    `;
  }

  /** What is known stands above; many of what is asked afresh each time can be opened, and are in nobody's way. */
  private earlierRows(standing: readonly Row[], waiting: string): TemplateResult {
    const rows = html`<ul class="tl-rows">
      ${repeat(
        standing.filter(({ id }) => id !== waiting),
        ({ id }) => id,
        (row, at) =>
          html`<li class="tl-row tl-row--earlier" data-row=${row.id}>${this.short(row, at, true)}</li>`,
      )}
    </ul>`;
    const title = form.earlierRows;
    return this.question?.policy === 'ask-again' && standing.length > fewRows
      ? html`<details class="tl-fold">
          <summary><span class="tl-fold__title">${title} (${standing.length})</span></summary>
          ${rows}
        </details>`
      : html`<p class="tl-rows__title">${title}</p>
          ${rows}`;
  }

  private addButton(before: number): TemplateResult {
    return html`<button
      type="button"
      id=${this.name}
      class="govuk-button govuk-button--secondary tl-add"
      aria-label=${`${before === 0 ? form.addOne : form.addTo}: ${this.label}`}
      @click=${this.add}
    >
      ${before === 0 ? form.addOne : form.addTo}
    </button>`;
  }

  private short(row: Row, at: number, earlier: boolean, changed = false): TemplateResult {
    const cells = sayRow(this.columns, row, this.tools);
    const what = cells[0]?.says.slice(0, 60) ?? form.entry(at + 1);
    return html`
      <div class="tl-row__short">
        ${changed ? html`<span class="tl-tag">${form.changedRow}</span>` : nothing}
        ${
          cells.length === 0
            ? html`<p class="tl-row__empty">${form.emptyRow}</p>`
            : rowInWords(this.columns, row, this.tools)
        }
      </div>
      <div class="tl-row__acts">
        ${
          !earlier || this.can.includes('change')
            ? this.act(form.edit, form.editNamed(what), () => void this.openRow(row))
            : nothing
        }
        ${earlier ? nothing : this.act(changed ? form.undoChange : form.remove, form.removeNamed(what), () => void this.takeOut(row))}
        ${!earlier && this.can.includes('move') && this.own.length > 1 ? this.moves(row, at, what) : nothing}
      </div>
    `;
  }

  private moves(row: Row, at: number, what: string): TemplateResult {
    return html`
      ${at > 0 ? this.act(form.moveUp, `${form.moveUp}: ${what}`, () => this.give(moved(this.own, row.id, -1))) : nothing}
      ${
        at < this.own.length - 1
          ? this.act(form.moveDown, `${form.moveDown}: ${what}`, () => this.give(moved(this.own, row.id, 1)))
          : nothing
      }
    `;
  }

  private act(text: string, label: string, act: () => void): TemplateResult {
    return html`<button type="button" class="tl-text-button" aria-label=${label} @click=${act}>
      ${text}
    </button>`;
  }

  private fields(row: Row, more: boolean): TemplateResult[] {
    return this.columns
      .filter((column) => Boolean(column.more) === more)
      .map(
        (column) =>
          html`<div
            class="tl-row__field ${column.type === 'long-text' ? 'tl-row__field--wide' : ''}"
            data-column=${column.id}
          >
            ${answerField({
              asked: column,
              id: `${this.name}-${row.id}-${column.id}`,
              label: column.label,
              optional: column.required || more ? undefined : form.optional,
              value: row[column.id],
              tools: this.tools,
              give: (value) => this.write(column, value),
            })}
          </div>`,
      );
  }

  private editor(row: Row, at: number): TemplateResult {
    return html`
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">${this.label}: ${form.entry(at + 1)}</legend>
        <div class="tl-row__fields">${this.fields(row, false)}</div>
        ${
          this.columns.some(({ more }) => more)
            ? html`<details class="tl-fold" ?open=${(this.unfolded ||= this.invalid)}>
                <summary><span class="tl-fold__title">${form.moreAbout}</span></summary>
                <div class="tl-row__fields">${this.fields(row, true)}</div>
              </details>`
            : nothing
        }
      </fieldset>
      <div class="tl-row__acts">
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${this.close}
        >
          ${form.done}
        </button>
        ${
          this.own.some(({ id }) => id === row.id)
            ? this.act(form.remove, form.removeNamed(form.entry(at + 1)), () => void this.takeOut(row))
            : nothing
        }
      </div>
    `;
  }
}

define('tl-answer-table', AnswerTable);
