import type { Column } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import type { FormTools } from './answer-element.ts';
import { sayRow } from './say-answer.ts';

/** The cells of a row that say something, each with its label; a picture is seen. */
export function rowInWords(
  columns: readonly Column[],
  row: Record<string, unknown>,
  tools: FormTools,
): TemplateResult {
  return html`<dl class="tl-cells">
    ${sayRow(columns, row, tools).map(
      ({ column, says }) =>
        html`<div>
          <dt>${column.label}</dt>
          <dd>${column.picture ? picturesOf(column, row) : says}</dd>
        </div>`,
    )}
  </dl>`;
}

function picturesOf({ id, label }: Column, row: Record<string, unknown>): TemplateResult[] {
  return [row[id] ?? []]
    .flat()
    .map(
      (file) => html`<img class="tl-picture__image" src="/api/attachments/${String(file)}" alt=${label} />`,
    );
}
