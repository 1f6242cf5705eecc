import { html, nothing, type TemplateResult } from 'lit';
import { markPair, type AlikePair, type MarkKind, type QuestionSays } from '../../api-group/duplicates.ts';
import { announce } from '../../contexts/announce.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { duplicates } from '../../words-group/duplicates.ts';
import { linked } from './asked-list.ts';

const words = duplicates.alike;
const marks = Object.keys(words.marks) as MarkKind[];

/**
 * Two questions that look the same, why they are shown, and what the group says of them.
 *
 * @property pair  the pair
 * @property draft  id of the draft whose questions they are, when it is one
 * @property mayMark  whether this person is of the group
 * @fires tl-marked  { pair, mark } once the word is kept
 */
export class AlikePairElement extends LightElement {
  static override properties = {
    pair: { attribute: false },
    draft: { type: String },
    mayMark: { type: Boolean },
    telling: { state: true },
    problem: { state: true },
  };
  declare pair: AlikePair;
  declare draft: string | undefined;
  declare mayMark: boolean;
  /** why they differ is being written */
  declare telling: boolean;
  declare problem: string;

  constructor() {
    super();
    this.mayMark = false;
    this.telling = false;
    this.problem = '';
  }

  override render(): TemplateResult {
    const { a, b, because, pairs, mark } = this.pair;
    return html`
      <div class="tl-alike__two">${this.question(a)} ${this.question(b)}</div>
      <p class="govuk-body-s tl-alike__why">
        ${words.because}
        ${because.join(', ')}${pairs.length > 1 ? html`; ${words.more(pairs.length - 1)}` : nothing}.
      </p>
      ${
        mark
          ? html`<p class="govuk-body-s tl-alike__mark">
              <strong>${words.said(words.marks[mark.mark], mark.by, sayMoment(mark.at))}</strong>
              ${mark.because ? html`: ${mark.because}` : nothing}
            </p>`
          : nothing
      }
      ${this.mayMark ? this.choices() : nothing}
    `;
  }

  private question({ form, formTitle, question, label }: QuestionSays): TemplateResult {
    return html`<p class="govuk-body tl-alike__one">
      ${linked(label, this.draft, { view: 'forms', form, question })}
      <span class="tl-alike__form">${words.in(formTitle)}</span>
    </p>`;
  }

  private choices(): TemplateResult {
    const { a, b, mark } = this.pair;
    return html`
      <div class="tl-alike__marks" role="group" aria-label=${words.markIt(a.label, b.label)}>
        ${marks.map(
          (kind) =>
            html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-pressed=${mark?.mark === kind ? 'true' : 'false'}
              @click=${() => (kind === 'differs' ? this.tell() : void this.mark(kind))}
            >
              ${words.marks[kind]}
            </button>`,
        )}
      </div>
      ${this.telling ? this.reason() : nothing}
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
    `;
  }

  private reason(): TemplateResult {
    const id = `because-${this.pair.pair}`;
    return html`
      <form
        class="tl-alike__reason"
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.mark('differs', this.querySelector<HTMLInputElement>('.tl-alike__because')?.value ?? '');
        }}
      >
        <label class="govuk-label" for=${id}>${words.reason}</label>
        <input
          class="govuk-input tl-alike__because"
          id=${id}
          type="text"
          maxlength="1000"
          .value=${this.pair.mark?.because ?? ''}
        />
        <button type="submit" class="govuk-button tl-small-button">${words.save}</button>
      </form>
    `;
  }

  private tell(): void {
    this.telling = true;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.tl-alike__because')?.focus());
  }

  private async mark(kind: MarkKind, because?: string): Promise<void> {
    if (kind === 'differs' && !because?.trim()) {
      this.problem = words.reasonMissing;
      return;
    }
    const answer = await markPair(this.pair.pair, { mark: kind, ...(because ? { because } : {}) });
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    const { pair, ...mark } = answer.value;
    this.telling = false;
    announce(words.saved(words.marks[kind]));
    this.dispatchEvent(new CustomEvent('tl-marked', { bubbles: true, detail: { pair, mark } }));
  }
}

define('tl-alike-pair', AlikePairElement);
