import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { FilesChange } from './edits/change.ts';
import { beginSection, changeSection, joinSection, moveSection } from './edits/sections.ts';
import { moveToSection } from './edits/move-question.ts';
import { choiceIn, textButton, textIn } from './fields.ts';
import { partsOf, type Files } from './parts.ts';
import { words } from './words.ts';

/**
 * A section of a form: its title and the words over it, its place, and grouping questions into another section.
 *
 * @property files, formId, section, at
 * @fires tl-files-change { changes, says }
 */
export class SectionTools extends LightElement {
  static override properties = {
    files: { attribute: false },
    formId: { type: String },
    section: { type: String },
    at: { type: Number },
    open: { state: true },
    question: { state: true },
  };
  declare files: Files;
  declare formId: string;
  declare section: string;
  declare at: number;
  declare open: boolean;
  declare question: string;
  private newTitle = '';

  constructor() {
    super();
    this.at = 0;
    this.open = false;
    this.question = '';
  }

  private tell(change: FilesChange | undefined): void {
    if (change) this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  override render(): TemplateResult | typeof nothing {
    const form = partsOf(this.files).forms[this.formId];
    const section = form?.layout.find(({ id }) => id === this.section);
    if (!form || !section) return nothing;
    const { title } = section;
    const move = (way: 'up' | 'down'): void => this.tell(moveSection(this.files, form.id, section.id, way));
    return html`
      <div class="tl-q__acts" role="group" aria-label=${words.changeSection(title)}>
        ${textButton(words.changeSectionShort, title, () => (this.open = !this.open))}
        ${textButton(words.sectionUp, title, () => move('up'), { disabled: this.at === 0 })}
        ${textButton(words.sectionDown, title, () => move('down'), { disabled: this.at === form.layout.length - 1 })}
        ${this.at === 0 ? nothing : textButton(words.joinSection, title, () => this.tell(joinSection(this.files, form.id, section.id)))}
      </div>
      ${this.open ? this.details(form.layout, section) : nothing}
    `;
  }

  private details(
    layout: { id: string; title: string }[],
    section: { id: string; title: string; intro?: string; questions: { id: string; label: string }[] },
  ): TemplateResult {
    const { files, formId } = this;
    const id = `st-${section.id}`;
    const question = section.questions.some((one) => one.id === this.question)
      ? this.question
      : (section.questions[0]?.id ?? '');
    return html`<div class="tl-panel">
      ${textIn({
        ...{ id: `${id}-title`, label: words.sectionTitle, value: section.title },
        change: (title) =>
          title === ''
            ? this.requestUpdate()
            : this.tell(changeSection(files, formId, section.id, { title })),
      })}
      ${textIn({
        ...{ id: `${id}-intro`, label: words.sectionIntro, value: section.intro ?? '', rows: 2 },
        change: (intro) => this.tell(changeSection(files, formId, section.id, { intro: intro || undefined })),
      })}
      ${choiceIn({
        ...{ id: `${id}-question`, label: words.oneQuestion, value: question },
        choices: section.questions.map((one) => ({ id: one.id, name: one.label })),
        change: (chosen) => (this.question = chosen),
      })}
      ${choiceIn({
        ...{ id: `${id}-to`, label: words.moveToSection, value: section.id },
        choices: layout.map((one) => ({ id: one.id, name: one.title })),
        change: (to) =>
          to === section.id ? undefined : this.tell(moveToSection(files, formId, question, to)),
      })}
      ${textIn({
        ...{ id: `${id}-begin`, label: words.newSectionTitle, hint: words.beginSection, value: '' },
        change: (text) => (this.newTitle = text),
      })}
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.begin(question)}
      >
        ${words.beginSectionShort}
      </button>
    </div>`;
  }

  private begin(question: string): void {
    if (this.newTitle !== '') this.tell(beginSection(this.files, this.formId, question, this.newTitle));
    this.newTitle = '';
  }
}

define('tl-section-tools', SectionTools);
