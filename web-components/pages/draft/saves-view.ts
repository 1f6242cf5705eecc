import { html, nothing, type TemplateResult } from 'lit';
import { loadSaves, type SaveSays } from '../../api-group/drafts.ts';
import { Loading } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayShortDay, sayTime } from '../../words/dates.ts';
import { draft } from '../../words-group/draft.ts';
import { whenLoaded } from '../page-state.ts';

const words = draft.saves;
const atOnce = 50;

/**
 * Every save of a draft, the latest first; whoever holds the pen may go back to one.
 *
 * @property draft    id of the draft
 * @property number   the save there is now: another one loads the list again
 * @property mayEdit  whether going back is offered
 * @fires tl-restore  { save }: go back to this save
 */
export class SavesView extends LightElement {
  static override properties = {
    draft: { type: String },
    number: { type: Number },
    mayEdit: { type: Boolean },
    shown: { state: true },
  };
  declare draft: string;
  declare number: number;
  declare mayEdit: boolean;
  declare shown: number;
  private readonly saves: Loading<SaveSays[]>;
  private asked = 0;

  constructor() {
    super();
    this.draft = '';
    this.number = 0;
    this.mayEdit = false;
    this.shown = atOnce;
    this.saves = new Loading(this, () => loadSaves(this.draft));
  }

  override connectedCallback(): void {
    this.asked = this.number;
    super.connectedCallback();
  }

  protected override willUpdate(): void {
    if (this.asked === this.number) return;
    this.asked = this.number;
    void this.saves.load();
  }

  override render(): TemplateResult {
    return html`
      <h2 class="govuk-heading-m" id="saves">${words.title}</h2>
      <p class="govuk-body">${words.lead}</p>
      ${whenLoaded(this.saves, (saves) => this.table(saves))}
    `;
  }

  private table(saves: SaveSays[]): TemplateResult {
    const { columns } = words;
    const more = saves.length - this.shown;
    return html`
      <div class="tl-saves" role="region" aria-labelledby="saves" tabindex="0">
        <table class="govuk-table">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              ${[columns.number, columns.at, columns.by, columns.says, columns.restore].map(
                (name) => html`<th scope="col" class="govuk-table__header">${name}</th>`,
              )}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            ${saves.slice(0, this.shown).map((save, at) => this.row(save, at === 0))}
          </tbody>
        </table>
      </div>
      ${
        more > 0
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => (this.shown += 200)}
            >
              ${words.more(Math.min(more, 200))}
            </button>`
          : nothing
      }
    `;
  }

  private row({ number, at, by, says }: SaveSays, isNow: boolean): TemplateResult {
    const restore = (): void =>
      void this.dispatchEvent(new CustomEvent('tl-restore', { bubbles: true, detail: { save: number } }));
    return html`<tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">${number}</th>
      <td class="govuk-table__cell">${sayShortDay(at)}, ${sayTime(at)}</td>
      <td class="govuk-table__cell">${by.name}</td>
      <td class="govuk-table__cell">${says}</td>
      <td class="govuk-table__cell">
        ${
          isNow
            ? words.now
            : this.mayEdit
              ? html`<button type="button" class="tl-text-button" @click=${restore}>
                  ${words.restore}<span class="govuk-visually-hidden">${words.restoreTo(number)}</span>
                </button>`
              : nothing
        }
      </td>
    </tr>`;
  }
}

define('tl-saves-view', SavesView);
