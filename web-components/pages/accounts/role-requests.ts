import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { confirmRoles, refuseRoles, roleRequests, type RoleRequest } from '../../api-office/accounts.ts';
import type { Answered } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { roleRequests as words } from '../../words-office/accounts.ts';

/**
 * Roles that a colleague gave and that a second person has to confirm. Nothing waits: nothing is shown.
 *
 * @property account   id of an account: only what waits for it; empty: everything
 * @property revision  of that account as it is shown: what waits may be another by then
 * @fires tl-answered  somebody said yes or no: accounts are not as they were
 */
export class RoleRequests extends LightElement {
  static override properties = {
    account: { type: String },
    revision: { type: Number },
    problem: { state: true },
  };
  declare account: string;
  declare revision: number;
  declare problem: string;
  private readonly waiting = new Loading(this, roleRequests);

  constructor() {
    super();
    this.account = '';
    this.revision = 0;
    this.problem = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.get('revision')) void this.waiting.load();
  }

  private async answer(sent: Promise<Answered<unknown>>, said: string): Promise<void> {
    const answer = await sent;
    this.problem = answer.ok ? '' : answer.refusal.message;
    await this.waiting.load();
    if (!answer.ok) return;
    announce(said);
    this.dispatchEvent(new CustomEvent('tl-answered'));
    this.querySelector<HTMLElement>('#waiting')?.focus();
  }

  override render(): TemplateResult | typeof nothing {
    const rows = (this.waiting.value ?? []).filter(
      ({ account }) => this.account === '' || account.id === this.account,
    );
    if (rows.length === 0 && !this.problem) return nothing;
    return html`<section class="tl-panel" aria-labelledby="waiting">
      <h2 class="govuk-heading-m" id="waiting" tabindex="-1">${words.title}</h2>
      <p class="govuk-body tl-measure">${words.lead}</p>
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      <ul class="tl-found">
        ${rows.map((row) => this.row(row))}
      </ul>
    </section>`;
  }

  private row(row: RoleRequest): TemplateResult {
    const { account, roles, by, at, mine } = row;
    return html`<li class="tl-found__item">
      <span>
        <a class="govuk-link" href="/accounts/${encodeURIComponent(account.id)}">${account.name}</a>:
        <strong>${roles.join(', ')}</strong>
        <span class="tl-quiet">${words.given(by, sayMoment(at))}</span>
      </span>
      <span class="govuk-button-group">
        ${
          mine
            ? html`<span class="tl-quiet">${words.mine}</span>`
            : html`<button
                type="button"
                class="govuk-button tl-small-button"
                aria-label=${words.confirmNamed(account.name)}
                @click=${() => void this.answer(confirmRoles(account.id), words.confirmed)}
              >
                ${words.confirm}
              </button>`
        }
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          aria-label=${words.refuseNamed(account.name)}
          @click=${() => void this.answer(refuseRoles(account.id), words.refused)}
        >
          ${words.refuse}
        </button>
      </span>
    </li>`;
  }
}

define('tl-role-requests', RoleRequests);
