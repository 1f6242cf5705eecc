import type { Form, Output } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { addForm, changeForm, removeForm, whyFormStays } from './edits/forms.ts';
import { addOutput } from './edits/add-output.ts';
import type { FilesChange } from './edits/change.ts';
import { choiceIn, textButton, textIn } from './fields.ts';
import { partsOf, type Files } from './parts.ts';
import { audiences, words } from './words.ts';

/**
 * Which form is open, what it is for, and adding or removing one.
 *
 * @property files, formId, mayEdit
 * @fires tl-choose-form  { form }
 * @fires tl-files-change { changes, says, form? }
 */
export class FormHead extends LightElement {
  static override properties = {
    files: { attribute: false },
    formId: { type: String },
    mayEdit: { type: Boolean },
    open: { state: true },
    made: { state: true },
    error: { state: true },
  };
  declare files: Files;
  declare formId: string;
  declare mayEdit: boolean;
  declare open: '' | 'about' | 'add' | 'remove';
  declare made: { title: string; purpose: string; source: string; section: string; label: string };
  declare error: boolean;

  constructor() {
    super();
    this.files = {};
    this.formId = '';
    this.mayEdit = false;
    this.open = '';
    this.made = { title: '', purpose: '', source: 'local', section: '', label: '' };
    this.error = false;
  }

  private tell(change: FilesChange & { form?: string }): void {
    this.error = false;
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  private choose(form: string): void {
    this.open = '';
    this.dispatchEvent(new CustomEvent('tl-choose-form', { bubbles: true, detail: { form } }));
  }

  override render(): TemplateResult {
    const { forms } = partsOf(this.files);
    const form = forms[this.formId];
    const choices = Object.values(forms)
      .map(({ id, title }) => ({ id, name: title }))
      .sort((one, other) => one.name.localeCompare(other.name));
    return html`
      <div class="tl-form-head">
        ${choiceIn({
          ...{ id: 'form-chosen', label: words.form, value: this.formId },
          choices: form ? choices : [{ id: '', name: words.chooseForm }, ...choices],
          change: (id) => this.choose(id),
        })}
        ${this.mayEdit ? this.tools(form) : nothing}
      </div>
      ${form ? this.about(form) : nothing} ${this.open === 'add' ? this.adding() : nothing}
      ${this.open === 'remove' && form ? this.removing(form) : nothing}
    `;
  }

  private tools(form: Form | undefined): TemplateResult {
    const toggle = (what: FormHead['open']): void => {
      this.open = this.open === what ? '' : what;
    };
    return html`<div class="tl-q__acts">
      ${form ? textButton(words.changeAbout, form.title, () => toggle('about')) : nothing}
      ${textButton(words.newForm, '', () => toggle('add'))}
      ${form ? textButton(words.removeForm, form.title, () => toggle('remove')) : nothing}
    </div>`;
  }

  private about(form: Form): TemplateResult {
    if (this.open !== 'about') {
      return html`<p class="govuk-body tl-purpose"><strong>${words.about}:</strong> ${form.purpose}</p>
        <p class="govuk-body-s">${words.rests}: ${form.source}</p>`;
    }
    const must = (key: 'title' | 'purpose' | 'source', label: string, hint?: string, rows?: number) =>
      textIn({
        ...{ id: `form-${key}`, label, hint, value: form[key], ...(rows ? { rows } : {}) },
        error: this.error ? words.empty : undefined,
        change: (text) =>
          text === '' ? (this.error = true) : this.tell(changeForm(this.files, form.id, { [key]: text })),
      });
    return html`<div class="tl-panel" role="group" aria-label=${words.changeAbout}>
      ${must('title', words.formTitle)} ${must('purpose', words.formPurpose, words.formPurposeHint, 2)}
      ${must('source', words.formSource)}
      ${textIn({
        ...{ id: 'form-guidance', label: words.formGuidance, value: form.guidance ?? '', rows: 3 },
        change: (guidance) => this.tell(changeForm(this.files, form.id, { guidance })),
      })}
      ${this.printing(form)} ${textButton(words.done, form.title, () => (this.open = ''))}
    </div>`;
  }

  /** A form that nothing is printed from yet is read by nobody: for whom shall it be printed? */
  private printing(form: Form): TemplateResult | typeof nothing {
    if (partsOf(this.files).outputs.some((output) => output.form === form.id)) return nothing;
    return choiceIn({
      ...{ id: 'form-print', label: words.print, hint: words.noOutputs, value: '' },
      choices: [
        { id: '', name: words.nobody },
        ...Object.entries(audiences).map(([id, name]) => ({ id, name })),
      ],
      change: (audience) => this.tell(addOutput(this.files, form.id, audience as Output['audience'])),
    });
  }

  private adding(): TemplateResult {
    const line = (key: keyof FormHead['made'], label: string, hint?: string): TemplateResult =>
      textIn({
        ...{ id: `new-form-${key}`, label, hint, value: this.made[key] },
        error: this.error && this.made[key] === '' ? words.empty : undefined,
        change: (text) => (this.made = { ...this.made, [key]: text }),
      });
    return html`<form class="tl-panel" novalidate aria-label=${words.newForm} @submit=${this.add}>
      ${line('title', words.formTitle)} ${line('purpose', words.formPurpose, words.formPurposeHint)}
      ${line('source', words.formSource)} ${line('section', words.firstSection)}
      ${line('label', words.firstQuestion)}
      <button class="govuk-button tl-small-button">${words.newForm}</button>
    </form>`;
  }

  private add(event: Event): void {
    event.preventDefault();
    this.error = Object.values(this.made).includes('');
    if (this.error) return;
    const change = addForm(this.files, this.made);
    this.open = '';
    this.made = { title: '', purpose: '', source: 'local', section: '', label: '' };
    this.tell(change);
  }

  private removing(form: Form): TemplateResult {
    const stays = whyFormStays(this.files, form.id);
    return html`<div class="tl-panel" role="group" aria-label=${words.removeForm}>
      ${
        stays.length > 0
          ? html`<p class="govuk-body"><strong>${words.formStays}.</strong></p>
              <ul class="govuk-list govuk-list--bullet">
                ${stays.map((one) => html`<li>${one}</li>`)}
              </ul>`
          : html`<p class="govuk-body">${words.removeAsk(form.title)}</p>
              <button
                type="button"
                class="govuk-button govuk-button--warning tl-small-button"
                @click=${() => {
                  this.tell(removeForm(this.files, form.id));
                  this.choose('');
                }}
              >
                ${words.removeForm}
              </button>`
      }
      ${textButton(words.cancel, words.removeForm, () => (this.open = ''))}
    </div>`;
  }
}

define('tl-form-head', FormHead);
