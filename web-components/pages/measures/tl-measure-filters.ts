import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { MeasuresAsked, Period } from '../../api-office/measures.ts';
import type { Named } from '../../api/session.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { measures as words } from '../../words-office/measures.ts';
import { periodsTo } from './periods.ts';

const own = 'own';

/**
 * Which period, whose families.
 *
 * @property asked    what is asked now
 * @property period   what was answered
 * @property today    the service's day
 * @property choices  teams and workers within the reader's reach
 * @fires tl-narrow   with what is asked from now on
 */
export class MeasureFilters extends LightElement {
  static override properties = {
    asked: { attribute: false },
    period: { attribute: false },
    today: { attribute: false },
    choices: { attribute: false },
    ownDates: { state: true },
    days: { state: true },
    wrong: { state: true },
  };
  declare asked: MeasuresAsked;
  declare period: Period;
  declare today: string;
  declare choices: { teams: readonly Named[]; workers: readonly Named[] };
  declare ownDates: boolean;
  declare days: { from: string | undefined; to: string | undefined };
  declare wrong: boolean;

  constructor() {
    super();
    this.asked = {};
    this.choices = { teams: [], workers: [] };
    this.ownDates = false;
    this.wrong = false;
    this.days = { from: undefined, to: undefined };
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('period') && !changed.has('asked')) return;
    this.days = { ...this.period };
    this.ownDates = this.chosen === own;
  }

  private get chosen(): string {
    // what was asked: who sees numbers only is answered in whole months
    const { from, to } = this.asked;
    if (!from && !to) return 'year';
    return periodsTo(this.today).find((one) => one.from === from && one.to === to)?.id ?? own;
  }

  private narrow(change: MeasuresAsked): void {
    this.dispatchEvent(new CustomEvent('tl-narrow', { detail: { ...this.asked, ...change } }));
  }

  private choose(id: string): void {
    const period = periodsTo(this.today).find((one) => one.id === id);
    this.ownDates = !period;
    if (period) this.narrow({ from: period.from, to: period.to });
  }

  private giveDates(): void {
    const { from, to } = this.days;
    this.wrong = !from || !to || from > to;
    if (from && to && !this.wrong) this.narrow({ from, to });
  }

  override render(): TemplateResult {
    const { teams, workers } = this.choices;
    return html`
      <div class="tl-filters" role="group" aria-label=${words.filters}>
        ${selectField({
          id: 'measures-period',
          label: words.period,
          choices: [...periodsTo(this.today).slice(1), { id: own, name: words.periods.own }],
          value: this.ownDates ? own : this.chosen === 'year' ? '' : this.chosen,
          empty: words.periods.year,
          change: (id) => this.choose(id === '' ? 'year' : id),
        })}
        ${teams.length > 1 || this.asked.team ? this.among('team', teams) : nothing}
        ${workers.length > 1 || this.asked.worker ? this.among('worker', workers) : nothing}
      </div>
      ${this.ownDates ? this.dates() : nothing}
    `;
  }

  private among(name: 'team' | 'worker', choices: readonly Named[]): TemplateResult {
    return selectField({
      id: `measures-${name}`,
      label: words[name],
      choices,
      value: this.asked[name] ?? '',
      empty: words.all,
      change: (id) => this.narrow({ [name]: id }),
    });
  }

  private dates(): TemplateResult {
    const day = (name: 'from' | 'to'): TemplateResult =>
      dateField({
        id: `measures-${name}`,
        label: words[name],
        value: this.days[name],
        give: (value) => {
          this.days = { ...this.days, [name]: value };
        },
      });
    return html`
      <tl-error-summary
        .errors=${this.wrong ? [{ message: words.wrongDates, href: '#measures-from-day' }] : []}
      ></tl-error-summary>
      <div class="tl-search">
        ${day('from')} ${day('to')}
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => this.giveDates()}>
          ${words.show}
        </button>
      </div>
    `;
  }
}

define('tl-measure-filters', MeasureFilters);
