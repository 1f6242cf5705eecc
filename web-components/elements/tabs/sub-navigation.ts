import { html, nothing, type TemplateResult } from 'lit';

export interface Tab {
  href: string;
  text: string;
  count?: number | undefined;
  current: boolean;
}

/** Links that stand as tabs over the parts of one page. */
export function subNavigation(label: string, tabs: readonly Tab[]): TemplateResult {
  return html`
    <nav class="moj-sub-navigation" aria-label=${label}>
      <ul class="moj-sub-navigation__list">
        ${tabs.map(
          ({ href, text, count, current }) =>
            html`<li class="moj-sub-navigation__item">
              <a class="moj-sub-navigation__link" href=${href} aria-current=${current ? 'page' : nothing}
                >${text}${count === undefined ? nothing : html` <span class="tl-count">${count}</span>`}</a
              >
            </li>`,
        )}
      </ul>
    </nav>
  `;
}
