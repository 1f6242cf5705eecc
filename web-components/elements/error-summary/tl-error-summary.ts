import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../words/form.ts';
import { define, LightElement } from '../light-element.ts';

export interface ErrorLink {
  message: string;
  /** '#id' of the field on this page, or the address of the page that holds it; absent: the message only */
  href?: string;
}

/**
 * What has to be put right, each line a link to its field. It takes the focus whenever it gets new errors,
 * so that nobody has to search for what happened.
 *
 * @property errors  the lines, in the order of the page
 */
export class ErrorSummary extends LightElement {
  static override properties = { errors: { attribute: false }, heading: { type: String } };
  declare errors: ErrorLink[];
  declare heading: string;

  constructor() {
    super();
    this.errors = [];
    this.heading = form.problem;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('errors') && this.errors.length > 0) {
      this.querySelector<HTMLElement>('.govuk-error-summary')?.focus();
    }
  }

  private follow(event: Event, href: string): void {
    if (!href.startsWith('#')) return;
    event.preventDefault();
    const target = document.getElementById(href.slice(1));
    if (!target) return;
    const field = target.matches('input, textarea, select, button, a')
      ? target
      : target.querySelector<HTMLElement>('input, textarea, select, button');
    const legend = target.closest('.govuk-form-group')?.querySelector('legend, label');
    (legend ?? target).scrollIntoView();
    (field ?? target).focus({ preventScroll: true });
  }

  override render(): TemplateResult | typeof nothing {
    if (this.errors.length === 0) return nothing;
    return html`
      <div class="govuk-error-summary" tabindex="-1">
        <div role="alert">
          <h2 class="govuk-error-summary__title">${this.heading}</h2>
          <div class="govuk-error-summary__body">
            <ul class="govuk-list govuk-error-summary__list">
              ${this.errors.map(
                ({ message, href }) =>
                  html`<li>
                    ${
                      href
                        ? html`<a href=${href} @click=${(event: Event) => this.follow(event, href)}
                            >${message}</a
                          >`
                        : message
                    }
                  </li>`,
              )}
            </ul>
          </div>
        </div>
      </div>
    `;
  }
}

define('tl-error-summary', ErrorSummary);
