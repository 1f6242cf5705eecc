import { html, type TemplateResult } from 'lit';
import { bringIn, type BroughtIn } from '../../api-group/drafts.ts';
import { newCommandId } from '../../api/request.ts';
import { navigate } from '../../controllers/navigate.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { pathway } from '../../words-group/pathway.ts';
import './brought-in.ts';
import { whyField } from './why-field.ts';

const words = pathway.bring;
const mostBytes = 6 * 1024 * 1024;

/**
 * Brings in a drawing or a whole version from elsewhere, as a draft; says what of it cannot run here.
 *
 * @fires tl-problems  { errors }: what has to be put right
 */
export class BringInFile extends LightElement {
  static override properties = { errors: { state: true }, brought: { state: true } };
  declare errors: ErrorLink[];
  declare brought: BroughtIn | undefined;
  private name = '';
  private why = '';

  constructor() {
    super();
    this.errors = [];
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.querySelector<HTMLInputElement>('#bring-file')?.files?.[0];
    const errors = [
      ...(file ? [] : [{ message: words.fileMissing, href: '#bring-file' }]),
      ...(file && file.size > mostBytes ? [{ message: words.tooLarge, href: '#bring-file' }] : []),
      ...(this.name.trim() ? [] : [{ message: pathway.start.nameMissing, href: '#bring-name' }]),
    ];
    if (errors.length > 0 || !file) return this.say(errors);
    const sent = { title: this.name.trim(), why: this.why.trim(), name: file.name.slice(0, 200) };
    const answer = await bringIn({ ...sent, text: await file.text(), commandId: newCommandId() });
    if (!answer.ok) {
      const { findings, message } = answer.refusal;
      const said = findings.length > 0 ? findings.map((one) => one.message) : [message];
      return this.say(said.map((one) => ({ message: one, href: '#bring-file' })));
    }
    const { findings, laidOut } = answer.value;
    if (findings.length === 0 && !laidOut) return navigate(`/pathway/drafts/${answer.value.draft}`);
    this.say([]);
    this.brought = answer.value;
  }

  private say(errors: ErrorLink[]): void {
    this.errors = errors;
    this.dispatchEvent(new CustomEvent('tl-problems', { bubbles: true, detail: { errors } }));
  }

  private errorAt(href: string): string | undefined {
    return this.errors.find((error) => error.href === href)?.message;
  }

  override render(): TemplateResult {
    return html`
      <section class="tl-panel" aria-labelledby="bring-in">
        <h2 class="govuk-heading-m" id="bring-in">${words.title}</h2>
        <p class="govuk-body">${words.lead}</p>
        ${this.brought ? html`<tl-brought-in .brought=${this.brought}></tl-brought-in>` : this.form()}
      </section>
    `;
  }

  private form(): TemplateResult {
    const error = this.errorAt('#bring-file');
    return html`
      <form novalidate @submit=${this.send}>
        <div class="govuk-form-group ${error ? 'govuk-form-group--error' : ''}">
          <label class="govuk-label" for="bring-file">${words.file}</label>
          ${error ? html`<p class="govuk-error-message" id="bring-file-error">${error}</p>` : ''}
          <input
            class="govuk-file-upload"
            id="bring-file"
            type="file"
            accept=".bpmn,.xml,.json"
            aria-describedby=${error ? 'bring-file-error' : ''}
          />
        </div>
        ${textField({
          id: 'bring-name',
          label: pathway.start.name,
          value: this.name,
          error: this.errorAt('#bring-name'),
          input: (name) => (this.name = name),
        })}
        ${whyField('bring-why', this.why, (why) => (this.why = why))}
        <button class="govuk-button govuk-button--secondary">${words.button}</button>
      </form>
    `;
  }
}

define('tl-bring-in', BringInFile);
