import { html, nothing, type TemplateResult } from 'lit';
import type { Looked } from '../../api-office/audit.ts';
import { sayMoment } from '../../words/dates.ts';
import { audit as words } from '../../words-office/audit.ts';

/** Entries as sentences, the latest first. On a family's own page the family is not said again with each. */
export function trailEntries(entries: readonly Looked[], isFamilys: boolean): TemplateResult {
  return html`<ol class="tl-entries tl-trail">
    ${entries.map((one) => entry(one, isFamilys))}
  </ol>`;
}

function entry(one: Looked, isFamilys: boolean): TemplateResult {
  const { who, did, about, at, refused, glass, sort } = one;
  return html`<li class="tl-entry">
    <p class="govuk-body tl-trail__says">
      ${isFamilys ? html`<strong>${who.name}</strong> <span class="tl-quiet">${who.roles}</span><br />` : nothing}
      ${did}${about ? html`: ${about}` : nothing}${isFamilys || !one.case ? nothing : html`, ${ofFamily(one.case)}`}
    </p>
    <p class="govuk-body tl-quiet tl-line">
      <span>${sayMoment(at)}</span>
      ${sort === 'printed' || sort === 'exported' ? html`<strong class="govuk-tag govuk-tag--blue">${words.sorts[sort]}</strong>` : nothing}
      ${glass ? html`<strong class="govuk-tag govuk-tag--orange">${words.glass}</strong>` : nothing}
      ${refused ? html`<strong class="govuk-tag govuk-tag--yellow">${refused}</strong>` : nothing}
    </p>
  </li>`;
}

function ofFamily({ id, name }: { id: string; name?: string }): TemplateResult {
  return html`<span>${name ?? words.reference(id)}</span>`;
}
