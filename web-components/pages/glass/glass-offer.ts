import { html, type TemplateResult } from 'lit';
import { breakGlass, loadGlass, type Glass } from '../../api-office/access.ts';
import { Loading } from '../../controllers/loading.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { glass as words } from '../../words-office/access.ts';

/**
 * Offers to open a family that is out of reach, by a reason, for some hours.
 *
 * @property family  id of the family
 * @fires tl-changed  it is open now
 */
export class GlassOffer extends LightElement {
  static override properties = { family: { type: String }, code: { state: true }, problem: { state: true } };
  declare family: string;
  declare code: string;
  declare problem: string;
  private text = '';
  private readonly glass = new Loading<Glass>(this, loadGlass);

  constructor() {
    super();
    this.code = '';
    this.problem = '';
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text.trim();
    this.problem = this.code && text.length >= 10 ? '' : words.missing;
    if (this.problem) return this.querySelector<HTMLElement>('#glass-text')?.focus();
    const answer = await breakGlass(this.family, { code: this.code, text });
    if (answer.ok) this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
    else this.problem = answer.refusal.message;
  }

  override render(): TemplateResult {
    const { value } = this.glass;
    if (!value) return html``;
    return html`<form
      class="tl-panel tl-measure"
      novalidate
      aria-labelledby="glass-title"
      @submit=${this.send}
    >
      <h2 class="govuk-heading-m" id="glass-title">${words.title}</h2>
      <p class="govuk-body">${words.lead(value.hours)}</p>
      ${selectField({
        ...{ id: 'glass-reason', label: words.reason, value: this.code, empty: words.choose },
        choices: value.reasons.map(({ code, says }) => ({ id: code, name: says })),
        change: (code) => (this.code = code),
      })}
      ${textField({
        ...{ id: 'glass-text', label: words.text, hint: words.textHint, error: this.problem || undefined },
        input: (text) => (this.text = text),
      })}
      <button class="govuk-button tl-small-button">${words.button}</button>
    </form>`;
  }
}

define('tl-glass-offer', GlassOffer);
