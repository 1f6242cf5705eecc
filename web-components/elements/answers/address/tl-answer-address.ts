import { html, type TemplateResult } from 'lit';
import { form } from '../../../words/form.ts';
import { define } from '../../light-element.ts';
import { textField } from '../../field/text-field.ts';
import { AnswerElement } from '../answer-element.ts';

export interface Address {
  line1?: string;
  line2?: string;
  town?: string;
  postcode?: string;
}

const lines = [
  { part: 'line1', label: form.street, width: '' },
  { part: 'line2', label: form.street2, width: '' },
  { part: 'town', label: form.town, width: 'govuk-!-width-two-thirds' },
  { part: 'postcode', label: form.postcode, width: 'govuk-input--width-10' },
] as const;

/** An address in its lines. */
export class AnswerAddress extends AnswerElement<Address> {
  private typed(part: keyof Address, text: string): void {
    const next: Address = { ...this.value };
    if (text === '') delete next[part];
    else next[part] = text;
    this.give(Object.keys(next).length === 0 ? undefined : next);
  }

  override render(): TemplateResult {
    return html`${lines.map(({ part, label, width }) =>
      textField({
        id: part === 'line1' ? this.name : `${this.name}-${part}`,
        label,
        width,
        value: this.value?.[part] ?? '',
        input: (text) => this.typed(part, text),
      }),
    )}`;
  }
}

define('tl-answer-address', AnswerAddress);
