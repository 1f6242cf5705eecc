import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { accountLog, type AccountLog as Log, type Office } from '../../api-office/accounts.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay, sayMoment } from '../../words/dates.ts';
import { accountLog as words } from '../../words-office/accounts.ts';

/**
 * What was changed of an account, by whom, from what to what; the latest first.
 *
 * @property account   id of the account
 * @property revision  of the account as it is shown: another one has another log
 * @property office    names of roles and teams
 */
export class AccountLogView extends LightElement {
  static override properties = {
    account: { type: String },
    revision: { type: Number },
    office: { attribute: false },
    log: { state: true },
    problem: { state: true },
  };
  declare account: string;
  declare revision: number;
  declare office: Office;
  declare log: Log | undefined;
  declare problem: string;

  constructor() {
    super();
    this.problem = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('account') || changed.has('revision')) void this.load();
  }

  private async load(): Promise<void> {
    const answer = await accountLog(this.account);
    if (answer.ok) this.log = answer.value;
    this.problem = answer.ok ? '' : answer.refusal.message;
  }

  override render(): TemplateResult {
    const { changes = [], families = [] } = this.log ?? {};
    const lines = [
      ...changes.map((change) => ({ at: change.at, says: this.change(change) })),
      ...families.map((one) => ({ at: one.at, says: words.family(one) })),
    ].sort((a, b) => (a.at < b.at ? 1 : -1));
    return html`<section class="tl-panel tl-measure" aria-labelledby="log">
      <h2 class="govuk-heading-m" id="log">${words.title}</h2>
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      ${this.log && lines.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : nothing}
      <ul class="govuk-list">
        ${lines.map(({ at, says }) => html`<li><span class="tl-quiet">${sayMoment(at)}</span> ${says}</li>`)}
      </ul>
    </section>`;
  }

  private change({ by, confirmedBy, alone, from, to }: Log['changes'][number]): string {
    const parts = [...new Set([...Object.keys(from), ...Object.keys(to)])].map((fact) =>
      words.fact(fact, this.value(fact, from[fact]), this.value(fact, to[fact])),
    );
    const second = confirmedBy === undefined ? '' : words.confirmedBy(confirmedBy);
    return [`${by}: ${parts.join('; ')}.`, second, alone ? words.alone : ''].filter(Boolean).join(' ');
  }

  private value(fact: string, value: string | string[] | boolean | undefined): string {
    if (value === undefined) return '';
    const named = (among: { id: string; name: string }[], id: string): string =>
      among.find((one) => one.id === id)?.name ?? id;
    if (Array.isArray(value)) return value.map((role) => named(this.office.roles, role)).join(', ');
    if (typeof value === 'boolean') return value ? words.yes : '';
    if (fact === 'team') return named(this.office.teams, value);
    if (fact === 'source') return words.source[value] ?? value;
    return fact === 'until' ? sayDay(value) : value;
  }
}

define('tl-account-log', AccountLogView);
