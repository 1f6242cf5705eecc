import { html, nothing, type TemplateResult } from 'lit';
import { certificatePath, type Proposal } from '../../api-office/retention.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { retention as words } from '../../words-office/retention.ts';

const colours = { proposed: '', refused: 'govuk-tag--yellow', done: 'govuk-tag--grey' };

/** What was proposed to be let go of, and what became of it, the latest first. */
export function proposalList(proposals: readonly Proposal[]): TemplateResult {
  if (proposals.length === 0) return html`<p class="govuk-body">${words.noDisposals}</p>`;
  return html`<ul class="tl-entries">
    ${proposals.map(proposal)}
  </ul>`;
}

function proposal(one: Proposal): TemplateResult {
  const { case: of, state, rules, by, at, decided } = one;
  return html`<li class="tl-entry">
    <h2 class="govuk-heading-s tl-line">
      <span>${of.name ?? words.reference(of.id)}</span>
      <strong class="govuk-tag ${colours[state]}">${words.states[state]}</strong>
    </h2>
    <p class="govuk-body">
      ${one.whole ? words.whole : words.part(one.children)}:
      ${[...new Set(rules.map(({ name, until }) => `${name}, ${sayDay(until)}`))].join('; ')}
    </p>
    <p class="govuk-body tl-quiet tl-line">
      <span>${words.proposed(by.name, sayMoment(at))}</span>
      ${decided ? html`<span>${words.decided(decided.by, sayMoment(decided.at))}${decided.why ? `: ${decided.why}` : ''}</span>` : nothing}
    </p>
    <p class="govuk-body">
      ${
        state === 'done'
          ? html`<a class="govuk-link" href=${certificatePath(one.id)} download
              >${words.certificate}<span class="govuk-visually-hidden">: ${of.id}</span></a
            >`
          : html`<a class="govuk-link" href="/families/${encodeURIComponent(of.id)}/retention"
              >${words.look_at}<span class="govuk-visually-hidden">: ${of.name ?? of.id}</span></a
            >`
      }
    </p>
  </li>`;
}
