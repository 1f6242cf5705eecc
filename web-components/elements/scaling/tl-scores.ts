import type { ScoresAbout } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { sayDay } from '../../words/dates.ts';
import { practice as words } from '../../words-office/practice.ts';
import { define, LightElement } from '../light-element.ts';
import { endsOf, sayFor, sayMoves, sayRater, type ScoreWords } from './say-scores.ts';
import { scoresDrawn } from './scores-drawn.ts';

/**
 * Scores people gave over time: what happened in a sentence, a drawing, and every number in a table.
 *
 * @property scores  what is scored, by who gave the numbers
 * @property about   names, codes and columns for its words
 * @property label   what is scored, in words
 */
export class Scores extends LightElement {
  static override properties = {
    scores: { attribute: false },
    about: { attribute: false },
    label: { type: String },
  };
  declare scores: ScoresAbout;
  declare about: ScoreWords;
  declare label: string;

  override render(): TemplateResult {
    const { scores, about, label } = this;
    if (scores.series.length === 0) return html`<p class="govuk-body">${words.noScores}</p>`;
    const { zero, ten } = endsOf(about);
    return html`
      <div class="tl-scores">
        <p class="govuk-body tl-scores__says">${sayMoves(scores, about)}.</p>
        ${scoresDrawn(scores, label, about)}
        <p class="govuk-body-s tl-quiet tl-scores__ends">
          ${zero ? html`<span><strong>0</strong> ${zero}</span>` : nothing}
          ${ten ? html`<span><strong>10</strong> ${ten}</span>` : nothing}
        </p>
        ${this.table()}
      </div>
    `;
  }

  private table(): TemplateResult {
    const rows = this.scores.series
      .flatMap((series) => series.scores.map((score) => ({ series, score })))
      .sort((one, other) => other.score.on.localeCompare(one.score.on));
    const everybody = this.about.children.length;
    const several = this.scores.series.some(({ children }) => children.length !== everybody);
    return html`<div class="tl-scroll" role="region" tabindex="0" aria-label=${words.table(this.label)}>
      <table class="govuk-table tl-scores__table">
        <caption class="govuk-table__caption govuk-visually-hidden">
          ${words.table(this.label)}
        </caption>
        <thead class="govuk-table__head">
          <tr>
            ${[words.on, words.who, ...(several ? [words.for] : []), words.score, words.why].map(
              (head) => html`<th scope="col" class="govuk-table__header">${head}</th>`,
            )}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          ${rows.map(
            ({ series, score }) =>
              html`<tr class="govuk-table__row">
                <td class="govuk-table__cell tl-scores__day">${sayDay(score.on)}</td>
                <td class="govuk-table__cell">${sayRater({ ...series, children: [] }, this.about)}</td>
                ${several ? html`<td class="govuk-table__cell">${sayFor(series, this.about)}</td>` : nothing}
                <td class="govuk-table__cell"><strong>${score.score}</strong></td>
                <td class="govuk-table__cell tl-text">${score.why}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

define('tl-scores', Scores);
