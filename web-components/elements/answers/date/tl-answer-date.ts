import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';
import { noParts, partsOf, readParts, type DateParts } from './date-parts.ts';

/** A day in three fields, with a time of day where the moment matters. Only a whole, real date is given on. */
export class AnswerDate extends AnswerElement<string> {
  static override properties = { ...AnswerElement.properties, parts: { state: true }, left: { state: true } };
  declare parts: DateParts;
  /** the person has moved on from the fields, so that what is wrong may be said */
  declare left: boolean;
  private told: string | undefined;

  constructor() {
    super();
    this.parts = noParts;
    this.left = false;
  }

  private get withTime(): boolean {
    return 'time' in this.asked && this.asked.time === true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('value') || this.value === this.told) return;
    this.parts = partsOf(this.value);
    this.told = this.value;
  }

  private typed(part: keyof DateParts, event: Event): void {
    this.parts = { ...this.parts, [part]: (event.target as HTMLInputElement).value };
    const read = readParts(this.parts, this.withTime);
    const value = read.kind === 'date' ? read.value : undefined;
    if (value === this.told && read.kind !== 'empty') return;
    if (value === undefined && this.told === undefined) return;
    this.told = value;
    this.give(value);
  }

  private get problem(): string {
    if (!this.left) return '';
    const read = readParts(this.parts, this.withTime);
    if (read.kind === 'unfinished') return form.incompleteDate;
    if (read.kind === 'wrong') return read.what === 'time' ? form.badTime : form.unrealDate;
    return '';
  }

  private leave(event: FocusEvent): void {
    if (!this.contains(event.relatedTarget as Node | null)) this.left = true;
  }

  override render(): TemplateResult {
    const { problem } = this;
    return html`
      ${problem ? html`<p class="govuk-error-message" id="${this.name}-wrong">${problem}</p>` : nothing}
      <div class="govuk-date-input" @focusout=${this.leave}>
        ${this.field('day', form.day, 2, this.name)} ${this.field('month', form.month, 2)}
        ${this.field('year', form.year, 4)} ${this.withTime ? this.field('time', form.time, 5) : nothing}
      </div>
    `;
  }

  private field(part: keyof DateParts, label: string, width: 2 | 4 | 5, first = ''): TemplateResult {
    const id = first || `${this.name}-${part}`;
    const wrong = this.invalid || this.problem !== '';
    return html`
      <div class="govuk-date-input__item">
        <div class="govuk-form-group">
          <label class="govuk-label govuk-date-input__label" for=${id}>${label}</label>
          <input
            class="govuk-input govuk-date-input__input govuk-input--width-${width} ${wrong ? 'govuk-input--error' : ''}"
            id=${id}
            type="text"
            inputmode=${part === 'time' ? 'text' : 'numeric'}
            autocomplete="off"
            aria-describedby=${this.problem ? `${this.name}-wrong` : nothing}
            .value=${this.parts[part]}
            @input=${(event: Event) => this.typed(part, event)}
          />
        </div>
      </div>
    `;
  }
}

define('tl-answer-date', AnswerDate);
