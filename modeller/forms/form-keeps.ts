import { questionsOf, type Form, type FormRule, type RecordedFact } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { formIn, quoted, writeForm } from './edits/change.ts';
import { textButton } from './fields.ts';
import { partsOf, type Files } from './parts.ts';
import { words } from './words.ts';

/**
 * What the form tells the pathway when it is completed, and what it refuses or warns of: to be seen while questions are
 * changed, since they hang on them. A rule can be taken out.
 *
 * @property files, formId, mayEdit
 * @fires tl-files-change { changes, says }
 */
export class FormKeeps extends LightElement {
  static override properties = {
    files: { attribute: false },
    formId: { type: String },
    mayEdit: { type: Boolean },
  };
  declare files: Files;
  declare formId: string;
  declare mayEdit: boolean;

  constructor() {
    super();
    this.mayEdit = false;
  }

  override render(): TemplateResult | typeof nothing {
    const form = partsOf(this.files).forms[this.formId];
    if (!form || form.facts.length + form.rules.length === 0) return nothing;
    return html`<details class="tl-fold">
      <summary><span class="tl-fold__title">${words.keeps}</span></summary>
      ${form.facts.length > 0 ? html`<p class="govuk-body-s">${words.tells}</p>` : nothing}
      <ul class="govuk-list govuk-list--bullet tl-small-list">
        ${form.facts.map((fact) => html`<li>${this.fact(form, fact)}</li>`)}
      </ul>
      ${form.rules.length > 0 ? html`<p class="govuk-body-s">${words.refuses}</p>` : nothing}
      <ul class="govuk-list govuk-list--bullet tl-small-list">
        ${form.rules.map((rule) => html`<li>${this.rule(form, rule)}</li>`)}
      </ul>
    </details>`;
  }

  private label(form: Form, id: string): string {
    return quoted(questionsOf(form).find((question) => question.id === id)?.label ?? id);
  }

  private fact(form: Form, { fact, on, value, when }: RecordedFact): string {
    const name = quoted(partsOf(this.files).facts.find(({ id }) => id === fact)?.name ?? fact);
    const day = on.startsWith('completed') ? words.onCompletion : words.onDayOf(this.label(form, on));
    return [
      `${name}, ${day}`,
      ...(value ? [words.withAnswer(this.label(form, value))] : []),
      ...(when ? [words.byAnswers] : []),
    ].join(', ');
  }

  private rule(form: Form, { id, say, source, level, question }: FormRule): TemplateResult {
    return html`${level === 'refuse' ? words.refusal : words.warning}: ${say}
      <span class="tl-earlier__source">${this.label(form, question)} · ${source}</span>
      ${this.mayEdit ? textButton(words.removeRule, say, () => this.takeOut(id)) : nothing}`;
  }

  private takeOut(id: string): void {
    const form = formIn(this.files, this.formId);
    const rule = form.rules.find((one) => one.id === id);
    const rules = form.rules.filter((one) => one.id !== id);
    const detail = writeForm(
      { ...form, rules },
      `Rule removed from ${quoted(form.title)}: ${quoted(rule?.say ?? id)}`,
    );
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail }));
  }
}

define('tl-form-keeps', FormKeeps);
