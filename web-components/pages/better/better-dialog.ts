import { html, nothing, type TemplateResult } from 'lit';
import { newCommandId, sayImprovement, type ImprovementKind } from '../../api-group/improvements.ts';
import { announce } from '../../contexts/announce.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { improvements as words } from '../../words-group/improvements.ts';

/** What it is said of. */
interface About {
  form: string;
  question: string;
  label: string;
}

const offered: ImprovementKind[] = ['harder', 'duplicate', 'wording', 'easier'];

/**
 * “This could be better”, said of one question: what about it, and a sentence.
 *
 * @property about the question
 */
export class BetterDialog extends LightElement {
  static override properties = {
    about: { attribute: false },
    kind: { state: true },
    problem: { state: true },
    sent: { state: true },
  };
  declare about: About;
  declare kind: ImprovementKind;
  declare problem: string;
  declare sent: boolean;
  private text = '';
  private readonly commandId = newCommandId();

  constructor() {
    super();
    this.kind = 'harder';
    this.problem = '';
    this.sent = false;
  }

  protected override firstUpdated(): void {
    this.querySelector('dialog')?.showModal();
  }

  private close(): void {
    this.querySelector('dialog')?.close();
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.text.trim() === '') {
      this.problem = words.missing;
      this.querySelector('textarea')?.focus();
      return;
    }
    const { form, question } = this.about;
    const said = { form, question, kind: this.kind, text: this.text.trim(), commandId: this.commandId };
    const answer = await sayImprovement(said);
    this.problem = answer.ok ? '' : answer.refusal.message;
    this.sent = answer.ok;
    if (!answer.ok) return;
    announce(words.thanks);
    await this.updateComplete;
    this.querySelector<HTMLElement>('#better-close')?.focus();
  }

  override render(): TemplateResult {
    return html`<dialog class="tl-dialog" aria-labelledby="better-title" @close=${() => this.remove()}>
      <h2 class="govuk-heading-m" id="better-title">${words.title}</h2>
      <p class="govuk-body-s">${words.about(this.about.label)}</p>
      ${this.sent ? this.thanks() : this.form()}
    </dialog>`;
  }

  private thanks(): TemplateResult {
    return html`<p class="govuk-body">${words.thanks}</p>
      <p class="govuk-body"><a class="govuk-link" href="/pathway/asked" target="_blank">${words.mine}</a></p>
      <button
        type="button"
        id="better-close"
        class="govuk-button tl-small-button"
        @click=${() => this.close()}
      >
        ${words.close}
      </button>`;
  }

  private form(): TemplateResult {
    const { kind, problem } = this;
    return html`<form novalidate @submit=${this.send}>
      <fieldset class="govuk-fieldset govuk-form-group">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.what}</legend>
        <div class="govuk-radios govuk-radios--small">
          ${offered.map(
            (one) =>
              html`<div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  name="better-kind"
                  id="better-${one}"
                  .checked=${one === kind}
                  @change=${() => (this.kind = one)}
                />
                <label class="govuk-label govuk-radios__label" for="better-${one}">${words.kinds[one]}</label>
              </div>`,
          )}
        </div>
      </fieldset>
      <div class="govuk-form-group ${problem ? 'govuk-form-group--error' : ''}">
        <label class="govuk-label govuk-label--s" for="better-text">${words.texts[kind]}</label>
        <div class="govuk-hint" id="better-hint">${words.lead}</div>
        ${problem ? html`<p class="govuk-error-message" id="better-error" role="alert">${problem}</p>` : nothing}
        <textarea
          class="govuk-textarea"
          id="better-text"
          rows="3"
          maxlength="2000"
          aria-describedby="better-hint ${problem ? 'better-error' : ''}"
          @input=${(event: Event) => (this.text = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.send}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.close()}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }
}

define('tl-better-dialog', BetterDialog);

/** Opens it over the page; when it closes the focus goes back to where it was. */
export function openBetter(about: About): void {
  document.body.append(Object.assign(document.createElement('tl-better-dialog'), { about }));
}
