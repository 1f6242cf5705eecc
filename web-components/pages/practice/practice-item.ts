import { html, nothing, type TemplateResult } from 'lit';
import type { FigureSays, PracticePage, PracticeSays } from '../../api-office/measures.ts';
import { sayFamily } from '../../words/lists.ts';
import { measures, practice as words } from '../../words-office/measures.ts';
import { chartView } from '../measure/chart-view.ts';
import { trendChart } from '../measure/charts-of.ts';
import { finding, runSaid } from '../measures/sentences.ts';
import { sparkline } from '../measures/sparkline.ts';

/** One thing that practice asks: how we are doing in words, how it went, and where one can see it done. */
export function practiceItem(one: PracticeSays, { period, today }: PracticePage): TemplateResult {
  const [first] = one.figures;
  return html`
    <li class="tl-practised">
      <h2 class="govuk-heading-m">${one.question}</h2>
      <div class="tl-practised__parts">
        <div>
          <h3 class="govuk-heading-s">${words.doing}</h3>
          ${one.figures.length === 0 ? html`<p class="govuk-body">${one.unknown ? measures.because(one.unknown) : words.notYet}</p>` : nothing}
          ${one.figures.map(
            (figure) =>
              html`<p class="govuk-body">
                ${figure.value === undefined ? notYet(figure, one) : finding(figure, period, today)}
              </p>`,
          )}
          ${
            isKnown(first)
              ? sparkline(
                  (first.trend ?? []).map(({ value }) => value),
                  runSaid(first),
                )
              : nothing
          }
        </div>
        <div>
          <h3 class="govuk-heading-s">${words.examples}</h3>
          ${examples(one)}
        </div>
      </div>
      ${isKnown(first) ? months(one, first) : nothing}
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text"
            >${words.working}<span class="govuk-visually-hidden">: ${one.name}</span></span
          >
        </summary>
        <div class="govuk-details__text">
          <p class="govuk-body">${one.name}. ${one.formula}</p>
          ${one.unknown && one.figures.length > 0 ? html`<p class="govuk-body">${measures.limits(one.unknown)}</p>` : nothing}
          <p class="govuk-body-s tl-quiet">${measures.source}: ${one.source}</p>
        </div>
      </details>
    </li>
  `;
}

/** Months enough to see which way it goes. */
const isKnown = (figure: FigureSays | undefined): figure is FigureSays =>
  (figure?.trend ?? []).filter(({ value }) => value !== undefined).length > 1;

function notYet(figure: FigureSays, { unknown }: PracticeSays): string {
  if (figure.suppressed) return `${figure.name}: ${measures.suppressed}`;
  return `${figure.name}: ${unknown ? measures.because(unknown) : words.notYet}`;
}

function examples({ examples: families }: PracticeSays): TemplateResult {
  if (families.length === 0) return html`<p class="govuk-body">${words.noExamples}</p>`;
  return html`
    <p class="govuk-body">${words.examplesLead}</p>
    <ul class="govuk-list govuk-list--bullet">
      ${families.map(
        (one) =>
          html`<li><a class="govuk-link" href="/families/${one.case}">${sayFamily(one.family)}</a></li>`,
      )}
    </ul>
  `;
}

function months(one: PracticeSays, figure: FigureSays): TemplateResult {
  return html`
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${words.months}<span class="govuk-visually-hidden">: ${one.name}</span></span
        >
      </summary>
      <div class="tl-practised__chart">${chartView(trendChart(figure))}</div>
    </details>
  `;
}
