import { html, type TemplateResult } from 'lit';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { confirmWords as words, sayRefused } from '../../words-office/confirm.ts';
import { tellConfirmed } from './confirmed-channel.ts';

/** Where the authority’s sign-in ends in the window that was opened for it: tells the waiting page, and closes. */
export class ConfirmedPage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;

  constructor() {
    super();
    new PageController(this);
  }

  protected override firstUpdated(): void {
    const refused = this.route?.query.get('refused') ?? null;
    tellConfirmed(refused);
    if (refused === null) window.close();
  }

  override render(): TemplateResult {
    const refused = this.route?.query.get('refused') ?? null;
    return html`
      <h1 class="govuk-heading-l">${refused === null ? words.doneTitle : words.notDoneTitle}</h1>
      <p class="govuk-body">${refused === null ? words.done : sayRefused(refused)}</p>
    `;
  }
}

define('tl-confirmed-page', ConfirmedPage);
