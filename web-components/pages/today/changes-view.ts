import { html, nothing, type TemplateResult } from 'lit';
import type { Day, FamilyChange } from '../../api-office/day.ts';
import { day as words } from '../../words-office/day.ts';
import { sayMoment } from '../../words/dates.ts';
import { sayFamily } from '../../words/lists.ts';

/** What others did in the reader's families, until they say that they have seen it. */
export function changesView(
  { since, rows, count }: Day['changed'],
  view: { shown: number; more: () => void; away: () => void },
): TemplateResult {
  if (rows.length === 0) return html`<p class="govuk-body">${words.noChanges(sayMoment(since))}</p>`;
  const rest = rows.length - view.shown;
  return html`<p class="govuk-body">
      ${words.since(sayMoment(since))} ${count > rows.length ? words.latest(rows.length, count) : nothing}
    </p>
    <ul class="tl-day__list">
      ${rows.slice(0, view.shown).map(changeView)}
    </ul>
    <p class="tl-line">
      ${
        rest > 0
          ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${view.more}>
              ${words.more(rest)}
            </button>`
          : nothing
      }
      <button type="button" class="govuk-button govuk-button--secondary" @click=${view.away}>
        ${words.away}
      </button>
    </p>`;
}

function changeView({ case: family, caseName, at, by, says, record }: FamilyChange): TemplateResult {
  return html`<li class="tl-day__line">
    <div class="tl-day__when tl-quiet">${sayMoment(at)}</div>
    <div class="tl-day__what">
      <p class="tl-day__title tl-day__title--plain">
        <a class="govuk-link" href=${record ? `/records/${record}` : `/families/${family}`}
          >${says}<span class="govuk-visually-hidden">${words.ofFamily(sayFamily(caseName))}</span></a
        >
      </p>
      <p class="tl-day__who">
        <a class="govuk-link govuk-link--no-visited-state" href="/families/${family}">${caseName}</a>
        <span>${by}</span>
      </p>
    </div>
  </li>`;
}
