import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  loadMeasure,
  tableOfRows,
  type FigureSays,
  type ListAsked,
  type MeasurePage,
  type MeasureRow,
  type MeasuresAsked,
  type Which,
} from '../../api-office/measures.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import { measures as words } from '../../words-office/measures.ts';
import { addressOf, askedOf } from '../measures/asked.ts';
import '../measures/tl-measure-filters.ts';
import { whenLoaded } from '../page-state.ts';
import { figureView } from './figure-view.ts';
import { PrintMark, type ListShown } from './print-mark.ts';
import { countIn, listsOf, rowsView } from './rows-view.ts';

const lists: readonly Which[] = ['counted', 'others', 'all', 'beside'];

/** One measure: what it means, its figures with their months, and who is in each. */
export class OneMeasurePage extends LightElement {
  static override properties = {
    route: { attribute: false },
    asked: { state: true },
    further: { state: true },
  };
  declare route: Route | undefined;
  declare asked: MeasuresAsked & ListAsked;
  /** rows asked for after the first, and how to go on */
  declare further: { rows: MeasureRow[]; next?: string } | undefined;
  private readonly page = new Loading(this, () => loadMeasure(this.measure, this.asked));

  constructor() {
    super();
    this.asked = {};
    new PageController(this);
    new PrintMark(this, () => this.printed());
  }

  private printed(): ListShown | undefined {
    const { value } = this.page;
    if (!value) return undefined;
    const rows = [...value.list.rows, ...(this.further?.rows ?? [])];
    return { kind: 'measure', id: this.measure, cases: rows.map((row) => row.case) };
  }

  private get measure(): string {
    return this.route?.params['id'] ?? '';
  }

  override connectedCallback(): void {
    this.readRoute();
    super.connectedCallback();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    this.readRoute();
    void this.page.load();
  }

  private readRoute(): void {
    const search = this.route?.query ?? new URLSearchParams();
    const [figure, which] = [search.get('figure'), search.get('which')];
    this.further = undefined;
    this.asked = {
      ...askedOf(search),
      ...(figure ? { figure } : {}),
      which: lists.find((one) => one === which) ?? 'counted',
    };
  }

  private address(more: ListAsked): string {
    return addressOf(`/measures/${this.measure}`, this.asked, { ...more });
  }

  private narrow(asked: MeasuresAsked): void {
    this.asked = asked;
    this.further = undefined;
    const { figure = '', which = 'counted' } = this.asked;
    showAddress(this.address({ figure, which }));
    void this.page.load().then(() => announce(words.again));
  }

  private async more({ list }: MeasurePage): Promise<void> {
    const { rows, next } = this.further ?? { rows: [], next: list.next };
    if (next === undefined) return;
    const answer = await loadMeasure(this.measure, { ...this.asked, after: next });
    if (!answer.ok) return;
    const { list: got } = answer.value;
    this.further = { rows: [...rows, ...got.rows], ...(got.next ? { next: got.next } : {}) };
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href=${addressOf('/measures', this.asked)}>${words.back}</a>
      ${whenLoaded(this.page, (page) => this.loaded(page))}
    `;
  }

  private loaded(page: MeasurePage): TemplateResult {
    const { measure, list } = page;
    const figure = measure.figures.find(({ id }) => id === list.figure);
    return html`
      <h1 class="govuk-heading-xl tl-heading">${measure.name}</h1>
      <p class="govuk-body-l">${measure.question}</p>
      <tl-measure-filters
        .asked=${this.asked}
        .period=${page.period}
        .today=${page.today}
        .choices=${page.filters}
        @tl-narrow=${(event: CustomEvent<MeasuresAsked>) => this.narrow(event.detail)}
      ></tl-measure-filters>
      ${
        measure.figures.length > 1
          ? subNavigation(
              words.figures,
              measure.figures.map(({ id, name }) => ({
                href: this.address({ figure: id }),
                text: name,
                current: id === list.figure,
              })),
            )
          : nothing
      }
      ${figure ? figureView(figure, page) : nothing} ${working(measure)}
      ${figure ? this.lists(figure, page) : nothing}
      <button type="button" class="govuk-button govuk-button--secondary" @click=${() => window.print()}>
        ${words.print}
      </button>
    `;
  }

  private lists(figure: FigureSays, page: MeasurePage): TemplateResult {
    const {
      list,
      measure: { id: measure },
    } = page;
    const rows = [...list.rows, ...(this.further?.rows ?? [])];
    const shown = { ...list };
    if (this.further && this.further.next === undefined) delete shown.next;
    return html`
      <h2 class="govuk-heading-m">${words.lists}</h2>
      ${subNavigation(
        words.lists,
        listsOf(figure).map((which) => ({
          href: this.address({ figure: figure.id, which }),
          text: words.parts[which],
          count: list.named ? countIn(figure, which) : undefined,
          current: which === list.which,
        })),
      )}
      ${rowsView(figure, shown, words.listCaption(figure.name, words.parts[list.which]), rows, () => void this.more(page))}
      <p class="govuk-body tl-measure-csv">
        <a class="govuk-link" href=${tableOfRows(measure, { ...this.asked, figure: figure.id })} download
          >${list.named ? words.csv : words.csvMonths}</a
        >
      </p>
    `;
  }
}

function working({ formula, source, unknown }: MeasurePage['measure']): TemplateResult {
  return html`
    <h2 class="govuk-heading-m">${words.working}</h2>
    <p class="govuk-body tl-measure-lead">${formula}</p>
    ${unknown ? html`<p class="govuk-body tl-measure-lead">${words.limits(unknown)}</p>` : nothing}
    <p class="govuk-body-s tl-quiet">${words.source}: ${source}</p>
  `;
}

define('tl-measure-page', OneMeasurePage);
