import { html, nothing, type TemplateResult } from 'lit';
import { confirmSession } from '../../api/session.ts';
import { currentSession } from '../../contexts/session.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { confirmWords as words, sayRefused } from '../../words-office/confirm.ts';
import { hearConfirmed } from './confirmed-channel.ts';

/**
 * Asks somebody to show once more who they are: by password, or at the authority’s own sign-in in another window.
 *
 * @fires tl-confirmed  { confirmed }: whether they did; once, when the dialog closes
 */
export class ConfirmDialog extends LightElement {
  static override properties = { problem: { state: true }, waiting: { state: true } };
  declare problem: string;
  declare waiting: boolean;
  private confirmed = false;
  private password = '';
  private stop: () => void = () => undefined;

  constructor() {
    super();
    this.problem = '';
    this.waiting = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = hearConfirmed((refused) => (refused === null ? this.done() : this.refused(refused)));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  private done(): void {
    this.confirmed = true;
    this.close();
  }

  private refused(code: string): void {
    this.waiting = false;
    this.problem = sayRefused(code);
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }

  private closed(): void {
    this.dispatchEvent(new CustomEvent('tl-confirmed', { detail: { confirmed: this.confirmed } }));
    this.remove();
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const asks = currentSession()?.confirms === 'password';
    if (asks && this.password === '') return this.wrong(words.missing);
    const answer = await confirmSession(asks ? this.password : undefined);
    if (answer.ok) this.done();
    else this.wrong(answer.refusal.message);
  }

  private wrong(message: string): void {
    this.problem = message;
    this.querySelector<HTMLElement>('#confirm-password')?.focus();
  }

  override render(): TemplateResult {
    const by = currentSession()?.confirms;
    return html`<dialog class="tl-dialog" aria-labelledby="confirm-title" @close=${() => this.closed()}>
      <h2 class="govuk-heading-m" id="confirm-title">${words.title}</h2>
      <p class="govuk-body">${words.lead}</p>
      ${
        by === 'provider'
          ? this.provider()
          : by === undefined
            ? html`<p class="govuk-body">${words.none}</p>
                ${this.buttons(nothing)}`
            : this.form(by)
      }
    </dialog>`;
  }

  private form(by: string): TemplateResult {
    return html`<form novalidate @submit=${this.send}>
      ${
        by === 'password'
          ? textField({
              ...{ id: 'confirm-password', label: words.password, type: 'password' },
              ...{ autocomplete: 'current-password', error: this.problem || undefined },
              input: (text) => (this.password = text),
            })
          : html`<p class="govuk-body">${this.problem || words.demonstration}</p>`
      }
      ${this.buttons(html`<button class="govuk-button tl-small-button">${words.button}</button>`)}
    </form>`;
  }

  private provider(): TemplateResult {
    const authority = currentSession()?.authority?.name ?? '';
    return html`
      <p class="govuk-body">${words.providerLead}</p>
      <div role="status">
        ${this.problem ? html`<p class="govuk-error-message">${this.problem}</p>` : nothing}
        ${this.waiting ? html`<p class="govuk-body">${words.waiting}</p>` : nothing}
      </div>
      ${this.buttons(
        html`<a
          class="govuk-button tl-small-button"
          href="/api/session/confirmation/provider"
          target="_blank"
          rel="noopener"
          @click=${() => {
            this.problem = '';
            this.waiting = true;
          }}
          >${words.provider(authority)}</a
        >`,
      )}
    `;
  }

  private buttons(first: TemplateResult | typeof nothing): TemplateResult {
    return html`<div class="govuk-button-group">
      ${first}
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.close()}
      >
        ${words.cancel}
      </button>
    </div>`;
  }
}

define('tl-confirm-dialog', ConfirmDialog);

let open: Promise<boolean> | undefined;

/** Opens it over the page; requests that ask at the same time share one. The focus goes back to where it was. */
export function confirmIt(): Promise<boolean> {
  open ??= new Promise<boolean>((resolve) => {
    const dialog = document.createElement('tl-confirm-dialog');
    const told = (event: Event): void => {
      open = undefined;
      resolve((event as CustomEvent<{ confirmed: boolean }>).detail.confirmed);
    };
    dialog.addEventListener('tl-confirmed', told, { once: true });
    document.body.append(dialog);
  });
  return open;
}
