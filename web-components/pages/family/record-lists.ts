import { html, type TemplateResult } from 'lit';
import type { FamilyPage } from '../../api/families.ts';
import { sayMoment } from '../../words/dates.ts';
import { family as words } from '../../words/family.ts';
import { nameOf, sayList } from '../../words/lists.ts';

/** Completed forms, by form, the latest first. */
export function recordLists(family: FamilyPage): TemplateResult {
  if (family.records.length === 0) return html`<p class="tl-empty">${words.recordsNone}</p>`;
  return html`${family.records.map(
    ({ title, items }) =>
      html`<section class="tl-records">
        <h2 class="govuk-heading-m">${title}</h2>
        <ul class="tl-plain">
          ${items
            .toSorted((one, other) => other.at.localeCompare(one.at))
            .map(
              (item) =>
                html`<li class="tl-record-line">
                  <a class="govuk-link" href="/records/${item.id}"
                    ><span class="govuk-visually-hidden">${title}, </span>${sayMoment(item.at)}</a
                  >
                  <span>${sayList(item.children.map(nameOf))}</span>
                  <span class="tl-quiet">${nameOf(item.by)}</span>
                </li>`,
            )}
        </ul>
      </section>`,
  )}`;
}
