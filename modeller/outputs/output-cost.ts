import type { Beside, Output } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { PaperCost, PapersBeside } from './papers-beside.ts';
import { sayBlock } from './say-block.ts';
import { words } from './words.ts';

/**
 * What a paper costs for the largest family there may be, beside what it may: asked for by a press, since all of it is
 * made for that. A paper that changed since is said to have changed.
 *
 * @property output, audience, language
 * @property parts   what the blocks name
 * @property costOf  asks the server
 */
export class OutputCost extends LightElement {
  static override properties = {
    output: { attribute: false },
    audience: { type: String },
    language: { type: String },
    parts: { attribute: false },
    costOf: { attribute: false },
    asking: { state: true },
    cost: { state: true },
  };
  declare output: Output;
  declare audience: string;
  declare language: string;
  declare parts: Pick<Beside, 'forms' | 'blocks' | 'roles'>;
  declare costOf: PapersBeside['costOf'];
  declare asking: boolean;
  declare cost: { of: string; is: PaperCost | { problem: string } } | undefined;

  constructor() {
    super();
    this.audience = '';
    this.language = '';
    this.asking = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('output') as Output | undefined;
    if (before && before.id !== this.output.id) this.cost = undefined;
  }

  private get as(): string {
    return JSON.stringify([this.output, this.audience, this.language]);
  }

  private async ask(): Promise<void> {
    if (!this.costOf || this.asking) return;
    this.asking = true;
    const { as: of, output, audience, language } = this;
    const is = await this.costOf(output, { audience, ...(language ? { language } : {}) });
    this.cost = { of, is };
    this.asking = false;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.costOf) return nothing;
    const is = this.cost?.is;
    return html`<section aria-labelledby="paper-cost">
      <h3 class="govuk-heading-s" id="paper-cost">${words.cost}</h3>
      <p class="govuk-body-s">${words.costLead}</p>
      <div role="status">
        ${this.asking ? html`<p class="govuk-body-s">${words.counting}</p>` : nothing}
        ${this.cost && this.cost.of !== this.as ? html`<p class="govuk-body-s">${words.costBefore}</p>` : nothing}
        ${is && 'problem' in is ? html`<p class="govuk-error-message">${is.problem}</p>` : nothing}
        ${is && !('problem' in is) ? this.counted(is) : nothing}
      </div>
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        aria-disabled=${this.asking ? 'true' : 'false'}
        @click=${() => void this.ask()}
      >
        ${words.count}
      </button>
    </section>`;
  }

  private counted({ cost, budget, findings }: PaperCost): TemplateResult {
    return html`${findings.map(({ message }) => html`<p class="govuk-error-message">${message}</p>`)}
    ${
      cost
        ? html`<table class="govuk-table tl-cost">
            <caption class="govuk-visually-hidden">
              ${words.cost}
            </caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                ${words.costHead.map((text) => html`<th class="govuk-table__header" scope="col">${text}</th>`)}
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              ${(['pages', 'html', 'pdf', 'docx', 'milliseconds'] as const).map(
                (what) =>
                  html`<tr class="govuk-table__row">
                    <th class="govuk-table__header" scope="row">${words.costs[what]}</th>
                    <td class="govuk-table__cell">${words.amount(what, cost[what])}</td>
                    <td class="govuk-table__cell">${words.amount(what, budget[what])}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
        : nothing
    }
    ${cost ? this.dearest(cost.blocks) : nothing}`;
  }

  /** The blocks that take most of its pages: where to begin, when it is too long. */
  private dearest(blocks: readonly { from: number; pages: number }[]): TemplateResult | typeof nothing {
    const most = blocks.slice(0, 3).flatMap(({ from, pages }) => {
      const block = this.output.blocks[from];
      return block ? [{ what: sayBlock(block, this.parts, this.output.form).what, pages }] : [];
    });
    if (most.length === 0) return nothing;
    return html`<p class="govuk-body-s">${words.dearest}</p>
      <ul class="govuk-list govuk-list--bullet tl-small-list">
        ${most.map(({ what, pages }) => html`<li>${words.pagesOf(what, pages)}</li>`)}
      </ul>`;
  }
}

define('tl-output-cost', OutputCost);
