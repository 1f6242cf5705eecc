import { genogramOf, heardOf, scoresOver } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { MapPage } from '../../api-office/practice.ts';
import '../../elements/genogram/tl-genogram.ts';
import '../../elements/scaling/tl-scores.ts';
import { heardCard } from '../../elements/voice/heard-card.ts';
import { storyShown } from '../../elements/voice/story-shown.ts';
import { practice as words } from '../../words-office/practice.ts';
import { heardNudge } from './heard-nudge.ts';
import { livingIn, type Changing, type Living } from './living-in.ts';
import { scoreWords } from './map-tools.ts';
import { pairsView } from './pairs-view.ts';

/** Everything the practice model shows, in its order: columns, pairs, scores, lists, voices, the family drawn. */
export function mapView(page: MapPage, changing: Changing): TemplateResult {
  const { map, scaling, voice, story, network } = page.practice;
  const living = livingIn(page, changing);
  const shown = new Set([
    ...(map ? [...map.columns.flatMap(({ blocks }) => blocks), ...map.below] : []),
    ...(map?.pairs ? [map.pairs.of, map.pairs.with] : []),
    ...[scaling, voice, story, network].flatMap((view) => view?.block ?? []),
  ]);
  const rest = page.blockShapes.filter(({ id }) => !shown.has(id)).map(({ id }) => id);
  return html`
    ${
      map
        ? html`<div class="tl-map__columns">
              ${map.columns.map(
                (column) =>
                  html`<section class="tl-map__column">
                    <h2 class="govuk-heading-m">${column.title}</h2>
                    ${column.blocks.map((id) => living(id))}
                  </section>`,
              )}
            </div>
            ${map.pairs ? pairsView(page, map.pairs, living) : nothing}`
        : nothing
    }
    ${overall(page, living)} ${[...(map?.below ?? []), ...rest].map((id) => living(id, 'h2'))}
    ${voices(page, living)}
    ${
      story
        ? html`${living(story.block, 'h2', true)} ${storyShown(page.blocks[story.block]?.rows ?? [], story)}`
        : nothing
    }
    ${network ? drawn(page, living) : nothing}
  `;
}

/** The number for everything together; what is scored beside a pair stands there. */
function overall(page: MapPage, living: Living): TemplateResult | typeof nothing {
  const about = scoreWords(page);
  const view = page.practice.scaling;
  if (!view || !about) return nothing;
  const scores = scoresOver(page.blocks[view.block]?.rows ?? [], view);
  const paired = new Set(
    page.practice.map?.pairs
      ? (page.blocks[page.practice.map.pairs.of]?.rows ?? []).map(
          (row) => row[page.practice.map?.pairs?.by ?? ''],
        )
      : [],
  );
  const here = scores.filter(({ about: number }) => !paired.has(number));
  const label = (number: number): string =>
    number === view.overall ? view.overallTitle : `${view.aboutTitle} ${String(number)}`;
  return html`<section class="tl-map__scores">
    <h2 class="govuk-heading-m">${view.title}</h2>
    ${
      here.length === 0
        ? html`<p class="govuk-body-s tl-quiet">${words.noScores}</p>`
        : here.map(
            (one) =>
              html`<h3 class="govuk-heading-s">${label(one.about)}</h3>
                <tl-scores .scores=${one} .about=${about} .label=${label(one.about)}></tl-scores>`,
          )
    }
    ${living(view.block, 'h3', true)}
  </section>`;
}

function voices(page: MapPage, living: Living): TemplateResult | typeof nothing {
  const view = page.practice.voice;
  if (!view) return nothing;
  const columns = page.blockShapes.find(({ id }) => id === view.block)?.columns ?? [];
  const heard = heardOf(page.blocks[view.block]?.rows ?? [], view);
  const about = { columns, children: page.children };
  const [latest, earlier] = [heard.slice(0, 3), heard.slice(3)];
  return html`<section class="tl-map__voices">
    <h2 class="govuk-heading-m">${view.title}</h2>
    ${heardNudge(page)} ${latest.map((one) => heardCard(one, about))}
    ${
      earlier.length > 0
        ? html`<details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">${words.earlierVoice(earlier.length)}</span>
            </summary>
            ${earlier.map((one) => heardCard(one, about))}
          </details>`
        : nothing
    }
    ${living(view.block, 'h3', true)}
  </section>`;
}

function drawn(page: MapPage, living: Living): TemplateResult {
  const view = page.practice.network;
  if (!view) return html``;
  const family = genogramOf(
    page.blocks[view.block]?.rows ?? [],
    page.people,
    page.children.map(({ id }) => id),
    view,
  );
  return html`<section class="tl-map__family">
    <h2 class="govuk-heading-m">${view.title}</h2>
    <tl-genogram .family=${family} .label=${view.title}></tl-genogram>
    ${living(view.block)}
  </section>`;
}
