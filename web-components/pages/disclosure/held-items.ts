import { html, nothing, type TemplateResult } from 'lit';
import type { Disclosure, HeldItem, HeldLine, Mark } from '../../api-office/disclosure.ts';
import { sayDay } from '../../words/dates.ts';
import { disclosure } from '../../words-office/disclosure.ts';
import { markOf, reasonName, type MarkActs } from './marks.ts';

const words = disclosure.page;

/** Everything that is held, each part with the button that leaves it out. */
export function heldItems(page: Disclosure, acts: MarkActs): TemplateResult {
  return html`${page.items.map((item) => heldItem(page, item, acts))}`;
}

function heldItem(page: Disclosure, item: HeldItem, acts: MarkActs): TemplateResult {
  const whole = markOf(page, { item: item.id });
  const said = [item.at ? sayDay(item.at) : '', item.by ?? ''].filter(Boolean).join(', ');
  return html`<section class="tl-held" aria-labelledby=${item.id}>
    <h2 class="govuk-heading-m" id=${item.id}>${item.title}</h2>
    ${said ? html`<p class="govuk-body tl-quiet">${said}</p>` : nothing}
    ${button(page, { item: item.id }, words.leaveOutWhole, item.title, acts)}
    ${
      whole || item.lines.length === 0
        ? nothing
        : html`<ul class="tl-plain">
            ${item.lines.map((line) => heldLine(page, item, line, acts))}
          </ul>`
    }
  </section>`;
}

function heldLine(page: Disclosure, item: HeldItem, line: HeldLine, acts: MarkActs): TemplateResult {
  const place = { item: item.id, line: line.id };
  const mark = markOf(page, place);
  return html`<li class="tl-held__line ${mark ? 'tl-held__line--out' : ''}">
    <strong>${line.label}</strong>
    <span class="tl-held__text">${line.text}</span>
    ${button(page, place, words.leaveOut, line.label, acts)}
  </li>`;
}

function button(
  page: Disclosure,
  place: Omit<Mark, 'reason'>,
  leaveOut: string,
  what: string,
  acts: MarkActs,
): TemplateResult | typeof nothing {
  const mark = markOf(page, place);
  if (page.made && !mark) return nothing;
  return html`<span class="tl-line">
    ${mark ? html`<strong class="govuk-tag govuk-tag--yellow">${words.taken}: ${reasonName(page, mark.reason)}</strong>` : nothing}
    ${
      page.made
        ? nothing
        : html`<button
            type="button"
            class="govuk-button govuk-button--secondary tl-small-button"
            @click=${() => acts.toggle({ ...place, reason: acts.reason })}
          >
            ${mark ? words.keep : leaveOut}<span class="govuk-visually-hidden">: ${what}</span>
          </button>`
    }
  </span>`;
}
