import { html, nothing, type TemplateResult } from 'lit';
import type { FigureSays, MeasureSays, MeasuresPage } from '../../api-office/measures.ts';
import { measures as words } from '../../words-office/measures.ts';
import { isYear, sayPeriod } from './periods.ts';
import { comparedWith, runSaid, sayOf, sayValue, stillSaid } from './sentences.ts';
import { sparkline } from './sparkline.ts';

/** A measure in the list: what it asks, its figure, its run of months, and what is published elsewhere. */
export function measureItem(
  measure: MeasureSays,
  { period, today }: Pick<MeasuresPage, 'period' | 'today'>,
  href: string,
): TemplateResult {
  const [figure, ...further] = measure.figures;
  const still = (one: FigureSays): TemplateResult | typeof nothing =>
    one.still ? html`<p class="govuk-body-s">${stillSaid(one, period, today)}</p>` : nothing;
  return html`
    <li class="tl-measured">
      <div class="tl-measured__what">
        <h3 class="govuk-heading-s tl-measured__name">
          <a class="govuk-link govuk-link--no-visited-state" href=${href}>${measure.name}</a>
        </h3>
        <p class="govuk-body-s tl-quiet">${measure.question}</p>
      </div>
      ${
        figure
          ? html`<div class="tl-measured__figure">
                ${figureShown(figure, measure, sayPeriod(period, today, figure.asAt))} ${still(figure)}
              </div>
              <div class="tl-measured__run">
                ${
                  figure.trend?.some(({ value }) => value !== undefined)
                    ? sparkline(
                        figure.trend.map(({ value }) => value),
                        runSaid(figure),
                      )
                    : nothing
                }
              </div>
              <div class="tl-measured__beside">${beside(figure, isYear(period))}</div>`
          : nothing
      }
      ${
        further.length > 0
          ? html`<ul class="tl-measured__further">
              ${further.map((one) => html`<li>${one.name}: <b>${sayValue(one, one.value) ?? inShort(one)}</b>${still(one)}</li>`)}
            </ul>`
          : nothing
      }
    </li>
  `;
}

function figureShown(figure: FigureSays, measure: MeasureSays, when: string): TemplateResult {
  const value = sayValue(figure, figure.value);
  if (value === undefined) return html`<p>${whyNot(figure, measure)}</p>`;
  return html`
    <p class="tl-measured__value">${value}</p>
    <p class="govuk-body-s tl-quiet">${[figure.name, sayOf(figure), when].filter(Boolean).join(', ')}</p>
  `;
}

/** The same where there is room for two words. */
function inShort({ suppressed, denominator }: FigureSays): string {
  if (suppressed) return words.fewer;
  return denominator === 0 ? words.none : words.notKnown;
}

/** Why there is no figure, in words. */
export function whyNot(figure: FigureSays, measure: Pick<MeasureSays, 'unknown'>): string {
  if (figure.suppressed) return words.suppressed;
  if (figure.denominator === 0) return words.nobody;
  return measure.unknown ? words.because(measure.unknown) : words.notKnown;
}

function beside(figure: FigureSays, year: boolean): TemplateResult | typeof nothing {
  const said = comparedWith(figure);
  if (!figure.benchmark || said === '') return nothing;
  return html`
    <p>${said}</p>
    <p class="govuk-body-s tl-quiet">
      ${figure.benchmark.year}${figure.benchmark.overAYear && !year ? html`. ${words.yearOnly}` : nothing}
    </p>
  `;
}
