import { html, type TemplateResult } from 'lit';
import { PageController } from '../../controllers/page.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { helpWords as words } from '../../words/shell.ts';

export class HelpPage extends LightElement {
  constructor() {
    super();
    new PageController(this);
  }

  override render(): TemplateResult {
    const list = (lines: readonly string[]): TemplateResult =>
      html`<ul class="govuk-list govuk-list--bullet">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;
    return html`
      <div class="tl-measure">
        <h1 class="govuk-heading-l">${words.title}</h1>
        ${list(words.lines)}
        <h2 class="govuk-heading-m">${words.savedTitle}</h2>
        ${list(words.saved)}
        <h2 class="govuk-heading-m">${words.keysTitle}</h2>
        ${list(words.keys)}
        <p class="govuk-body"><a class="govuk-link" href="/audit/mine">${words.mine}</a></p>
      </div>
    `;
  }
}

define('tl-help-page', HelpPage);
