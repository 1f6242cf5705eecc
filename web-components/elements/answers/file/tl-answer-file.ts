import { html, nothing, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

/** Files, sent one by one as they are chosen; the answer is their ids. */
export class AnswerFile extends AnswerElement<string[]> {
  static override properties = {
    ...AnswerElement.properties,
    sending: { state: true },
    problem: { state: true },
    names: { state: true },
  };
  declare sending: boolean;
  declare problem: string;
  declare names: Record<string, string>;

  constructor() {
    super();
    this.sending = false;
    this.problem = '';
    this.names = {};
  }

  private get ids(): string[] {
    return Array.isArray(this.value) ? this.value : [];
  }

  private async chosen(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.sending = true;
    const made = await this.tools.sendFile(file);
    this.sending = false;
    input.value = '';
    if ('problem' in made) {
      this.problem = made.problem;
      return;
    }
    this.problem = '';
    this.names = { ...this.names, [made.id]: made.name };
    this.give([...this.ids, made.id]);
  }

  private takeOut(id: string): void {
    const left = this.ids.filter((one) => one !== id);
    this.give(left.length === 0 ? undefined : left);
    this.querySelector<HTMLElement>('input')?.focus();
  }

  override render(): TemplateResult {
    const problem = `${this.name}-problem`;
    const described = [this.described, this.problem ? problem : ''].filter(Boolean).join(' ') || nothing;
    return html`
      ${
        this.ids.length > 0
          ? html`<ul class="govuk-list tl-files">
              ${this.ids.map((id) => this.file(id))}
            </ul>`
          : nothing
      }
      ${this.problem ? html`<p class="govuk-error-message" id=${problem}>${this.problem}</p>` : nothing}
      <input
        class="govuk-file-upload"
        id=${this.name}
        type="file"
        ?disabled=${this.sending}
        aria-describedby=${described}
        @change=${this.chosen}
      />
      <span role="status">${this.sending ? form.uploading : nothing}</span>
    `;
  }

  private file(id: string): TemplateResult {
    const name = this.names[id] ?? this.tools.files[id]?.name ?? form.file;
    return html`<li>
      <a class="govuk-link" href="/api/attachments/${id}" download>${name}</a>
      <button
        type="button"
        class="tl-text-button"
        aria-label=${form.removeNamed(name)}
        @click=${() => this.takeOut(id)}
      >
        ${form.remove}
      </button>
    </li>`;
  }
}

define('tl-answer-file', AnswerFile);
