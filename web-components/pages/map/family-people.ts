import { genogramOf } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadMap, saveBlock, type MapPage } from '../../api-office/practice.ts';
import { announce } from '../../contexts/announce.ts';
import '../../elements/genogram/tl-genogram.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import type { Saving } from '../../elements/living/tl-living-block.ts';
import { practice as words } from '../../words-office/practice.ts';
import { livingIn } from './living-in.ts';

/** Who is around the children is kept in the block of this id, whatever the practice model. */
const network = 'network';

/**
 * The people around the children: the list, changed in one place, and the family drawn from it.
 *
 * @property family    id of the family
 * @property revision  of the case: when it grows, what is shown is asked for again
 * @fires tl-changed   the list is saved
 */
export class FamilyPeople extends LightElement {
  static override properties = {
    family: { type: String },
    revision: { type: Number },
    made: { state: true },
    map: { state: true },
  };
  declare family: string;
  declare revision: number;
  declare made: { id: string; name: string }[];
  declare map: MapPage | undefined;

  constructor() {
    super();
    this.made = [];
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('revision') || changed.has('family')) void this.load();
  }

  /** Refused, or without a line: what stood here stays, and the rest of the page says why. */
  private async load(): Promise<void> {
    const answer = await loadMap(this.family);
    if (answer.ok) this.map = answer.value;
  }

  override render(): TemplateResult | typeof nothing {
    const page = this.map;
    if (!page?.blocks[network]) return nothing;
    const living = livingIn(page, {
      made: this.made,
      personMade: (person) => (this.made = [...this.made, person]),
      saving: () => this.saving(page),
    });
    const view = page.practice.network;
    return html`${living(network, 'h2')}
    ${
      view
        ? html`<section>
            <h2 class="govuk-heading-m">${view.title}</h2>
            <tl-genogram
              .family=${genogramOf(
                page.blocks[view.block]?.rows ?? [],
                page.people,
                page.children.map(({ id }) => id),
                view,
              )}
              .label=${view.title}
            ></tl-genogram>
          </section>`
        : nothing
    }`;
  }

  private saving(page: MapPage): Saving {
    return async (changed) => {
      const revision = page.blocks[network]?.revision ?? 0;
      const answer = await saveBlock(this.family, network, true, { ...changed, revision });
      if (answer.ok || answer.status === 409) await this.load();
      if (!answer.ok) return { message: answer.refusal.message, conflict: answer.status === 409 };
      announce(words.saved(page.blockShapes.find(({ id }) => id === network)?.title ?? ''));
      this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
      return undefined;
    };
  }
}

define('tl-family-people', FamilyPeople);
