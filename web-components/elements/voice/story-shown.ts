import type { StoryView } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';

type Row = Record<string, unknown>;

/** A story in pictures and words, frame after frame, as a child is told it. */
export function storyShown(rows: readonly Row[], view: StoryView): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<ol class="tl-story">
    ${rows.map((row, at) => {
      const text = String(row[view.words] ?? '');
      const files: unknown[] = Array.isArray(row[view.picture]) ? (row[view.picture] as unknown[]) : [];
      return html`<li class="tl-story__frame">
        ${files.map(
          (file) =>
            html`<img
              class="tl-picture__image"
              src="/api/attachments/${String(file)}"
              alt="${words.picture} ${at + 1}"
              loading="lazy"
            />`,
        )}
        <p class="tl-text">${text}</p>
      </li>`;
    })}
  </ol>`;
}
