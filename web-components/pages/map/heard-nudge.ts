import { html, nothing, type TemplateResult } from 'lit';
import type { MapPage } from '../../api-office/practice.ts';
import { practice as words } from '../../words-office/practice.ts';

/** How long ago each child was heard; where it is too long, it stands out in words and colour. */
export function heardNudge(page: Pick<MapPage, 'heard' | 'children'>): TemplateResult | typeof nothing {
  if (page.heard.length === 0) return nothing;
  return html`<ul class="tl-plain tl-heard">
    ${page.heard.map(({ child, days, old }) => {
      const name = page.children.find(({ id }) => id === child)?.name ?? '';
      if (days === undefined)
        return html`<li><span class="tl-due tl-due--soon">${words.neverHeard(name)}</span></li>`;
      return old
        ? html`<li><span class="tl-due tl-due--soon">${words.heardOld(name, days)}</span></li>`
        : html`<li class="tl-quiet">${words.heardLast(name, days)}</li>`;
    })}
  </ul>`;
}
