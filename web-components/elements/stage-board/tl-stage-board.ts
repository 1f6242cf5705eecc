import { html, nothing, type TemplateResult } from 'lit';
import { sayCount } from '../../words/lists.ts';
import { stages as words } from '../../words/stages.ts';
import { define, LightElement } from '../light-element.ts';
import { stageCard, type ColumnShown } from './stage-card.ts';

/** As many cards of a column as can be taken in; the rest on request. */
const first = 6;

/**
 * Families by stage, a column each, the late ones first.
 *
 * @property columns  the stages in the order of the drawing
 */
export class StageBoard extends LightElement {
  static override properties = { columns: { attribute: false }, opened: { state: true } };
  declare columns: readonly ColumnShown[];
  declare opened: ReadonlySet<string>;

  constructor() {
    super();
    this.columns = [];
    this.opened = new Set();
  }

  override render(): TemplateResult {
    return html`
      <ol class="tl-board">
        ${this.columns.map((column) => html`<li class="tl-board__column">${this.column(column)}</li>`)}
      </ol>
    `;
  }

  private column(column: ColumnShown): TemplateResult {
    const cards = this.opened.has(column.id) ? column.cards : column.cards.slice(0, first);
    const hidden = column.cards.length - cards.length;
    const late = column.cards.filter((card) => card.late).length;
    return html`
      <div class="tl-board__head">
        <h2 class="tl-board__name">${column.name}</h2>
        <p class="tl-board__counts">
          ${words.counts(sayCount(column.families, ...words.family), sayCount(column.children, ...words.child))}
          ${late > 0 ? html`<span class="tl-board__late">${words.lateCount(late)}</span>` : nothing}
        </p>
      </div>
      ${
        cards.length === 0
          ? html`<p class="tl-quiet">${words.empty}</p>`
          : html`<ul class="tl-board__cards">
              ${cards.map((card) => html`<li>${stageCard(card)}</li>`)}
            </ul>`
      }
      ${
        hidden > 0
          ? html`<button
              type="button"
              class="tl-text-button"
              @click=${() => (this.opened = new Set([...this.opened, column.id]))}
            >
              ${words.showMore(hidden)}<span class="govuk-visually-hidden">, ${column.name}</span>
            </button>`
          : nothing
      }
    `;
  }
}

define('tl-stage-board', StageBoard);
