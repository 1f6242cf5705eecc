import type { Block } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';
import type { FormTools } from '../answers/answer-element.ts';
import { rowsOf, type Row } from '../answers/table/rows.ts';
import '../answers/table/tl-answer-table.ts';
import '../error-summary/tl-error-summary.ts';
import { define, LightElement } from '../light-element.ts';
import { endedList, type Ended } from './ended-list.ts';
import { endingForm } from './ending-form.ts';
import { rowSaid } from './row-said.ts';
import { isSame } from './same.ts';

/** What became of a change: undefined when it is saved. */
export type Saving = (changed: {
  rows: Row[];
  ended: { id: string; why: string }[];
}) => Promise<{ message: string; conflict: boolean } | undefined>;

/**
 * A list that lives with the family: read here, changed here, and the same in every form. What somebody wrote stays on
 * the page until it is saved, also when a colleague was quicker: then both are shown.
 *
 * @property block   the shared block
 * @property rows    as they stand now
 * @property ended   those that are no longer so
 * @property can     whether the reader may change it
 * @property quiet   the rows are shown elsewhere on the page: here they are only changed
 * @property save    sends a change, and has the page load again what stands now
 */
export class LivingBlock extends LightElement {
  static override properties = {
    block: { attribute: false },
    rows: { attribute: false },
    ended: { attribute: false },
    tools: { attribute: false },
    can: { type: Boolean },
    quiet: { type: Boolean },
    save: { attribute: false },
    mine: { state: true },
    began: { state: true },
    problems: { state: true },
    busy: { state: true },
  };
  declare block: Block;
  declare rows: readonly Row[];
  declare ended: readonly Ended[];
  declare tools: FormTools;
  declare can: boolean;
  declare quiet: boolean;
  declare save: Saving;
  /** rows added or changed here, not saved yet; undefined: nobody is changing it */
  declare mine: Row[] | undefined;
  /** what stood when the change began */
  declare began: readonly Row[];
  declare problems: string[];
  declare busy: boolean;

  constructor() {
    super();
    this.rows = [];
    this.ended = [];
    this.can = false;
    this.quiet = false;
    this.problems = [];
    this.began = [];
    this.busy = false;
  }

  override render(): TemplateResult {
    const { block, rows } = this;
    const reading = this.mine === undefined;
    return html`
      <div class="tl-living" data-block=${block.id}>
        <tl-error-summary .errors=${this.problems.map((message) => ({ message }))}></tl-error-summary>
        ${reading ? (this.quiet ? nothing : this.list()) : this.editor()}
        ${
          this.can && reading
            ? html`<button
                type="button"
                class="tl-text-button tl-living__change"
                aria-label=${(block.appendOnly ? words.addNamed : words.changeNamed)(block.title)}
                @click=${() => void this.begin()}
              >
                ${block.appendOnly || rows.length === 0 ? words.add : words.change}
              </button>`
            : nothing
        }
        ${endedList(block.columns, this.ended, this.tools, this.can ? (row) => void this.send([row], []) : undefined)}
      </div>
    `;
  }

  private list(): TemplateResult {
    if (this.rows.length === 0) return html`<p class="govuk-body-s tl-quiet">${words.never}</p>`;
    return html`<ul class="tl-plain tl-living__rows">
      ${this.rows.map(
        (row) => html`<li class="tl-living__row">${rowSaid(this.block.columns, row, this.tools)}</li>`,
      )}
    </ul>`;
  }

  private editor(): TemplateResult {
    const { block, rows, mine = [] } = this;
    return html`
      ${this.conflicts()}
      <tl-answer-table
        .label=${block.title}
        .columns=${block.columns}
        .value=${mine.length > 0 ? mine : undefined}
        .earlier=${rows}
        .can=${['add', ...(block.appendOnly ? [] : ['change'])]}
        .tools=${this.tools}
        .name=${`living-${block.id}`}
        @tl-answer=${(event: CustomEvent<{ value: unknown }>) => (this.mine = rowsOf(event.detail.value))}
      ></tl-answer-table>
      <div class="tl-living__acts">
        <button
          type="button"
          class="govuk-button"
          aria-label=${words.saveNamed(block.title)}
          ?disabled=${this.busy}
          @click=${() => void this.send(mine, [])}
        >
          ${words.save}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          ?disabled=${this.busy}
          @click=${() => void this.leave()}
        >
          ${words.cancel}
        </button>
      </div>
      ${
        block.appendOnly || rows.length === 0
          ? nothing
          : endingForm({
              name: block.id,
              columns: block.columns,
              rows,
              tools: this.tools,
              end: (ended) => void this.end(ended),
            })
      }
    `;
  }

  /** Rows that a colleague changed since this change began, as they stand now. */
  private conflicts(): TemplateResult | typeof nothing {
    const both = (this.mine ?? []).flatMap((row) => {
      const [before, now] = [find(this.began, row.id), find(this.rows, row.id)];
      return before && !isSame(before, now) ? [{ row, now }] : [];
    });
    if (both.length === 0) return nothing;
    return html`<div class="govuk-inset-text tl-living__both">
      <p><strong>${words.meanwhile}</strong></p>
      ${both.map(
        ({ row, now }) => html`
          <p>${now ? words.theirs : words.endedMeanwhile}</p>
          ${now ? rowSaid(this.block.columns, now, this.tools) : nothing}
          <button type="button" class="tl-text-button" @click=${() => this.dropMine(row.id)}>
            ${words.keepTheirs}
          </button>
        `,
      )}
    </div>`;
  }

  private dropMine(id: string): void {
    this.mine = this.mine?.filter((row) => row.id !== id);
  }

  private async begin(): Promise<void> {
    this.began = this.rows;
    this.mine = [];
    await this.updateComplete;
    const first = this.querySelector<HTMLElement>('tl-answer-table button');
    first?.focus();
    // a list with nothing in it is opened to be written in
    if (this.rows.length === 0) first?.click();
  }

  private async leave(): Promise<void> {
    this.mine = undefined;
    this.problems = [];
    await this.updateComplete;
    this.querySelector<HTMLElement>('.tl-living__change')?.focus();
  }

  private async end(ended: { id: string; why: string } | undefined): Promise<void> {
    if (ended) await this.send([], [ended]);
    else this.problems = [words.endMissing];
  }

  private async send(rows: Row[], ended: { id: string; why: string }[]): Promise<void> {
    if (rows.length + ended.length === 0) {
      this.problems = [words.nothing];
      return;
    }
    this.busy = true;
    const refused = await this.save({ rows, ended });
    this.busy = false;
    this.problems = refused ? [refused.message] : [];
    if (!refused) await this.leave();
  }
}

const find = (rows: readonly Row[], id: string): Row | undefined => rows.find((row) => row.id === id);

define('tl-living-block', LivingBlock);
