import type { FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../words/form.ts';
import { withNames } from './question-words.ts';

interface Named {
  id: string;
  name: string;
}

/** A thought to help with a question, opened only by those who want it. */
export function thought(
  question: Pick<FormQuestion, 'prompt' | 'exemplar' | 'purpose'>,
  label: string,
  child: Named | undefined,
  children: readonly Named[],
): TemplateResult | typeof nothing {
  const { prompt, exemplar, purpose } = question;
  if (!prompt && !exemplar) return nothing;
  return html`
    <details class="govuk-details tl-thought">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text"
          >${form.think}<span class="govuk-visually-hidden">: ${label}</span></span
        >
      </summary>
      <div class="govuk-details__text">
        ${prompt ? html`<p>${withNames(prompt, child, children)}</p>` : nothing}
        ${exemplar ? html`<p><strong>${form.example}.</strong> ${exemplar}</p>` : nothing}
        ${purpose ? html`<p><strong>${form.why}.</strong> ${purpose}</p>` : nothing}
      </div>
    </details>
  `;
}
