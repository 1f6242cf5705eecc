import type { Column, FormQuestion } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import type { FormTools } from './answer-element.ts';
import { rowInWords } from './row-in-words.ts';
import { sayAnswer } from './say-answer.ts';
import { rowsOf } from './table/rows.ts';

/** An answer to read: words, or the rows of a table each in short. */
export function answerInWords(
  question: FormQuestion,
  value: unknown,
  columns: readonly Column[],
  tools: FormTools,
): TemplateResult {
  const rows = question.type === 'table' ? rowsOf(value) : [];
  if (rows.length === 0) return html`<p class="tl-text">${sayAnswer(question, value, tools)}</p>`;
  return html`<ul class="tl-rows tl-rows--read">
    ${rows.map((row) => html`<li class="tl-row">${rowInWords(columns, row, tools)}</li>`)}
  </ul>`;
}
