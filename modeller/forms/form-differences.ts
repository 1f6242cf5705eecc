import { compareForms, type FormChange } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { partsOf, type Files } from './parts.ts';
import { words } from './words.ts';

/**
 * What is different from the published form, in sentences that can be read aloud.
 *
 * @property files, base, formId
 */
export class FormDifferences extends LightElement {
  static override properties = {
    files: { attribute: false },
    base: { attribute: false },
    formId: { type: String },
  };
  declare files: Files;
  declare base: Files | undefined;
  declare formId: string;

  override render(): TemplateResult | typeof nothing {
    if (!this.base) return nothing;
    const [was, is] = [partsOf(this.base), partsOf(this.files)];
    const changes = compareForms(was.forms[this.formId], is.forms[this.formId], was, is);
    return html`<section class="tl-differences-list" aria-labelledby="differences-title">
      <h2 class="govuk-heading-m" id="differences-title">${words.comparison}</h2>
      ${changes.length === 0 ? html`<p class="govuk-body">${words.noChange}</p>` : sentences(changes)}
    </section>`;
  }
}

function sentences(changes: FormChange[]): TemplateResult {
  return html`<ol class="govuk-list govuk-list--number">
    ${changes.map(({ sentence }) => html`<li>${sentence}</li>`)}
  </ol>`;
}

define('tl-form-differences', FormDifferences);
