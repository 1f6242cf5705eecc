import type { Block } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import type { MapPage } from '../../api-office/practice.ts';
import { rowsOf } from '../../elements/answers/table/rows.ts';
import '../../elements/living/tl-living-block.ts';
import type { Saving } from '../../elements/living/tl-living-block.ts';
import { mapTools } from './map-tools.ts';

/** How a map is changed. */
export interface Changing {
  made: readonly { id: string; name: string }[];
  personMade: (person: { id: string; name: string }) => void;
  saving: (block: string) => Saving;
}

/** One list of the map under its title; `quiet`: its rows are shown beside it already. */
export type Living = (id: string, heading?: 'h2' | 'h3', quiet?: boolean) => TemplateResult;

export function livingIn(page: MapPage, changing: Changing): Living {
  const tools = mapTools(page, changing.made, changing.personMade);
  return (id, heading = 'h3', quiet = false) => {
    const block = page.blockShapes.find((one) => one.id === id);
    const shown = page.blocks[id];
    if (!block || !shown) return html``;
    const can = shown.part === 'network' ? page.may.changeNetwork : page.may.change;
    return html`<div class="tl-map__block">
      ${title(block, heading)}
      <tl-living-block
        .block=${block}
        .rows=${rowsOf(shown.rows)}
        .ended=${shown.ended}
        .tools=${tools}
        ?can=${can}
        ?quiet=${quiet}
        .save=${changing.saving(id)}
      ></tl-living-block>
    </div>`;
  };
}

const title = (block: Block, heading: 'h2' | 'h3'): TemplateResult =>
  heading === 'h2'
    ? html`<h2 class="govuk-heading-m">${block.title}</h2>`
    : html`<h3 class="govuk-heading-s">${block.title}</h3>`;
