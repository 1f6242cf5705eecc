import { html, nothing, type TemplateResult } from 'lit';
import { beginMove, loadMoves, type Moves } from '../../api-group/moves.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { sayMoment } from '../../words/dates.ts';
import { moves as words } from '../../words-group/moves.ts';
import { whenLoaded } from '../page-state.ts';
import { groupTabs } from '../pathway/group-tabs.ts';

/** Plans by which open families come to another version, and where to begin one. */
export class MovesPage extends LightElement {
  static override properties = { from: { state: true }, to: { state: true }, problem: { state: true } };
  declare from: string;
  declare to: string;
  declare problem: string;
  private readonly list = new Loading(this, loadMoves);

  constructor() {
    super();
    this.from = this.to = this.problem = '';
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind === 'pathway')) void this.list.load();
    });
  }

  private async begin(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await beginMove({ from: this.from, to: this.to });
    if (answer.ok) navigate(`/pathway/moves/${answer.value.id}`);
    else this.problem = answer.refusal.message;
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${groupTabs('moves')}
      <p class="govuk-body">${words.lead}</p>
      ${whenLoaded(this.list, (list) => html`${listed(list)} ${this.form(list)}`)}
    `;
  }

  private form({ versions }: Moves): TemplateResult {
    const choices = versions.map(({ id, name, cases }) => ({ id, name: words.version(name, cases) }));
    return html`
      <form class="tl-panel" aria-label=${words.begin} @submit=${this.begin}>
        ${selectField({
          ...{ id: 'from', label: words.from, value: this.from, empty: words.choose },
          choices: choices.filter((_, at) => (versions[at]?.cases ?? 0) > 0),
          change: (from) => (this.from = from),
        })}
        ${selectField({
          ...{ id: 'to', label: words.to, value: this.to, empty: words.choose },
          choices: choices.filter(({ id }) => id !== this.from),
          change: (to) => (this.to = to),
        })}
        <button class="govuk-button" ?disabled=${!this.from || !this.to}>${words.begin}</button>
      </form>
    `;
  }
}

function listed({ moves }: Moves): TemplateResult {
  if (moves.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
  return html`<ul class="tl-entries">
    ${moves.map(
      ({ id, from, to, state, by, at, counts }) => html`
        <li class="tl-entry">
          <h2 class="govuk-heading-s">
            <a class="govuk-link" href="/pathway/moves/${id}">${words.fromTo(from.name, to.name)}</a>
            <strong class="govuk-tag">${words.states[state]}</strong>
          </h2>
          <p class="govuk-body tl-quiet tl-line">
            <span>${by}, ${sayMoment(at)}</span>
            ${counts.moved > 0 ? html`<span>${words.finished(counts.moved)}</span>` : nothing}
          </p>
        </li>
      `,
    )}
  </ul>`;
}

define('tl-moves-page', MovesPage);
