import type { Column } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';
import type { FormTools } from '../answers/answer-element.ts';
import type { Row } from '../answers/table/rows.ts';
import { rowShort } from './row-said.ts';

/** Chooses a row that is no longer so, with the reason; `end` gets nothing when one of the two is missing. */
export function endingForm(form: {
  name: string;
  columns: readonly Column[];
  rows: readonly Row[];
  tools: FormTools;
  end: (ended: { id: string; why: string } | undefined) => void;
}): TemplateResult {
  const { name, columns, rows, tools } = form;
  const send = (event: Event): void => {
    event.preventDefault();
    const sent = new FormData(event.target as HTMLFormElement);
    const [id, why] = [sent.get('row'), sent.get('why')];
    const given = typeof id === 'string' && typeof why === 'string' && why.trim() !== '';
    form.end(given ? { id, why: why.trim() } : undefined);
  };
  return html`<details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">${words.end}</span>
    </summary>
    <form class="govuk-details__text" novalidate @submit=${send}>
      <fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.endWhich}</legend>
        <div class="govuk-radios govuk-radios--small">
          ${rows.map(
            ({ id, ...row }, at) =>
              html`<div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  id="end-${name}-${at}"
                  name="row"
                  value=${id}
                />
                <label class="govuk-label govuk-radios__label" for="end-${name}-${at}"
                  >${rowShort(columns, row, tools)}</label
                >
              </div>`,
          )}
        </div>
      </fieldset>
      <div class="govuk-form-group">
        <label class="govuk-label govuk-label--s" for="why-${name}">${words.endWhy}</label>
        <div class="govuk-hint" id="why-${name}-hint">${words.endHint}</div>
        <input
          class="govuk-input"
          id="why-${name}"
          name="why"
          maxlength="2000"
          aria-describedby="why-${name}-hint"
        />
      </div>
      <button class="govuk-button govuk-button--warning tl-small-button">${words.endButton}</button>
    </form>
  </details>`;
}
