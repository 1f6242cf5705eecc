import type { Option } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { sayChild } from '../../../words/lists.ts';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

/** More than these stand in two columns. */
const mostInOneColumn = 10;

/** As many of several as apply; also which children a row is about. */
export class AnswerChoices extends AnswerElement<string[]> {
  private options(): Option[] {
    if (this.asked.type !== 'children') return this.tools.optionsOf(this.asked);
    return this.tools.children.map((child) => ({ value: child.id, label: sayChild(child) }));
  }

  private tick(value: string, ticked: boolean): void {
    const before = Array.isArray(this.value) ? this.value : [];
    const order = this.options().map((option) => option.value);
    const next = ticked ? [...before, value] : before.filter((one) => one !== value);
    next.sort((one, other) => order.indexOf(one) - order.indexOf(other));
    this.give(next.length === 0 ? undefined : next);
  }

  override render(): TemplateResult {
    const options = this.options();
    return html`
      <div
        class="govuk-checkboxes govuk-checkboxes--small ${options.length > mostInOneColumn ? 'tl-columns' : ''}"
      >
        ${options.map((option, at) => this.box(option, at))}
      </div>
    `;
  }

  private box(option: Option, at: number): TemplateResult {
    const id = at === 0 ? this.name : `${this.name}-${option.value}`;
    const hint = option.hint ? `${id}-hint` : nothing;
    return html`
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id=${id}
          name=${this.name}
          value=${option.value}
          .checked=${Array.isArray(this.value) && this.value.includes(option.value)}
          aria-describedby=${hint}
          @change=${(event: Event) => this.tick(option.value, (event.target as HTMLInputElement).checked)}
        />
        <label class="govuk-label govuk-checkboxes__label" for=${id}>${option.label}</label>
        ${option.hint ? html`<div id=${hint} class="govuk-hint govuk-checkboxes__hint">${option.hint}</div>` : nothing}
      </div>
    `;
  }
}

define('tl-answer-choices', AnswerChoices);
