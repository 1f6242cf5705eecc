import { html, nothing, type TemplateResult } from 'lit';
import { movePen, type DraftPage, type Pen } from '../../api-group/drafts.ts';
import { announce } from '../../contexts/announce.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { sayMoment, sayTime } from '../../words/dates.ts';
import { draft as draftWords } from '../../words-group/draft.ts';
import { smallButton } from '../../elements/small-button.ts';

const words = draftWords.pen;

/**
 * Who may write now. The pen is taken, laid down, handed to a named colleague, or taken over from whoever holds it,
 * who is told.
 *
 * @property draft  the draft
 * @property pen    its pen, as it is now
 * @fires tl-pen-moved  { pen }
 * @fires tl-problems   { errors }
 */
export class PenBox extends LightElement {
  static override properties = {
    draft: { attribute: false },
    pen: { attribute: false },
    sure: { state: true },
    to: { state: true },
  };
  declare draft: DraftPage | undefined;
  declare pen: Pen | undefined;
  declare sure: boolean;
  declare to: string;

  constructor() {
    super();
    this.sure = false;
    this.to = '';
  }

  /** Takes the pen, from whoever holds it; says whether that was done. */
  take(): Promise<boolean> {
    return this.move('me');
  }

  private async move(to: string): Promise<boolean> {
    if (!this.draft) return false;
    const answer = await movePen(this.draft.id, to);
    this.sure = false;
    if (!answer.ok) {
      const errors = [{ message: answer.refusal.message }];
      this.dispatchEvent(new CustomEvent('tl-problems', { bubbles: true, detail: { errors } }));
      return false;
    }
    this.to = '';
    const { moved } = words;
    if (to === 'me') announce(moved.me);
    else announce(to === 'nobody' ? moved.nobody : moved.other(answer.value.holder?.name ?? ''));
    this.dispatchEvent(new CustomEvent('tl-pen-moved', { bubbles: true, detail: { pen: answer.value } }));
    await this.updateComplete;
    this.querySelector<HTMLElement>('.tl-pen-box')?.focus();
    return true;
  }

  override render(): TemplateResult | typeof nothing {
    const { draft, pen } = this;
    if (!draft || !pen) return nothing;
    return html`
      <section class="tl-pen-box" aria-label=${words.title} tabindex="-1">
        ${
          pen.takenFromMe
            ? html`<p class="tl-pen">${words.taken(pen.takenFromMe.by, sayMoment(pen.takenFromMe.at))}</p>`
            : nothing
        }
        <p>${sayHolder(pen)}</p>
        ${draft.mayHold ? this.actions(draft, pen) : html`<p>${words.mayNot}</p>`}
      </section>
    `;
  }

  private actions(draft: DraftPage, pen: Pen): TemplateResult | typeof nothing {
    if (draft.state !== 'open' && draft.state !== 'refused') return nothing;
    if (pen.mine) return this.mine(draft);
    if (!pen.holder) return smallButton(words.take, () => void this.move('me'));
    if (!this.sure) return smallButton(words.takeOver, () => (this.sure = true));
    return html`
      <p role="status">${words.sure(pen.holder.name)}</p>
      ${smallButton(words.yes, () => void this.move('me'))}
      ${smallButton(words.no, () => (this.sure = false))}
    `;
  }

  private mine({ group }: DraftPage): TemplateResult {
    const others = group.filter(({ id }) => id !== this.pen?.holder?.id);
    return html`
      <details class="govuk-details tl-described">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${words.hand} …</span>
        </summary>
        <div class="govuk-details__text">
          ${selectField({
            ...{ id: 'pen-to', label: words.hand, choices: others, value: this.to },
            ...{ empty: words.choose, change: (to) => (this.to = to) },
          })}
          ${smallButton(words.handButton, () => void (this.to && this.move(this.to)))}
        </div>
      </details>
      ${smallButton(words.lay, () => void this.move('nobody'))}
    `;
  }
}

function sayHolder(pen: Pen): string {
  if (pen.mine) return words.yours;
  return pen.holder ? words.holds(pen.holder.name, sayTime(pen.since ?? '')) : words.free;
}

define('tl-pen-box', PenBox);
