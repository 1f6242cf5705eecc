import { html, type TemplateResult } from 'lit';
import type { VersionRow } from '../../api-group/versions.ts';
import { pathway as words } from '../../words-group/pathway.ts';

const told = ['stages', 'steps', 'forms', 'questions', 'cases'] as const;

/** How much there is to a version, in a line. */
export function countsLine(counts: VersionRow['counts']): TemplateResult {
  return html`<ul class="tl-counts">
    ${told.map((what) => html`<li class="tl-counts__item">${words.counts[what](counts[what])}</li>`)}
  </ul>`;
}
