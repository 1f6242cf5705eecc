import { html, type TemplateResult } from 'lit';
import { loadWay, tableOfWay, type WayPage } from '../../api-office/funnel.ts';
import type { MeasureRow } from '../../api-office/measures.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { funnel as words } from '../../words-office/funnel.ts';
import { PrintMark, type ListShown } from '../measure/print-mark.ts';
import { rowsView } from '../measure/rows-view.ts';
import { addressOf, askedOf } from '../measures/asked.ts';
import { sayPeriod } from '../measures/periods.ts';
import { whenLoaded } from '../page-state.ts';

/** The children behind a number of the funnel. */
export class FunnelWayPage extends LightElement {
  static override properties = { route: { attribute: false }, further: { state: true } };
  declare route: Route | undefined;
  /** rows asked for after the first, and how to go on */
  declare further: { rows: MeasureRow[]; next?: string } | undefined;
  private readonly page = new Loading(this, () => loadWay(this.passage, this.asked));

  constructor() {
    super();
    new PageController(this);
    new PrintMark(this, () => this.printed());
  }

  private printed(): ListShown | undefined {
    const { value } = this.page;
    if (!value) return undefined;
    const rows = [...value.list.rows, ...(this.further?.rows ?? [])];
    return { kind: 'passage', id: this.passage, cases: rows.map((row) => row.case) };
  }

  private get passage(): string {
    return this.route?.params['id'] ?? '';
  }

  private get asked() {
    const search = this.route?.query ?? new URLSearchParams();
    const outcome = search.get('outcome');
    return { ...askedOf(search), ...(outcome ? { outcome } : {}) };
  }

  private async more({ list }: WayPage): Promise<void> {
    const { rows, next } = this.further ?? { rows: [], next: list.next };
    if (next === undefined) return;
    const answer = await loadWay(this.passage, { ...this.asked, after: next });
    if (!answer.ok) return;
    const got = answer.value.list;
    this.further = { rows: [...rows, ...got.rows], ...(got.next ? { next: got.next } : {}) };
  }

  override render(): TemplateResult {
    const back = addressOf('/oversight/funnel', this.asked);
    return html`
      <a class="govuk-back-link" href=${back}>${words.backToAll}</a>
      ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: WayPage): TemplateResult {
    const { passage, list, period, today } = page;
    const way = passage.outcomes.find(({ id }) => id === list.outcome)?.name ?? words.all;
    const title = words.of(passage.name, way);
    const { next } = this.further ?? list;
    const shown = { named: list.named, ...(next === undefined ? {} : { next }) };
    const rows = [...list.rows, ...(this.further?.rows ?? [])];
    const table = tableOfWay(this.passage, this.asked);
    return html`
      <h1 class="govuk-heading-xl tl-heading">${title}</h1>
      <p class="govuk-body">${words.setOut(passage.from, sayPeriod(period, today))}</p>
      ${rowsView({ asAt: false, unit: 'days' }, shown, title, rows, () => void this.more(page))}
      <p class="govuk-body tl-measure-csv">
        <a class="govuk-link" href=${table} download>${list.named ? words.csv : words.csvNumbers}</a>
      </p>
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => window.print()}>
        ${words.print}
      </button>
    `;
  }
}

define('tl-funnel-way-page', FunnelWayPage);
