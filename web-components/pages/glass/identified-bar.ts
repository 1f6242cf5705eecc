import { html, nothing, type TemplateResult } from 'lit';
import { endIdentified, loadGlass, seeIdentified, type Glass } from '../../api-office/access.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { glass, identified as words } from '../../words-office/access.ts';
import { sayTime } from '../../words/dates.ts';

/**
 * For whoever sees invented names: asking for people's own by a reason, and a banner while they are shown.
 *
 * @fires tl-changed  names are other ones now
 */
export class IdentifiedBar extends LightElement {
  static override properties = { code: { state: true }, problem: { state: true } };
  declare code: string;
  declare problem: string;
  private text = '';
  private ending: ReturnType<typeof setTimeout> | undefined;
  private readonly glass = new Loading<Glass>(this, async () => {
    const answer = await loadGlass();
    if (answer.ok) this.endAt(answer.value);
    return answer;
  });

  constructor() {
    super();
    this.code = '';
    this.problem = '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.ending);
  }

  private until({ open }: Glass): string | undefined {
    return open.find((one) => one.case === undefined)?.until;
  }

  /** The time is over while the page stands open: the names go from it as well. */
  private endAt(glassNow: Glass): void {
    clearTimeout(this.ending);
    const until = this.until(glassNow);
    if (until === undefined) return;
    this.ending = setTimeout(() => void this.changed(), Math.max(0, Date.parse(until) - Date.now()) + 1000);
  }

  private async changed(): Promise<void> {
    await this.glass.load();
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text.trim();
    this.problem = this.code && text.length >= 10 ? '' : glass.missing;
    if (this.problem) return this.querySelector<HTMLElement>('#identified-text')?.focus();
    const answer = await seeIdentified({ code: this.code, text });
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    await this.changed();
    await this.updateComplete;
    this.querySelector<HTMLElement>('.tl-identified')?.focus();
  }

  private async end(): Promise<void> {
    const answer = await endIdentified();
    if (answer.ok) announce(words.ended);
    await this.changed();
    await this.updateComplete;
    this.querySelector<HTMLElement>('summary')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const { value } = this.glass;
    if (!value) return nothing;
    const until = this.until(value);
    return until === undefined ? this.form(value) : this.banner(until);
  }

  private banner(until: string): TemplateResult {
    return html`<div class="tl-panel tl-identified" role="status" tabindex="-1">
      <p class="govuk-body">${words.shown(sayTime(until))}</p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        @click=${() => void this.end()}
      >
        ${words.end}
      </button>
    </div>`;
  }

  private form({ hours, reasons }: Glass): TemplateResult {
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.open}</span>
      </summary>
      <form class="govuk-details__text tl-measure" novalidate aria-label=${words.open} @submit=${this.send}>
        <p class="govuk-body">${words.lead(hours)}</p>
        ${selectField({
          ...{ id: 'identified-reason', label: words.reason, value: this.code, empty: glass.choose },
          choices: reasons.map(({ code, says }) => ({ id: code, name: says })),
          change: (code) => (this.code = code),
        })}
        ${textField({
          ...{ id: 'identified-text', label: glass.text, hint: glass.textHint },
          ...{ error: this.problem || undefined, input: (text) => (this.text = text) },
        })}
        <button class="govuk-button tl-small-button">${words.button}</button>
      </form>
    </details>`;
  }
}

define('tl-identified-bar', IdentifiedBar);
