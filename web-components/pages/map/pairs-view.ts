import { scoresOver, type MapView } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { MapPage, Row } from '../../api-office/practice.ts';
import { rowSaid } from '../../elements/living/row-said.ts';
import { sayMoves } from '../../elements/scaling/say-scores.ts';
import { practice as words } from '../../words-office/practice.ts';
import type { Living } from './living-in.ts';
import { mapTools, scoreWords } from './map-tools.ts';

/** Rows of two blocks that belong together stand side by side, each pair with its scores below. */
export function pairsView(
  page: MapPage,
  pairs: NonNullable<MapView['pairs']>,
  living: Living,
): TemplateResult {
  const rows = (id: string): Row[] => page.blocks[id]?.rows ?? [];
  const all = rows(pairs.of).toSorted((one, other) => Number(one[pairs.by]) - Number(other[pairs.by]));
  const numbers = new Set(all.map((row) => row[pairs.by]));
  const alone = rows(pairs.with).filter((row) => !numbers.has(row[pairs.by]));
  return html`<section class="tl-map__pairs">
    <h2 class="govuk-heading-m">${pairs.title}</h2>
    ${all.length === 0 ? html`<p class="govuk-body-s tl-quiet">${words.never}</p>` : nothing}
    ${all.map((row) => onePair(page, pairs, row))}
    ${alone.map(
      (row) =>
        html`<div class="tl-map__pair">
          <div></div>
          <div>${said(page, pairs.with, row)}</div>
        </div>`,
    )}
    <div class="tl-map__columns tl-map__columns--two">
      ${living(pairs.of, 'h3', true)} ${living(pairs.with, 'h3', true)}
    </div>
  </section>`;
}

function onePair(page: MapPage, pairs: NonNullable<MapView['pairs']>, row: Row): TemplateResult {
  const number = row[pairs.by];
  const goals = (page.blocks[pairs.with]?.rows ?? []).filter((goal) => goal[pairs.by] === number);
  const view = page.practice.scaling;
  const about = scoreWords(page);
  const scores =
    view && scoresOver(page.blocks[view.block]?.rows ?? [], view).find((one) => one.about === number);
  const label = view ? `${view.aboutTitle} ${String(number)}` : '';
  return html`<article class="tl-map__pair" aria-label=${label || String(number)}>
    <div class="tl-map__worry">
      <p class="tl-map__number">${label || String(number)}</p>
      ${said(page, pairs.of, row)}
    </div>
    <div class="tl-map__goal">
      <p class="tl-map__number">${titleOf(page, pairs.with)}</p>
      ${
        goals.length === 0
          ? html`<p class="tl-due tl-due--soon">${pairs.missing}</p>`
          : goals.map((goal) => said(page, pairs.with, goal))
      }
    </div>
    ${
      scores && about
        ? html`<details class="govuk-details tl-map__pair-scores">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">${sayMoves(scores, about)}</span>
            </summary>
            <tl-scores .scores=${scores} .about=${about} .label=${label}></tl-scores>
          </details>`
        : nothing
    }
  </article>`;
}

const titleOf = (page: MapPage, id: string): string =>
  page.blockShapes.find((block) => block.id === id)?.title ?? '';

function said(page: MapPage, id: string, row: Row): TemplateResult {
  const columns = page.blockShapes.find((block) => block.id === id)?.columns ?? [];
  const by = page.practice.map?.pairs?.by;
  return rowSaid(
    columns.filter((column) => column.id !== by),
    row,
    mapTools(page, [], () => undefined),
  );
}
