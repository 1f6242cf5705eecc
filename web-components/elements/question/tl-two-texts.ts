import type { FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { sayTime } from '../../words/dates.ts';
import { form } from '../../words/form.ts';
import type { FormTools } from '../answers/answer-element.ts';
import { sayAnswer } from '../answers/say-answer.ts';
import { define, LightElement } from '../light-element.ts';
import { smallButton } from '../small-button.ts';

/**
 * Two people changed one answer: both stand here until the person decides.
 *
 * @fires tl-keep-mine    { value? } value: both texts together
 * @fires tl-take-theirs
 */
export class TwoTexts extends LightElement {
  static override properties = {
    name: { type: String },
    question: { attribute: false },
    mine: { attribute: false },
    theirs: { attribute: false },
    tools: { attribute: false },
  };
  declare name: string;
  declare question: FormQuestion;
  declare mine: unknown;
  declare theirs: { value: unknown; by?: { id: string; name: string }; at?: string };
  declare tools: FormTools;

  private tell(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  override render(): TemplateResult {
    const who = this.theirs.by?.name ?? form.somebody;
    const texts = typeof this.mine === 'string' && typeof this.theirs.value === 'string';
    return html`
      <section class="tl-two-texts" role="group" aria-labelledby="${this.name}-two">
        <p class="tl-two-texts__title" id="${this.name}-two" role="alert">${form.conflictTitle(who)}</p>
        <p class="tl-two-texts__says">${form.conflictSays}</p>
        <div class="tl-two-texts__both">
          <div>
            <p class="tl-two-texts__who">${form.mine}</p>
            <p class="tl-text">${this.say(this.mine)}</p>
          </div>
          <div>
            <p class="tl-two-texts__who">
              ${form.theirs(who, this.theirs.at ? sayTime(this.theirs.at) : '')}
            </p>
            <p class="tl-text">${this.say(this.theirs.value)}</p>
          </div>
        </div>
        <div class="tl-two-texts__acts">
          ${smallButton(form.keepMine, () => this.tell('tl-keep-mine'))}
          ${smallButton(form.takeTheirs, () => this.tell('tl-take-theirs'))}
          ${
            texts
              ? smallButton(form.together, () =>
                  this.tell('tl-keep-mine', {
                    value: `${String(this.theirs.value)}\n\n${String(this.mine)}`,
                  }),
                )
              : nothing
          }
        </div>
      </section>
    `;
  }

  private say(value: unknown): string {
    return sayAnswer(this.question, value, this.tools) || form.nothingKnown;
  }
}

define('tl-two-texts', TwoTexts);
