import { html, nothing, type TemplateResult } from 'lit';
import type { Named } from '../../api/session.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { worklists as words } from '../../words-office/oversight.ts';

/** What is said of giving many at once: tasks, or families. */
export interface ManyWords {
  selected: (count: number) => string;
  confirm: (count: number, to: string) => string;
  yes: string;
}

/**
 * Several rows given at once: to whom, with what they have beside their name, why, and once more before it is done.
 *
 * @property count  how many are ticked
 * @property staff  colleagues, each with what they have beside the name
 * @property says   the words: of tasks, or of families
 * @fires tl-give   { to, name, reason }
 * @fires tl-none
 */
export class GiveMany extends LightElement {
  static override properties = {
    count: { type: Number },
    staff: { attribute: false },
    says: { attribute: false },
    to: { state: true },
    reason: { state: true },
    tried: { state: true },
    asks: { state: true },
  };
  declare count: number;
  declare staff: readonly (Named & { beside?: string })[];
  declare says: ManyWords;
  declare to: string;
  declare reason: string;
  /** asked once: what is missing is said beside its field */
  declare tried: boolean;
  declare asks: boolean;

  constructor() {
    super();
    this.count = 0;
    this.staff = [];
    this.says = words.many;
    this.to = this.reason = '';
    this.tried = this.asks = false;
  }

  private get name(): string {
    return this.staff.find(({ id }) => id === this.to)?.name ?? '';
  }

  private get missing(): { who?: string; why?: string } {
    return {
      ...(this.to === '' ? { who: words.give.whoMissing } : {}),
      ...(this.reason.trim() === '' ? { why: words.many.whyMissing } : {}),
    };
  }

  private async ask(event: Event): Promise<void> {
    event.preventDefault();
    const { who, why } = this.missing;
    this.tried = true;
    this.asks = !who && !why;
    await this.updateComplete;
    this.querySelector<HTMLElement>(this.asks ? '.tl-many__yes' : who ? 'select' : 'input')?.focus();
  }

  private give(): void {
    const detail = { to: this.to, name: this.name, reason: this.reason.trim() };
    this.dispatchEvent(new CustomEvent('tl-give', { bubbles: true, detail }));
    this.tried = this.asks = false;
    this.to = this.reason = '';
  }

  override render(): TemplateResult | typeof nothing {
    if (this.count === 0) return nothing;
    return html`<form class="tl-selected" novalidate aria-label=${words.give.button} @submit=${this.ask}>
      <p class="tl-selected__count" role="status">${this.says.selected(this.count)}</p>
      ${this.asks ? this.confirmation() : this.fields()}
    </form>`;
  }

  private fields(): TemplateResult {
    return html`${selectField({
        ...{ id: 'many-to', label: words.give.who, value: this.to, empty: words.chooseWho },
        choices: this.staff.map(({ id, name, beside }) => ({
          id,
          name: beside ? `${name} – ${beside}` : name,
        })),
        error: this.tried ? this.missing.who : undefined,
        change: (to) => (this.to = to),
      })}
      ${textField({
        ...{ id: 'many-why', label: words.many.why, value: this.reason },
        error: this.tried ? this.missing.why : undefined,
        input: (reason) => (this.reason = reason),
      })}
      <button class="govuk-button tl-small-button">${words.give.button}</button>
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => this.dispatchEvent(new CustomEvent('tl-none', { bubbles: true }))}
      >
        ${words.many.none}
      </button>`;
  }

  private confirmation(): TemplateResult {
    return html`<p class="govuk-body tl-many__ask">${this.says.confirm(this.count, this.name)}</p>
      <button type="button" class="govuk-button tl-small-button tl-many__yes" @click=${this.give}>
        ${this.says.yes}
      </button>
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => (this.asks = false)}
      >
        ${words.cancel}
      </button>`;
  }
}

define('tl-give-many', GiveMany);
