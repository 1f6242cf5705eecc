import { html, type TemplateResult } from 'lit';
import { addMonths, dayOf } from '#engine/browser';
import {
  loadBoardThen,
  loadFlow,
  loadTime,
  type BoardThen,
  type Flow,
  type TimeInStage,
} from '../../api-office/flow.ts';
import { loadTeams, type Named } from '../../api/session.ts';
import { keepChoices, keptChoices } from '../../contexts/kept-choices.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { flow as words } from '../../words-office/flow.ts';
import { whenLoaded } from '../page-state.ts';
import { thenView } from './then-view.ts';
import { timeView } from './time-view.ts';
import { wentView } from './went-view.ts';

/** The board of another day beside today's, who went where since, and how long children stay. */
export class FlowPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    day: { state: true },
    typed: { state: true },
    team: { state: true },
    teams: { state: true },
    problem: { state: true },
  };
  declare route: Route | undefined;
  /** the other day: a month ago, until one is chosen */
  declare day: string;
  declare typed: string | undefined;
  declare team: string;
  declare teams: Named[];
  declare problem: string;
  private readonly board: Loading<BoardThen>;
  private readonly went: Loading<Flow>;
  private readonly time: Loading<TimeInStage>;

  constructor() {
    super();
    const { team = '' } = keptChoices('oversight');
    this.team = team === 'all' ? '' : team;
    this.teams = [];
    this.problem = '';
    this.day = this.typed = addMonths(today(), -1);
    this.board = new Loading(this, () => loadBoardThen({ ...this.held, beside: this.day }));
    this.went = new Loading(this, () => loadFlow({ ...this.held, from: this.day }));
    this.time = new Loading(this, () => loadTime({ ...this.held, from: this.day }));
    new PageController(this);
  }

  override connectedCallback(): void {
    const asked = this.route?.query.get('beside');
    if (asked) this.day = this.typed = asked;
    super.connectedCallback();
    void loadTeams().then((answer) => {
      if (answer.ok) this.teams = answer.value;
    });
  }

  private get held(): { team?: string } {
    return this.team ? { team: this.team } : {};
  }

  private again(): void {
    showAddress(`/oversight/stages?beside=${this.day}`);
    for (const part of [this.board, this.went, this.time]) void part.load();
  }

  private show(event: Event): void {
    event.preventDefault();
    this.problem = this.typed && this.typed <= today() ? '' : words.dayMissing;
    if (this.problem || !this.typed) return;
    this.day = this.typed;
    this.again();
  }

  private narrow(team: string): void {
    this.team = team;
    keepChoices('oversight', { ...keptChoices('oversight'), team: team || 'all', worker: '' });
    this.again();
  }

  override render(): TemplateResult {
    const { held, day } = this;
    return html`
      <a class="govuk-back-link" href="/oversight">${words.back}</a>
      <tl-error-summary
        .errors=${this.problem ? [{ message: this.problem, href: '#beside' }] : []}
      ></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      <p class="govuk-body"><a class="govuk-link" href="/oversight/funnel">${words.funnel}</a></p>
      ${this.filters()} ${whenLoaded(this.board, (board) => thenView(board, held))}
      ${whenLoaded(this.went, (flows) => wentView(flows, { ...held, from: day }))}
      ${whenLoaded(this.time, (times) => timeView(times, { ...held, from: day }))}
    `;
  }

  private filters(): TemplateResult {
    return html`<form class="tl-filters" novalidate aria-label=${words.filters} @submit=${this.show}>
      ${dateField({
        ...{ id: 'beside', label: words.beside, value: this.typed, error: this.problem || undefined },
        give: (value) => (this.typed = value),
      })}
      <button class="govuk-button tl-small-button">${words.show}</button>
      ${selectField({
        ...{ id: 'flow-team', label: words.team, choices: this.teams, value: this.team, empty: words.all },
        change: (team) => this.narrow(team),
      })}
    </form>`;
  }
}

/** The browser's day: what is to come is refused by the server all the same. */
const today = (): string => dayOf(new Date().toISOString());

define('tl-flow-page', FlowPage);
