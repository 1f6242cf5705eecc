import { html, nothing, type TemplateResult } from 'lit';
import { announce } from '../../contexts/announce.ts';
import { practice as words } from '../../words-office/practice.ts';
import { AnswerElement } from '../answers/answer-element.ts';
import { define } from '../light-element.ts';
import { smallerPicture } from './smaller-picture.ts';
import './tl-drawing-pad.ts';

/** Pictures: photographed, chosen or drawn here, sent one by one; the answer is their ids. */
export class AnswerPicture extends AnswerElement<string[]> {
  static override properties = {
    ...AnswerElement.properties,
    drawing: { state: true },
    sending: { state: true },
    problem: { state: true },
  };
  declare drawing: boolean;
  declare sending: boolean;
  declare problem: string;

  constructor() {
    super();
    this.drawing = false;
    this.sending = false;
    this.problem = '';
  }

  private get ids(): string[] {
    return Array.isArray(this.value) ? this.value : [];
  }

  override render(): TemplateResult {
    return html`
      ${
        this.ids.length > 0
          ? html`<ul class="tl-plain tl-pictures">
              ${this.ids.map((id, at) => this.picture(id, at))}
            </ul>`
          : nothing
      }
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      ${this.drawing ? this.pad() : this.ways()}
      <span role="status">${this.sending ? words.sending : nothing}</span>
    `;
  }

  private picture(id: string, at: number): TemplateResult {
    const name = words.pictureNumber(at + 1);
    return html`<li class="tl-pictures__one" tabindex="-1">
      <img class="tl-picture__image" src="/api/attachments/${id}" alt=${name} />
      <button type="button" class="tl-text-button" @click=${() => this.takeOut(id)}>
        ${words.remove(name)}
      </button>
    </li>`;
  }

  private ways(): TemplateResult {
    return html`
      <p class="govuk-hint" id="${this.name}-small">${words.small}</p>
      <div class="tl-pictures__ways">
        ${this.input(this.name, words.choose, false)} ${this.input(`${this.name}-take`, words.take, true)}
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => (this.drawing = true)}
        >
          ${words.draw}
        </button>
      </div>
    `;
  }

  /** `camera`: a telephone or tablet opens its camera; elsewhere it is a choice of files like the other. */
  private input(id: string, label: string, camera: boolean): TemplateResult {
    return html`<span class="tl-pictures__way">
      <label class="govuk-label" for=${id}>${label}</label>
      <input
        class="govuk-file-upload"
        id=${id}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        capture=${camera ? 'environment' : nothing}
        ?disabled=${this.sending}
        aria-describedby="${this.name}-small"
        @change=${(event: Event) => void this.chosen(event)}
      />
    </span>`;
  }

  private pad(): TemplateResult {
    return html`<tl-drawing-pad
      .name="${this.name}-pad"
      @tl-drawn=${(event: CustomEvent<{ file: File }>) => void this.send(event.detail.file)}
      @tl-put-away=${(event: CustomEvent<{ words: boolean }>) => void this.putAway(event.detail.words)}
    ></tl-drawing-pad>`;
  }

  private async chosen(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const prepared = await smallerPicture(file);
    input.value = '';
    if ('problem' in prepared)
      this.problem = prepared.problem === 'too-large' ? words.tooLarge : words.unreadable;
    else await this.send(prepared.file);
  }

  private async send(file: File): Promise<void> {
    this.sending = true;
    const made = await this.tools.sendFile(file);
    this.sending = false;
    this.problem = 'problem' in made ? made.problem : '';
    if ('problem' in made) return;
    this.drawing = false;
    this.give([...this.ids, made.id]);
    announce(words.kept);
    // whoever holds the answer gives it back first
    await new Promise((resolve) => setTimeout(resolve));
    this.querySelector<HTMLElement>('.tl-pictures__one:last-child')?.focus();
  }

  private async putAway(instead: boolean): Promise<void> {
    this.drawing = false;
    await this.updateComplete;
    // the fields that follow ask for words
    const fields = instead
      ? this.closest('.tl-row__fields, form')?.querySelectorAll<HTMLElement>('textarea')
      : undefined;
    const next = [...(fields ?? [])].find(
      (field) => this.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    (next ?? this.querySelector<HTMLElement>('button, input'))?.focus();
  }

  private takeOut(id: string): void {
    const left = this.ids.filter((one) => one !== id);
    this.give(left.length === 0 ? undefined : left);
    this.querySelector<HTMLElement>('input')?.focus();
  }
}

define('tl-answer-picture', AnswerPicture);
