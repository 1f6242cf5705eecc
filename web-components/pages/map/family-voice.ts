import { heardOf } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadMap, type MapPage } from '../../api-office/practice.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { heardCard } from '../../elements/voice/heard-card.ts';
import { heardNudge } from './heard-nudge.ts';

/**
 * On a family's page: what each child last said, how long ago that was, and the way to the map.
 *
 * @property family    id of the family
 * @property revision  of the case: when it grows, what is shown is asked for again
 */
export class FamilyVoice extends LightElement {
  static override properties = {
    family: { type: String },
    revision: { type: Number },
    map: { state: true },
  };
  declare family: string;
  declare revision: number;
  declare map: MapPage | undefined;

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
    const { map, voice } = page?.practice ?? {};
    if (!page || (!map && !voice)) return nothing;
    const columns = page.blockShapes.find(({ id }) => id === voice?.block)?.columns ?? [];
    const rows = voice ? (page.blocks[voice.block]?.rows ?? []) : [];
    const latest = voice ? page.children.flatMap(({ id }) => heardOf(rows, voice, id).slice(0, 1)) : [];
    const each = [...new Map(latest.map((one) => [one.row, one])).values()];
    return html`<section class="tl-family-voice" aria-labelledby="family-voice">
      ${
        map
          ? html`<h2 class="govuk-heading-m">
                <a class="govuk-link" href="/families/${this.family}/map">${map.title}</a>
              </h2>
              <p class="govuk-body">${map.lead}</p>`
          : nothing
      }
      ${
        voice
          ? html`<h2 class="govuk-heading-m" id="family-voice">${voice.title}</h2>
              ${heardNudge(page)}
              <div class="tl-voices">
                ${each.map((one) => heardCard(one, { columns, children: page.children }))}
              </div>`
          : nothing
      }
    </section>`;
  }
}

define('tl-family-voice', FamilyVoice);
