import type { Column, Heard } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../words/form.ts';
import { sayList } from '../../words/lists.ts';
import { practice as words } from '../../words-office/practice.ts';
import { pictureShown } from './picture-shown.ts';

/** What the words of an entry need. */
export interface VoiceWords {
  columns: readonly Column[];
  children: readonly { id: string; name: string }[];
}

/** A child’s words in quotation marks; whoever wrote them down with marks of their own has them as they are. */
export function quoted(text: string): string {
  return /["“”„«»]|^‘/.test(text) ? text : `“${text}”`;
}

/** One time a child was heard: their own words first, then the panels side by side, then the pictures. */
export function heardCard(one: Heard, about: VoiceWords): TemplateResult {
  const names = sayList(
    one.children.map((id) => about.children.find((child) => child.id === id)?.name ?? form.unknownPerson),
  );
  const label = (column: string): string => about.columns.find(({ id }) => id === column)?.label ?? '';
  return html`
    <article
      class="tl-voice"
      aria-label=${[names, one.on ? words.heard(one.on) : ''].filter(Boolean).join(', ') || nothing}
    >
      <p class="tl-voice__who">
        <strong>${names}</strong>
        ${one.on ? html`<span class="tl-quiet">${words.heard(one.on)}</span>` : nothing}
      </p>
      ${one.words ? html`<blockquote class="tl-voice__words tl-text">${quoted(one.words)}</blockquote>` : nothing}
      ${
        one.panels.length > 0
          ? html`<div class="tl-voice__panels">
              ${one.panels.map(
                ({ column, text }) =>
                  html`<div class="tl-voice__panel">
                    <p class="tl-voice__title">${label(column)}</p>
                    <p class="tl-text">${text}</p>
                  </div>`,
              )}
            </div>`
          : nothing
      }
      ${
        one.pictures.length > 0
          ? html`<div class="tl-voice__pictures">
              ${one.pictures.map((picture) => pictureShown({ ...picture, by: names }))}
            </div>`
          : nothing
      }
    </article>
  `;
}
