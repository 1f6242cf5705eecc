import { html, nothing, type TemplateResult } from 'lit';
import type { Publication } from '../../api-group/publishing.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { publishing } from '../../words-group/publishing.ts';
import { changeList } from './change-list.ts';

const words = publishing.log;
const colours = { proposed: 'govuk-tag--yellow', published: 'govuk-tag--green', refused: 'govuk-tag--grey' };

/** One entry of the change log: what, why, who asked, before and after, and what became of it. */
export function publicationView(one: Publication): TemplateResult {
  return html`<article class="tl-entry" aria-labelledby="entry-${one.id}">
    <h2 class="govuk-heading-s" id="entry-${one.id}">
      ${one.title} <strong class="govuk-tag ${colours[one.state]}">${words.states[one.state]}</strong>
    </h2>
    <dl class="govuk-summary-list govuk-summary-list--no-border tl-facts">
      ${one.state === 'refused' ? nothing : row(words.effective, sayDay(one.effective))}
      ${row(words.forWhom, one.team ?? publishing.propose.everyone)} ${row(words.why, one.why)}
      ${row(words.asked, one.asked.join(', '))} ${row(words.note, one.note)}
      ${row(words.before, `${one.before.name} (${words.version(one.before.id)})`)}
      ${row(words.after, words.version(one.version))}
      ${row(words.proposed, `${one.proposed.by}, ${sayMoment(one.proposed.at)}`)}
      ${one.approved ? row(words.approved, `${one.approved.by}, ${sayMoment(one.approved.at)}`) : nothing}
      ${one.refused ? row(words.refused, `${one.refused.by}, ${sayMoment(one.refused.at)}`) : nothing}
      ${one.refused?.because ? row(words.because, one.refused.because) : nothing}
      ${one.authorised.length > 0 ? row(words.authorised, one.authorised.map(sayAuthorised).join('; ')) : nothing}
      ${one.examples.length > 0 ? row(words.examples, one.examples.map(({ id, because }) => `${id}: ${because}`).join('; ')) : nothing}
      ${one.state === 'published' ? row(words.reviews, one.reviews.map(sayDay).join(', ')) : nothing}
    </dl>
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${words.changes(one.changes.length)}<span class="govuk-visually-hidden">: ${one.title}</span></span
        >
      </summary>
      <div class="govuk-details__text">
        ${changeList(one.changes)}
        <p class="govuk-body">${words.holds(one.holds)}</p>
      </div>
    </details>
  </article>`;
}

const sayAuthorised = ({ finding, by, because }: Publication['authorised'][number]): string =>
  `${finding.replace(/^[^:]*:/, '')}: ${by}, ${because}`;

const row = (key: string, value: string): TemplateResult =>
  html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${key}</dt>
    <dd class="govuk-summary-list__value">${value}</dd>
  </div>`;
