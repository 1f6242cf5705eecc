import { addMonths, dayOf } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { loadDue, type FallsDue as Row } from '../../api-office/retention.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { retention as words } from '../../words-office/retention.ts';

/** Families whose time is over by a day, by month. They are looked at a stretch at a time, and it is said how far. */
export class FallsDueElement extends LightElement {
  static override properties = {
    by: { state: true },
    rows: { state: true },
    looked: { state: true },
    looking: { state: true },
    problem: { state: true },
  };
  declare by: string;
  declare rows: Row[];
  declare looked: number;
  declare looking: boolean;
  declare problem: string;
  private asked = 0;

  constructor() {
    super();
    this.by = addMonths(dayOf(new Date().toISOString()), 12);
    this.rows = [];
    this.looked = 0;
    this.looking = false;
    this.problem = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.asked += 1;
  }

  private async look(): Promise<void> {
    const mine = ++this.asked;
    [this.rows, this.looked, this.looking, this.problem] = [[], 0, true, ''];
    let after: string | undefined;
    do {
      const answer = await loadDue(this.by, after);
      if (mine !== this.asked) return;
      if (!answer.ok) {
        this.problem = answer.refusal.message;
        break;
      }
      this.rows = [...this.rows, ...answer.value.rows];
      this.looked += answer.value.looked;
      after = answer.value.next;
    } while (after);
    this.looking = false;
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <form
        class="tl-filters"
        aria-label=${words.until}
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.look();
        }}
      >
        <div class="tl-day">
          ${textField({ id: 'by', label: words.until, type: 'date', value: this.by, input: (by) => (this.by = by) })}
        </div>
        <button class="govuk-button govuk-button--secondary" ?disabled=${!this.by}>${words.look}</button>
      </form>
      <p class="govuk-body" role="status">${this.says()}</p>
      ${[...byMonth(this.rows)].map(([month, rows]) => monthOf(month, rows))}
    `;
  }

  private says(): string {
    if (this.looking) return words.looking(this.looked);
    return this.rows.length === 0 ? words.nothingDue : words.found(this.rows.length, this.looked);
  }
}

function byMonth(rows: readonly Row[]): Map<string, Row[]> {
  const sorted = rows.toSorted((one, other) => one.first.localeCompare(other.first));
  return Map.groupBy(sorted, (row) => row.first.slice(0, 7));
}

function monthOf(month: string, rows: readonly Row[]): TemplateResult {
  const said = sayDay(`${month}-01`).replace(/^\d+ /, '');
  return html`<section aria-labelledby="month-${month}">
    <h2 class="govuk-heading-m" id="month-${month}">${said}</h2>
    <ul class="tl-found">
      ${rows.map(
        (row) =>
          html`<li class="tl-found__item">
            <span>
              <a class="govuk-link" href="/families/${encodeURIComponent(row.case.id)}/retention"
                >${row.case.name}</a
              >
              <span class="tl-quiet">${row.rules.join(', ')}</span>
            </span>
            <span class="tl-line">
              <span class="tl-quiet">${words.over} ${sayDay(row.first)}</span>
              ${row.due > 0 ? html`<strong class="govuk-tag">${words.now}: ${words.ofChildren(row.due, row.children)}</strong>` : nothing}
              ${row.held ? html`<strong class="govuk-tag govuk-tag--orange">${words.held}</strong>` : nothing}
            </span>
          </li>`,
      )}
    </ul>
  </section>`;
}

define('tl-falls-due', FallsDueElement);
