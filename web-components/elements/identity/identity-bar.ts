import { html, nothing, type TemplateResult } from 'lit';
import { sayChild, sayFamily, sayList } from '../../words/lists.ts';

/** Whose family every page is about: always in the same place, before the heading. */
export function identityBar(bar: {
  /** `href`: where its name leads, when it is not to the family's own page */
  family: { id: string; name: string; href?: string };
  children?: readonly { name: string; age?: string | number; unborn?: boolean }[];
  more?: readonly string[];
}): TemplateResult {
  const more = (bar.more ?? []).filter(Boolean);
  return html`
    <div class="tl-identity">
      <a
        class="govuk-link govuk-link--no-visited-state tl-identity__name"
        href=${bar.family.href ?? `/families/${bar.family.id}`}
        >${sayFamily(bar.family.name)}</a
      >
      ${bar.children ? html`<span class="tl-identity__children">${sayList(bar.children.map(sayChild))}</span>` : nothing}
      ${more.map((text) => html`<span class="tl-identity__more">${text}</span>`)}
    </div>
  `;
}
