import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadStages, type StageBoard } from '../../api/stages.ts';
import { keepChoices, keptChoices } from '../../contexts/kept-choices.ts';
import { mayBegin } from '../../contexts/session.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { stageTable } from '../../elements/stage-board/stage-table.ts';
import '../../elements/stage-board/tl-stage-board.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { stages as words } from '../../words/stages.ts';
import { whenLoaded } from '../page-state.ts';

type Show = 'board' | 'table';

/** Where every family is: the stages of the drawing in order, as a board or as a table that says the same. */
export class StagesPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    show: { state: true },
    filters: { state: true },
  };
  declare route: Route | undefined;
  declare show: Show;
  declare filters: { team: string; worker: string };
  private readonly board: Loading<StageBoard>;

  constructor() {
    super();
    this.show = 'board';
    this.filters = { team: '', worker: '' };
    this.board = new Loading(this, () =>
      loadStages(Object.fromEntries(Object.entries(this.filters).filter(([, value]) => value))),
    );
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some(({ kind }) => kind !== 'draft')) void this.board.load();
    });
  }

  override connectedCallback(): void {
    this.readRoute();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('route') && this.hasUpdated) this.readRoute();
  }

  private readRoute(): void {
    const query = this.route?.query ?? new URLSearchParams();
    const kept = keptChoices('stages');
    const read = (name: string): string => query.get(name) ?? kept[name] ?? '';
    this.show = read('show') === 'table' ? 'table' : 'board';
    this.filters = { team: read('team'), worker: read('worker') };
    this.keep();
  }

  private keep(): void {
    keepChoices('stages', { show: this.show, ...this.filters });
  }

  private address(show: Show): string {
    const search = new URLSearchParams({ show });
    for (const [name, value] of Object.entries(this.filters)) if (value) search.set(name, value);
    return `/stages?${search.toString()}`;
  }

  private narrow(change: Partial<{ team: string; worker: string }>): void {
    this.filters = { ...this.filters, ...change };
    this.keep();
    showAddress(this.address(this.show));
    void this.board.load();
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      <p class="govuk-visually-hidden">${words.tableHint}</p>
      ${subNavigation(
        words.views.label,
        (['board', 'table'] as const).map((show) => ({
          href: this.address(show),
          text: words.views[show],
          current: show === this.show,
        })),
      )}
      ${whenLoaded(this.board, (board) => this.loaded(board))}
    `;
  }

  private loaded(board: StageBoard): TemplateResult {
    return html`
      ${mayBegin('see-identified') ? this.identified() : nothing} ${this.filterBar(board)}
      ${
        this.show === 'table'
          ? stageTable(board.columns)
          : html`<tl-stage-board .columns=${board.columns}></tl-stage-board>`
      }
    `;
  }

  /** For the few who see invented names in place of people's. */
  private identified(): TemplateResult {
    void import('../glass/identified-bar.ts');
    return html`<tl-identified-bar @tl-changed=${() => void this.board.load()}></tl-identified-bar>`;
  }

  private filterBar(board: StageBoard): TemplateResult | typeof nothing {
    const { teams = [], workers = [] } = board.filters ?? {};
    return html`
      <div class="tl-filters" role="group" aria-label=${words.filters}>
        ${selectField({
          id: 'stages-team',
          label: words.team,
          choices: teams,
          value: this.filters.team,
          empty: words.all,
          change: (team) => this.narrow({ team }),
        })}
        ${selectField({
          id: 'stages-worker',
          label: words.worker,
          choices: workers,
          value: this.filters.worker,
          empty: words.all,
          change: (worker) => this.narrow({ worker }),
        })}
      </div>
    `;
  }
}

define('tl-stages-page', StagesPage);
