import { html, nothing, type TemplateResult } from 'lit';
import type { FigureSays, MeasurePage } from '../../api-office/measures.ts';
import { sayNumber } from '../../elements/chart/say-cell.ts';
import { measures as words } from '../../words-office/measures.ts';
import { whyNot } from '../measures/measure-item.ts';
import { isYear } from '../measures/periods.ts';
import { finding, sayValue, stillSaid, trendFinding } from '../measures/sentences.ts';
import { chartView } from './chart-view.ts';
import { bandsChart, trendChart } from './charts-of.ts';

/** One figure: what was found in a sentence, its months, and how it is spread. */
export function figureView(
  figure: FigureSays,
  { measure, period, today, population }: MeasurePage,
): TemplateResult {
  const value = sayValue(figure, figure.value);
  const bands = bandsChart(figure);
  const months = figure.trend ?? [];
  return html`
    <div class="tl-measure-finding">
      ${value === undefined ? nothing : html`<p class="tl-measured__value">${value}</p>`}
      <p class="govuk-body">
        ${
          value === undefined
            ? `${whyNot(figure, measure)} ${stillSaid(figure, period, today)}`
            : finding(figure, period, today)
        }
      </p>
      ${published(figure, isYear(period))}
      ${
        population && figure.show === 'rate'
          ? html`<p class="govuk-body-s tl-quiet">
              ${words.population(sayNumber(population.children), population.year, population.source)}
            </p>`
          : nothing
      }
    </div>
    ${
      months.some((month) => month.value !== undefined)
        ? chartView(trendChart(figure))
        : months.length > 0
          ? html`<p class="govuk-body">${trendFinding(figure)}</p>`
          : nothing
    }
    ${bands ? chartView(bands) : nothing}
  `;
}

function published({ benchmark }: FigureSays, year: boolean): TemplateResult | typeof nothing {
  if (!benchmark) return nothing;
  return html`<p class="govuk-body-s tl-quiet">
    ${benchmark.year}. ${benchmark.source}. ${benchmark.note ? html`${benchmark.note}.` : nothing}
    ${benchmark.overAYear && !year ? words.yearOnly : nothing}
  </p>`;
}
