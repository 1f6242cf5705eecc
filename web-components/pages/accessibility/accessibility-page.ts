import { html, nothing, type TemplateResult } from 'lit';
import { PageController } from '../../controllers/page.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { accessibility as words } from '../../words-office/accessibility.ts';

/** The accessibility statement, open to everybody. */
export class AccessibilityPage extends LightElement {
  constructor() {
    super();
    new PageController(this);
  }

  override render(): TemplateResult {
    return html`
      <div class="tl-measure">
        <h1 class="govuk-heading-l">${words.title}</h1>
        <p class="govuk-body">${words.lead}</p>
        ${words.sections.map(
          ({ title, says, list }) => html`
            <h2 class="govuk-heading-m">${title}</h2>
            ${says.map((line) => html`<p class="govuk-body">${line}</p>`)}
            ${
              list
                ? html`<ul class="govuk-list govuk-list--bullet">
                    ${list.map((line) => html`<li>${line}</li>`)}
                  </ul>`
                : nothing
            }
          `,
        )}
      </div>
    `;
  }
}

define('tl-accessibility-page', AccessibilityPage);
