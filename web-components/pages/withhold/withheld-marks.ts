import { html, nothing, type TemplateResult } from 'lit';
import { liftWithheld } from '../../api-office/access.ts';
import type { WithheldMark } from '../../api/records.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withhold as words } from '../../words-office/access.ts';

/**
 * What is withheld of one answer: from whom and why, and lifting it.
 *
 * @property marks   what is withheld of the answer
 * @property can     whether the reader may lift it
 * @fires tl-changed
 */
export class WithheldMarks extends LightElement {
  static override properties = {
    marks: { attribute: false },
    can: { type: Boolean },
    lifting: { state: true },
    problem: { state: true },
  };
  declare marks: WithheldMark[];
  declare can: boolean;
  declare lifting: string;
  declare problem: string;
  private reason = '';

  constructor() {
    super();
    this.marks = [];
    this.lifting = '';
    this.problem = '';
  }

  private async lift(event: Event): Promise<void> {
    event.preventDefault();
    const answer = await liftWithheld(this.lifting, this.reason.trim());
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    return html`${this.marks.map(
      ({ id, from, reason, by }) =>
        html`<div class="tl-correction">
          <p><strong>${words.marked(from, by)}</strong></p>
          <p>${reason}</p>
          ${
            this.can
              ? html`<button
                  type="button"
                  class="tl-text-button"
                  aria-expanded=${this.lifting === id ? 'true' : 'false'}
                  @click=${() => (this.lifting = this.lifting === id ? '' : id)}
                >
                  ${words.lift}
                </button>`
              : nothing
          }
          ${
            this.lifting === id
              ? html`<form novalidate @submit=${this.lift}>
                  ${textField({
                    ...{ id: `lift-reason-${id}`, label: words.liftReason, error: this.problem || undefined },
                    input: (text) => (this.reason = text),
                  })}
                  <button class="govuk-button tl-small-button">${words.lift}</button>
                </form>`
              : nothing
          }
        </div>`,
    )}`;
  }
}

define('tl-withheld-marks', WithheldMarks);
