import { html, nothing, type TemplateResult } from 'lit';
import type { Disclosure, Mark } from '../../api-office/disclosure.ts';
import { disclosure } from '../../words-office/disclosure.ts';
import { markOf, markSent, reasonName, type MarkActs } from './marks.ts';

const words = disclosure.page;

/** What is offered to be left out, and is not yet. */
export function proposals(page: Disclosure, acts: MarkActs): TemplateResult | typeof nothing {
  const open = page.proposals.filter((one) => !markOf(page, one));
  if (open.length === 0) return nothing;
  return html`<section aria-labelledby="offered">
    <h2 class="govuk-heading-m" id="offered">${words.offered}</h2>
    <ul class="tl-entries">
      ${open.map((one) => {
        const place = says(page, one);
        return html`<li class="tl-entry">
          <p class="govuk-body">
            ${place} <span class="tl-quiet">${one.because}. ${reasonName(page, one.reason)}.</span>
          </p>
          <button
            type="button"
            class="govuk-button govuk-button--secondary tl-small-button"
            @click=${() => acts.toggle(markSent(one))}
          >
            ${words.take}<span class="govuk-visually-hidden">: ${place}</span>
          </button>
        </li>`;
      })}
    </ul>
  </section>`;
}

function says(page: Disclosure, { item: of, line, words: text }: Mark): string {
  if (text) return `“${text}”`;
  const item = page.items.find((one) => one.id === of);
  return [item?.title, item?.lines.find((one) => one.id === line)?.label].filter(Boolean).join(': ');
}
