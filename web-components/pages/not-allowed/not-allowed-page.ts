import { html, type TemplateResult } from 'lit';
import { PageController } from '../../controllers/page.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { refused } from '../../words/shell.ts';

export class NotAllowedPage extends LightElement {
  constructor() {
    super();
    new PageController(this);
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-l">${refused.title}</h1>
      <p class="govuk-body">${refused.explain}</p>
      <p class="govuk-body">${refused.whom}</p>
      <p class="govuk-body"><a class="govuk-link" href="/">${refused.home}</a></p>
    `;
  }
}

define('tl-not-allowed-page', NotAllowedPage);
