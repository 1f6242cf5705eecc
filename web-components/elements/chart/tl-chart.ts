import { html, nothing, svg, type PropertyValues, type TemplateResult } from 'lit';
import { chartWords as words } from '../../words-office/chart.ts';
import { sayList } from '../../words/lists.ts';
import { define, LightElement } from '../light-element.ts';
import { chartTable } from './chart-table.ts';
import {
  missingOf,
  seriesOf,
  type Chart,
  type ChartColumn,
  type ChartKind,
  type ChartRow,
  type ReferenceLine,
} from './chart.ts';
import { colourOf } from './colours.ts';
import { csvText, fileNameOf, giveFile } from './csv.ts';

/** where nothing can be measured yet */
const usualWidth = 640;
/** wider, a line of text and a trend are hard to follow */
const greatestWidth = 860;
let made = 0;

/**
 * A figure that says the same three times: as a drawing, as a table and as a file. Without title, summary and rows it
 * draws nothing and says so. The drawing's code is loaded when the first chart is shown; nothing is said on hover only.
 *
 * @property title       what is shown
 * @property summary     one sentence: what was found, and of how many
 * @property rows        plain values, one object a row
 * @property columns     names and kinds of the values, and which part of the drawing each is
 * @property kind        line, bar, stacked, interval, strip, box, histogram or multiples
 * @property unit        of the sizes, where the column's name does not say it
 * @property references  lines to compare with: name and value
 */
export class ChartElement extends LightElement {
  static override properties = {
    title: { attribute: false },
    summary: { attribute: false },
    rows: { attribute: false },
    columns: { attribute: false },
    kind: { attribute: false },
    unit: { attribute: false },
    references: { attribute: false },
    state: { state: true },
  };
  declare title: string;
  declare summary: string;
  declare rows: readonly ChartRow[];
  declare columns: readonly ChartColumn[];
  declare kind: ChartKind;
  declare unit: string;
  declare references: readonly ReferenceLine[];
  declare state: 'drawing' | 'drawn' | 'not-loaded';
  private readonly at = `tl-chart-${String((made += 1))}`;
  private drawnAt = 0;
  private watch: ResizeObserver | undefined;

  constructor() {
    super();
    Object.assign(this, {
      title: '',
      summary: '',
      rows: [],
      columns: [],
      kind: 'bar',
      unit: '',
      references: [],
    });
    this.state = 'drawing';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (typeof ResizeObserver === 'function') {
      this.watch = new ResizeObserver(() => this.fits());
      this.watch.observe(this);
    }
    window.addEventListener('beforeprint', this.opened);
    window.addEventListener('afterprint', this.closed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch?.disconnect();
    window.removeEventListener('beforeprint', this.opened);
    window.removeEventListener('afterprint', this.closed);
  }

  /** Paper can't be clicked: the table is printed with its chart. */
  private readonly opened = (): void => {
    const details = this.querySelector('details');
    if (!details || details.open) return;
    details.open = true;
    details.dataset['forPrint'] = 'yes';
  };

  private readonly closed = (): void => {
    const details = this.querySelector<HTMLDetailsElement>('details[data-for-print]');
    if (!details) return;
    details.open = false;
    delete details.dataset['forPrint'];
  };

  private get chart(): Chart {
    const { title, summary, rows, columns, kind, unit, references } = this;
    return { title, summary, rows, columns, kind, unit, references };
  }

  private get room(): number {
    return Math.min(
      greatestWidth,
      Math.floor(this.querySelector('.tl-chart__place')?.clientWidth || usualWidth),
    );
  }

  /** Drawn anew, not shrunk: text stays as large on a telephone. */
  private fits(): void {
    if (this.drawnAt > 0 && this.room !== this.drawnAt) void this.draw();
  }

  protected override updated(changed: PropertyValues): void {
    if ([...changed.keys()].some((name) => name !== 'state')) void this.draw();
  }

  private async draw(): Promise<void> {
    const { chart } = this;
    if (missingOf(chart).length > 0) return;
    try {
      const { drawChart } = await import('./drawing/draw.ts');
      const place = this.querySelector('.tl-chart__place');
      if (!place) return;
      this.drawnAt = this.room;
      const drawing = drawChart(this.chart, this.drawnAt);
      drawing.setAttribute('aria-describedby', `${this.at}-says`);
      place.replaceChildren(drawing);
      this.state = 'drawn';
    } catch {
      this.state = 'not-loaded';
    }
  }

  override render(): TemplateResult {
    const { chart } = this;
    const missing = missingOf(chart);
    if (missing.length > 0)
      return html`<p class="govuk-inset-text tl-chart__refused">
        ${words.refused(sayList(missing.map((part) => words.missing[part])))}
      </p>`;
    return html`
      <figure class="tl-chart">
        <figcaption>
          <p class="tl-chart__title">${this.title}</p>
          <p class="govuk-body" id="${this.at}-says">${this.summary}</p>
        </figcaption>
        ${this.state === 'drawn' ? nothing : html`<p class="tl-quiet">${this.state === 'drawing' ? words.drawing : words.notLoaded}</p>`}
        <div class="tl-chart__place"></div>
        ${this.kind === 'stacked' ? this.key() : nothing}
      </figure>
      <details class="govuk-details tl-chart__figures">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${words.table}<span class="govuk-visually-hidden">: ${this.title}</span></span
          >
        </summary>
        <div class="govuk-details__text">${chartTable(chart)}</div>
      </details>
      <button
        type="button"
        class="tl-text-button tl-chart__csv"
        @click=${() => giveFile(fileNameOf(this.title), csvText(this.columns, this.rows))}
      >
        ${words.csv}<span class="govuk-visually-hidden">: ${this.title}</span>
      </button>
    `;
  }

  /** Numbered as the parts of the bars are, so that nobody needs to tell colours apart. */
  private key(): TemplateResult {
    return html`<ol class="tl-chart__key" aria-label=${words.key}>
      ${seriesOf(this.chart).map(
        (name, at) =>
          html`<li>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
              ${svg`<rect width="24" height="24" fill=${colourOf(at).fill}></rect>
              <text x="12" y="17" text-anchor="middle" font-size="14" font-weight="bold" fill=${colourOf(at).text}>${at + 1}</text>`}
            </svg>
            ${name}
          </li>`,
      )}
    </ol>`;
  }
}

define('tl-chart', ChartElement);
