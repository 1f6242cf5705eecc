import { html, nothing, type TemplateResult } from 'lit';
import { refused, shell } from '../../words/shell.ts';
import { define, LightElement } from '../light-element.ts';

/**
 * A page that could not be shown: says what happened and whom to ask; the person stays signed in.
 *
 * @property status   HTTP status; 0 when there was no connection
 * @property message  what the server said
 * @fires tl-try-again
 */
export class RefusedMessage extends LightElement {
  static override properties = { status: { type: Number }, message: { type: String } };
  declare status: number;
  declare message: string;

  constructor() {
    super();
    this.status = 0;
    this.message = '';
  }

  private get heading(): string {
    if (this.status === 0) return refused.unreachable;
    if (this.status === 403) return refused.title;
    return this.status === 404 ? refused.gone : refused.problem;
  }

  override render(): TemplateResult {
    return html`
      <h1 class="govuk-heading-l">${this.heading}</h1>
      <p class="govuk-body">${this.message || refused.explain}</p>
      ${this.status === 403 ? html`<p class="govuk-body">${refused.whom}</p>` : nothing}
      <p class="govuk-body">
        ${
          this.status === 0 || this.status >= 500
            ? html`<button
                type="button"
                class="govuk-button govuk-button--secondary"
                @click=${() => this.dispatchEvent(new CustomEvent('tl-try-again', { bubbles: true }))}
              >
                ${shell.tryAgain}
              </button>`
            : html`<a class="govuk-link" href="/">${refused.home}</a>`
        }
      </p>
    `;
  }
}

define('tl-refused', RefusedMessage);
