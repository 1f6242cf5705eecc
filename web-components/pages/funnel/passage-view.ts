import { html, nothing, type TemplateResult } from 'lit';
import type { PassageSays, WaySays } from '../../api-office/funnel.ts';
import type { MeasuresAsked } from '../../api-office/measures.ts';
import { sayNumber, sayPercent } from '../../elements/chart/say-cell.ts';
import { funnel as words } from '../../words-office/funnel.ts';
import { addressOf } from '../measures/asked.ts';
import { passageFinding, shareOf } from './funnel-chart.ts';

/** One passage: what was found in a sentence, and every way it went, each number leading to its children. */
export function passageView(passage: PassageSays, asked: MeasuresAsked): TemplateResult {
  const { id, name, all, outcomes, source } = passage;
  const { columns } = words;
  return html`<section class="tl-passage">
    <h2 class="govuk-heading-m" id="passage-${id}">${name}</h2>
    <p class="govuk-body">${passageFinding(passage)}</p>
    ${
      all.count === 0
        ? nothing
        : html`<div class="tl-table-scroll" role="region" tabindex="0" aria-label=${name}>
            <table class="govuk-table tl-funnel">
              <caption class="govuk-visually-hidden">
                ${name}
              </caption>
              <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                  <th scope="col" class="govuk-table__header">${columns.way}</th>
                  <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                    ${columns.count}
                  </th>
                  <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                    ${columns.share}
                  </th>
                </tr>
              </thead>
              <tbody class="govuk-table__body">
                ${outcomes.map((way) => wayRow(way, passage, asked))}
              </tbody>
            </table>
          </div>`
    }
    <p class="govuk-body-s tl-quiet">${words.source}: ${source}.</p>
  </section>`;
}

function wayRow(way: WaySays, { id, all }: PassageSays, asked: MeasuresAsked): TemplateResult {
  const { count, name } = way;
  const share = shareOf(count, all.count);
  const to = addressOf(`/oversight/funnel/${id}`, asked, { outcome: way.id });
  return html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">${name}</th>
    <td class="govuk-table__cell govuk-table__cell--numeric">
      ${
        count
          ? html`<a class="govuk-link" href=${to} aria-label="${sayNumber(count)}. ${words.drill(name)}"
              >${sayNumber(count)}</a
            >`
          : (count ?? words.fewer)
      }
    </td>
    <td class="govuk-table__cell govuk-table__cell--numeric">
      ${share === undefined ? nothing : sayPercent(Math.round(share))}
    </td>
  </tr>`;
}
