import { html, type TemplateResult } from 'lit';
import type { LeftOutSays } from '../../api-office/outputs.ts';
import { outputs as words } from '../../words-office/outputs.ts';

/** What a document does not hold, by why; it names the places and never what stands there. */
export function leftOutList(leftOut: LeftOutSays[]): TemplateResult {
  if (leftOut.length === 0) return html`<p class="govuk-body">${words.nothingLeftOut}</p>`;
  const reasons = Object.keys(words.why).filter((why) => leftOut.some((one) => one.why === why));
  return html`<details class="govuk-details" open>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${words.leftOut}</span>
    </summary>
    <div class="govuk-details__text">
      <ul class="govuk-list">
        ${reasons.map((why) => {
          const places = leftOut.filter((one) => one.why === why).map(say);
          return html`<li><strong>${words.why[why]}:</strong> ${places.join('; ')}</li>`;
        })}
      </ul>
    </div>
  </details>`;
}

function say({ what = '', child, count }: LeftOutSays): string {
  const place = child === undefined ? what : words.of(what, child);
  return count === undefined ? place : words.times(place, count);
}
