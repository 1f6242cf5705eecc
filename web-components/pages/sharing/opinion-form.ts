import { html, nothing, type TemplateResult } from 'lit';
import { sayOpinion, type SharedPaper } from '../../api-office/sharing.ts';
import { announce } from '../../contexts/announce.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { opinion as words } from '../../words-office/sharing.ts';
import { choicesOf, lines, radios, tick } from './choices.ts';

/**
 * What somebody said of a paper they were given: helpful, clear, and in their own words. Nobody need be named.
 *
 * @property paper  what was given
 * @fires tl-changed
 * @fires tl-cancel
 */
export class OpinionForm extends LightElement {
  static override properties = {
    paper: { attribute: false },
    chosen: { state: true },
    mayBeRead: { state: true },
    problem: { state: true },
  };
  declare paper: SharedPaper;
  declare chosen: { who: string; whose: string; helpful: string; clear: string };
  declare mayBeRead: boolean;
  declare problem: string;
  private words = '';

  constructor() {
    super();
    this.chosen = { who: '', whose: '', helpful: '', clear: '' };
    this.mayBeRead = false;
    this.problem = '';
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('input')?.focus();
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { who, whose, helpful, clear } = this.chosen;
    this.problem = whose && helpful && clear ? '' : words.missing;
    if (this.problem) return;
    const own = this.words.trim();
    const answer = await sayOpinion(this.paper.id, {
      ...{ whose, helpful: Number(helpful), clear: Number(clear) },
      ...(who === '' ? {} : { from: Number(who) }),
      ...(own ? { words: own, mayBeRead: this.mayBeRead } : {}),
    });
    if (!answer.ok) return void (this.problem = answer.refusal.message);
    announce(words.done);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    const { id, to } = this.paper;
    const one = (
      key: keyof OpinionForm['chosen'],
      legend: string,
      choices: readonly { id: string; name: string }[],
      inline = false,
    ): TemplateResult =>
      radios({
        ...{ id: `said-${id}-${key}`, legend, choices, inline, value: this.chosen[key] },
        change: (value) => (this.chosen = { ...this.chosen, [key]: value }),
      });
    const scores = words.scores.map((name, at) => ({ id: String(at + 1), name }));
    const whom = to.map(({ from, name }) => ({ id: String(from), name }));
    return html`<form class="tl-panel" novalidate aria-label=${words.title} @submit=${this.send}>
      <p class="govuk-body">${words.lead}</p>
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      ${one('who', words.who, [{ id: '', name: words.nobody }, ...whom])}
      ${one('whose', words.whose, choicesOf(words.kinds))} ${one('helpful', words.helpful, scores, true)}
      ${one('clear', words.clear, scores, true)}
      ${lines({
        ...{ id: `said-${id}-words`, label: words.words, hint: words.wordsHint, rows: 3, value: this.words },
        input: (text) => (this.words = text),
      })}
      <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
        ${tick({
          ...{ id: `said-${id}-read`, label: words.mayBeRead, value: this.mayBeRead },
          change: (on) => (this.mayBeRead = on),
        })}
      </div>
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.save}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }
}

define('tl-opinion-form', OpinionForm);
