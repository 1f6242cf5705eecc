import { html, nothing, type TemplateResult } from 'lit';
import { invite, type InvitationsPage, type Inviting } from '../../api-office/partners.ts';
import { announce } from '../../contexts/announce.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { invitations as words } from '../../words-office/partners.ts';
import { sayMoment } from '../../words/dates.ts';
import { tickBoxes } from './tick-boxes.ts';

type Draft = Omit<Inviting, 'until'> & { until?: string };

const nothingYet: Draft = { account: '', purpose: '', forms: [], records: [] };
/** so many records are offered at once; the rest when they are asked for */
const firstRecords = 12;

/**
 * Invites somebody of another agency: whom, what for, until when, to write what, to read what.
 *
 * @property page  the family, and what there is to choose from
 * @fires tl-changed  somebody is invited
 */
export class InvitationForm extends LightElement {
  static override properties = {
    page: { attribute: false },
    draft: { state: true },
    errors: { state: true },
    showAll: { state: true },
  };
  declare page: InvitationsPage;
  declare draft: Draft;
  declare errors: ErrorLink[];
  declare showAll: boolean;

  constructor() {
    super();
    this.draft = nothingYet;
    this.errors = [];
    this.showAll = false;
  }

  private change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { until = '', purpose, ...rest } = this.draft;
    this.errors = missing(this.draft);
    if (this.errors.length > 0) return;
    const answer = await invite(this.page.case, { ...rest, purpose: purpose.trim(), until });
    if (!answer.ok) {
      this.errors = [{ message: answer.refusal.message }];
      return;
    }
    const name = this.page.accounts.find(({ id }) => id === rest.account)?.name ?? '';
    this.draft = nothingYet;
    announce(words.invited(name));
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    if (this.page.accounts.length === 0) return html`<p class="govuk-inset-text">${words.noAccounts}</p>`;
    const { draft } = this;
    return html`<form class="tl-panel" novalidate aria-labelledby="invite-title" @submit=${this.send}>
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h2 class="govuk-heading-m" id="invite-title">${words.formTitle}</h2>
      ${selectField({
        ...{ id: 'invite-account', label: words.account, value: draft.account, empty: words.choose },
        ...{ choices: this.page.accounts, error: this.error('#invite-account') },
        change: (account) => this.change({ account }),
      })}
      ${textField({
        ...{ id: 'invite-purpose', label: words.purpose, hint: words.purposeHint, value: draft.purpose },
        ...{ error: this.error('#invite-purpose'), input: (purpose) => this.change({ purpose }) },
      })}
      ${dateField({
        ...{ id: 'invite-until', label: words.until_, hint: words.untilHint, value: draft.until },
        error: this.error('#invite-until'),
        give: (until) => {
          const { until: _, ...others } = this.draft;
          this.draft = until === undefined ? others : { ...others, until };
        },
      })}
      ${tickBoxes({
        ...{ id: 'invite-forms', legend: words.forms, hint: words.formsHint, choices: this.page.forms },
        ...{ ticked: draft.forms, error: this.error('#invite-forms') },
        change: (forms) => this.change({ forms }),
      })}
      ${this.records()}
      <button class="govuk-button">${words.button}</button>
    </form>`;
  }

  private records(): TemplateResult {
    const { records } = this.page;
    if (records.length === 0) return html`<p class="govuk-body">${words.noRecords}</p>`;
    const latest = [...records].sort((one, other) => other.at.localeCompare(one.at));
    const shown = this.showAll ? latest : latest.slice(0, firstRecords);
    return html`
      ${tickBoxes({
        ...{ id: 'invite-records', legend: words.records, hint: words.recordsHint },
        choices: shown.map(({ id, name, at }) => ({ id, name, more: sayMoment(at) })),
        ...{ ticked: this.draft.records, change: (ticked) => this.change({ records: ticked }) },
      })}
      ${
        shown.length < records.length
          ? html`<p class="govuk-body">
              <button type="button" class="tl-text-button" @click=${() => (this.showAll = true)}>
                ${words.allRecords(records.length)}
              </button>
            </p>`
          : nothing
      }
    `;
  }

  private error(href: string): string | undefined {
    return this.errors.find((one) => one.href === href)?.message;
  }
}

function missing({ account, purpose, until, forms, records }: Draft): ErrorLink[] {
  const { missing: say } = words;
  return [
    ...(account ? [] : [{ message: say.account, href: '#invite-account' }]),
    ...(purpose.trim() ? [] : [{ message: say.purpose, href: '#invite-purpose' }]),
    ...(until ? [] : [{ message: say.until, href: '#invite-until' }]),
    ...(forms.length + records.length > 0 ? [] : [{ message: say.anything, href: '#invite-forms' }]),
  ];
}

define('tl-invitation-form', InvitationForm);
