import { html, nothing, type TemplateResult } from 'lit';
import type { DraftRow } from '../../api-group/drafts.ts';
import { sayMoment } from '../../words/dates.ts';
import { pathway } from '../../words-group/pathway.ts';

const words = pathway.drafts;
const colours = { open: '', proposed: 'govuk-tag--yellow', published: 'govuk-tag--green' } as const;

/** Drafts, the latest saved first, with who holds the pen. */
export function draftList(drafts: readonly DraftRow[], fork: (draft: DraftRow) => void): TemplateResult {
  if (drafts.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
  return html`<ul class="tl-entries">
    ${drafts.map(
      (draft) =>
        html`<li class="tl-entry">
          <h3 class="govuk-heading-s">
            <a class="govuk-link" href="/pathway/drafts/${draft.id}">${draft.title}</a>
            <strong class="govuk-tag ${colourOf(draft)}">${words.states[draft.state]}</strong>
          </h3>
          ${draft.why ? html`<p class="govuk-body">${draft.why}</p>` : nothing}
          <p class="govuk-body tl-quiet tl-line">
            <span>${words.base(draft.base.name)}</span>
            ${draft.fork ? html`<span>${words.fork}</span>` : nothing}
            <span>${words.saved(sayMoment(draft.save.at), draft.save.by.name)}</span>
          </p>
          <p class="govuk-body tl-line">
            <span class="tl-pen">${sayPen(draft)}</span>
            <button type="button" class="tl-text-button" @click=${() => fork(draft)}>
              ${words.forkIt}<span class="govuk-visually-hidden">: ${draft.title}</span>
            </button>
          </p>
        </li>`,
    )}
  </ul>`;
}

const colourOf = ({ state }: DraftRow): string =>
  state === 'refused' || state === 'closed' ? 'govuk-tag--grey' : colours[state];

function sayPen({ pen }: DraftRow): string {
  if (pen.mine) return words.yours;
  return pen.holder ? words.pen(pen.holder.name) : words.free;
}
