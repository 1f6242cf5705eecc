import type { Column } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormTools } from '../answers/answer-element.ts';
import { sayRow } from '../answers/say-answer.ts';

type Row = Record<string, unknown>;

/** A row to read: its first words large, the rest small, each with its label. */
export function rowSaid(columns: readonly Column[], row: Row, tools: FormTools): TemplateResult {
  const cells = sayRow(columns, row, tools).filter(({ column }) => column.type !== 'file');
  const main = mainOf(cells);
  const rest = cells.filter((cell) => cell !== main);
  return html`
    ${main ? html`<p class="tl-text tl-living__main">${main.says}</p>` : nothing}
    ${
      rest.length > 0
        ? html`<dl class="tl-living__rest">
            ${rest.map(
              ({ column, says }) =>
                html`<div>
                  <dt>${column.label}</dt>
                  <dd>${says}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
  `;
}

type Cell = ReturnType<typeof sayRow>[number];

/** What a row is about: somebody whom every row names, else what is said at length, else its first words. */
function mainOf(cells: readonly Cell[]): Cell | undefined {
  const first = (type: string) => cells.find(({ column }) => column.type === type);
  const somebody = cells.find(({ column }) => column.type === 'person' && column.required === true);
  return somebody ?? first('long-text') ?? first('short-text') ?? cells[0];
}

/** A row in a few words: what a list of choices calls it. */
export function rowShort(columns: readonly Column[], row: Row, tools: FormTools): string {
  const cells = sayRow(columns, row, tools);
  const main = mainOf(cells);
  const says = main?.says ?? '';
  return says.length > 90 ? `${says.slice(0, 89)}…` : says;
}
