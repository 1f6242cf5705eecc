import { html, nothing, type TemplateResult } from 'lit';
import { draft } from '../../words-group/draft.ts';
import type { Saving } from './draft-saving.ts';
import { smallButton } from '../../elements/small-button.ts';

const words = draft.conflict;

export interface Choices {
  /** tries again on the save that is there now */
  mine: () => void;
  /** gives up what was not saved and shows what is there now */
  theirs: () => void;
  /** takes the pen, then saves */
  take: () => void;
}

/** What could not be saved and why, with what can be done: nothing is overwritten or given up by itself. */
export function unsaved(now: Saving, choices: Choices): TemplateResult | typeof nothing {
  if (now.state !== 'refused') return nothing;
  const { reason, message, findings } = now.refusal;
  return html`
    <section class="tl-unsaved" aria-labelledby="unsaved" role="alert">
      <h2 class="govuk-heading-s" id="unsaved">${words.title}</h2>
      <p class="govuk-body">${message}</p>
      ${
        findings.length > 1
          ? html`<ul class="govuk-list govuk-list--bullet">
              ${findings.slice(1, 6).map((finding) => html`<li>${finding.message}</li>`)}
            </ul>`
          : nothing
      }
      ${reason === 'pen' ? smallButton(words.take, choices.take) : nothing}
      ${reason === 'conflict' ? html`${smallButton(words.mine, choices.mine)} <span class="govuk-body-s tl-quiet">${words.mineHint}</span><br />` : nothing}
      ${
        reason === 'not-readable'
          ? nothing
          : html`${smallButton(words.theirs, choices.theirs)}
              <span class="govuk-body-s tl-quiet">${words.theirsHint}</span>`
      }
      ${reason === 'pen' || reason === 'conflict' || reason === 'not-open' ? nothing : smallButton(words.again, choices.mine)}
    </section>
  `;
}
