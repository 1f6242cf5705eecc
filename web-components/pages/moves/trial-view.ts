import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceChoice, Trial, Trouble } from '../../api-group/moves.ts';
import { sayMoment } from '../../words/dates.ts';
import { moves as words } from '../../words-group/moves.ts';

/** How the plan went when it was tried: counts, and where a person has to say more. */
export function trialView(
  trial: Trial,
  open: boolean,
  choose: (choice: PlaceChoice) => void,
): TemplateResult {
  const { counts } = words;
  return html`
    <p class="govuk-body tl-quiet">${words.tried(trial.by, sayMoment(trial.at))}</p>
    ${trial.ofThisPlan ? nothing : html`<div class="govuk-inset-text">${words.old}</div>`}
    <ul class="govuk-list govuk-list--bullet">
      <li>${counts.cases(trial.cases)}</li>
      <li>${counts.move(trial.move, trial.children)}</li>
      <li>${counts.needs(trial.needsMore)}</li>
      <li>${counts.steps(trial.steps.goOn, trial.steps.close, trial.steps.open)}</li>
      ${trial.alreadyThere > 0 ? html`<li>${counts.there(trial.alreadyThere)}</li>` : nothing}
    </ul>
    ${trial.needAPerson.length > 0 ? html`<h3 class="govuk-heading-s">${words.needs}</h3>` : nothing}
    ${placesOf(trial).map(({ trouble, families }) => placeView(trouble, families, open, choose))}
  `;
}

interface Place {
  trouble: Trouble;
  families: string[];
}

/** The same place of several families is decided once. */
function placesOf({ needAPerson }: Trial): Place[] {
  const places = new Map<string, Place>();
  for (const one of needAPerson) {
    const family = one.readable ? (one.name ?? '') : words.unnamed(one.case);
    for (const trouble of one.troubles) {
      const key = JSON.stringify([trouble.reason, trouble.process, trouble.open, trouble.message]);
      const place = places.get(key) ?? { trouble, families: [] };
      if (!place.families.includes(family)) place.families.push(family);
      places.set(key, place);
    }
  }
  return [...places.values()];
}

function placeView(
  { message, nearest }: Trouble,
  families: string[],
  open: boolean,
  choose: (choice: PlaceChoice) => void,
): TemplateResult {
  return html`
    <div class="tl-panel">
      <p class="govuk-body"><strong>${words.for(families.length)}</strong>: ${families.join(', ')}</p>
      <p class="govuk-body">${message}</p>
      ${
        open
          ? html`<ul class="govuk-list">
              ${nearest.map(
                ({ choice, says }) => html`
                  <li>
                    <button
                      type="button"
                      class="govuk-button govuk-button--secondary"
                      @click=${() => choose(choice)}
                    >
                      ${words.choosePlace}<span class="govuk-visually-hidden">: ${says}</span>
                    </button>
                    ${says}
                  </li>
                `,
              )}
            </ul>`
          : nothing
      }
    </div>
  `;
}
