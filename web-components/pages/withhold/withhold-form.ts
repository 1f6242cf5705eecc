import { html, type TemplateResult } from 'lit';
import { withholdAnswer } from '../../api-office/access.ts';
import type { RecordPage } from '../../api/records.ts';
import { loadStaff, type StaffMember } from '../../api/session.ts';
import { announce } from '../../contexts/announce.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { withhold as words } from '../../words-office/access.ts';

/**
 * Withholds one answer of a record from a colleague or from somebody in the family.
 *
 * @property page   the record
 * @property answer  `question@child` of the answer
 * @fires tl-changed  it is withheld
 * @fires tl-cancel
 */
export class WithholdForm extends LightElement {
  static override properties = {
    page: { attribute: false },
    answer: { type: String },
    from: { state: true },
    problem: { state: true },
    staff: { state: true },
  };
  declare page: RecordPage;
  declare answer: string;
  declare from: string;
  declare problem: string;
  declare staff: StaffMember[];
  private reason = '';

  constructor() {
    super();
    this.from = '';
    this.problem = '';
    this.staff = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadStaff().then((answer) => {
      if (answer.ok) this.staff = answer.value;
    });
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason.trim();
    this.problem = this.from && reason ? '' : words.missing;
    if (this.problem) return;
    const [question = '', child] = this.answer.split('@');
    const [kind, id = ''] = this.from.split(':');
    const from = kind === 'account' ? { account: id } : { person: id };
    const part = { question, from, reason, ...(child ? { child } : {}) };
    const answer = await withholdAnswer(this.page.record.id, part);
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    announce(words.done);
    this.dispatchEvent(new CustomEvent('tl-changed', { bubbles: true }));
  }

  override render(): TemplateResult {
    const family = (this.page.people ?? []).map(({ id, name }) => ({
      ...{ id: `person:${id}`, name: words.inFamily(name) },
    }));
    const staff = this.staff.map(({ id, name }) => ({ id: `account:${id}`, name: words.colleague(name) }));
    return html`<form class="tl-panel" novalidate aria-label=${words.title} @submit=${this.send}>
      <p class="govuk-body">${words.lead}</p>
      ${selectField({
        ...{ id: 'withhold-from', label: words.from, value: this.from, empty: words.choose },
        choices: [...family, ...staff],
        change: (from) => (this.from = from),
      })}
      ${textField({
        ...{ id: 'withhold-reason', label: words.reason, error: this.problem || undefined },
        input: (text) => (this.reason = text),
      })}
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.button}</button>
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

define('tl-withhold-form', WithholdForm);
