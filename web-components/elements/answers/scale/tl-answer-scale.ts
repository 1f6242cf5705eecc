import { html, type TemplateResult } from 'lit';
import { define } from '../../light-element.ts';
import { AnswerElement } from '../answer-element.ts';

const scores = Array.from({ length: 11 }, (_, score) => score);

/** A number from 0 to 10 with what the ends mean, each number a radio button of its own. */
export class AnswerScale extends AnswerElement<number> {
  override render(): TemplateResult {
    const { zero, ten } = this.asked;
    return html`
      <div class="tl-scale">
        <div class="tl-scale__row">
          ${scores.map((score) => {
            const id = score === 0 ? this.name : `${this.name}-${score}`;
            return html`<div class="tl-scale__item">
              <input
                class="tl-scale__input"
                type="radio"
                id=${id}
                name=${this.name}
                value=${score}
                .checked=${this.value === score}
                @change=${() => this.give(score)}
              />
              <label class="tl-scale__label" for=${id}>${score}</label>
            </div>`;
          })}
        </div>
        <div class="tl-scale__ends">
          <span>${zero ? html`<strong>0</strong> ${zero}` : ''}</span>
          <span>${ten ? html`<strong>10</strong> ${ten}` : ''}</span>
        </div>
      </div>
    `;
  }
}

define('tl-answer-scale', AnswerScale);
