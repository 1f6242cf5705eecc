import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerField } from './answer-element.ts';
import { answerTypes } from './registry.ts';

/** Label, hint, error and the fields of one answer: in a fieldset when there are several fields. */
export function answerField(field: AnswerField): TemplateResult {
  const { asked, id, error } = field;
  const type = answerTypes[asked.type];
  const grouped = type.grouped(asked, field);
  const hintId = field.hint ? `${id}-hint` : '';
  const errorId = error ? `${id}-error` : '';
  const described = [hintId, errorId].filter(Boolean).join(' ');
  const label = html`${field.label}${
    field.optional ? html` <span class="tl-optional">${field.optional}</span>` : nothing
  }`;
  const size = field.size ?? 's';
  const inside = html`
    ${hintId ? html`<div id=${hintId} class="govuk-hint">${field.hint}</div>` : nothing}
    ${field.extra ?? nothing}
    ${errorId ? html`<p id=${errorId} class="govuk-error-message">${error}</p>` : nothing}
    ${type.render({ ...field, described: grouped ? '' : described })}
  `;
  return html`
    <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
      ${
        grouped
          ? html`<fieldset class="govuk-fieldset" aria-describedby=${described || nothing}>
              <legend class="govuk-fieldset__legend govuk-fieldset__legend--${size}">${label}</legend>
              ${inside}
            </fieldset>`
          : html`<label class="govuk-label govuk-label--${size}" for=${id}>${label}</label>${inside}`
      }
    </div>
  `;
}
