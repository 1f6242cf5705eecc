import { html, nothing, type TemplateResult } from 'lit';
import {
  answerEscalation,
  escalate,
  explainLateness,
  giveMany,
  loadDecisions,
  type Act,
  type Decision,
  type WorklistRow,
} from '../../api-office/oversight.ts';
import { tryReopening, type WouldChange } from '../../api-office/previews.ts';
import type { Answered } from '../../api/request.ts';
import { reopenRecord } from '../../api/records.ts';
import type { Named, StaffMember } from '../../api/session.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { sayShortDay } from '../../words/dates.ts';
import { nameOf, sayList } from '../../words/lists.ts';
import { worklists as words } from '../../words-office/oversight.ts';
import '../record/would-change.ts';

/** Acts that are written here; the others are links. */
export type Written = Exclude<Act, 'open' | 'oversee'>;

/** Somebody work is given to; who holds families with what they hold. */
export type Colleague = StaffMember & { beside?: string };

/**
 * What somebody does with a row where it stands: to whom, and why.
 *
 * @property act    which of the acts
 * @property row    the row
 * @property staff  colleagues it can be given or taken to
 * @property roles  roles it can be taken to
 * @fires tl-done   { says }
 * @fires tl-cancel
 */
export class RowAct extends LightElement {
  static override properties = {
    act: { attribute: false },
    row: { attribute: false },
    staff: { attribute: false },
    roles: { attribute: false },
    to: { state: true },
    reason: { state: true },
    problem: { state: true },
    tried: { state: true },
    decisions: { state: true },
    changes: { state: true },
  };
  declare act: Written;
  declare row: WorklistRow;
  declare staff: readonly Colleague[];
  declare roles: readonly Named[];
  declare to: string;
  declare reason: string;
  declare problem: string;
  /** sent once: what is missing is said beside its field */
  declare tried: boolean;
  declare decisions: Decision[] | undefined;
  /** what opening the chosen step again would change */
  declare changes: WouldChange | undefined;

  constructor() {
    super();
    this.staff = [];
    this.roles = [];
    this.to = this.reason = this.problem = '';
    this.tried = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.act === 'reopen') void this.findDecisions();
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('select, textarea, input')?.focus());
  }

  private async findDecisions(): Promise<void> {
    const answer = await loadDecisions(this.row.case);
    if (answer.ok) this.decisions = answer.value.decisions;
    else this.problem = answer.refusal.message;
    await this.updateComplete;
    this.querySelector<HTMLElement>('select')?.focus();
  }

  /** Whom, or which step; before a step is opened again it is said what follows from it. */
  private async choose(to: string): Promise<void> {
    this.to = to;
    this.changes = undefined;
    this.problem = '';
    if (this.act !== 'reopen' || to === '') return;
    const answer = await tryReopening(to);
    if (to !== this.to) return;
    if (answer.ok) this.changes = answer.value;
    else this.problem = answer.refusal.message;
  }

  /** What is still to be said, each for its own field. */
  private get missing(): { who?: string; why?: string } {
    const { act } = this;
    return {
      ...(asksWhom(act) && this.to === '' ? { who: words[act].whoMissing } : {}),
      ...(this.reason.trim() === '' ? { why: words[act].missing } : {}),
    };
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { who, why } = this.missing;
    this.tried = true;
    if (who ?? why) {
      this.querySelector<HTMLElement>(who ? 'select' : 'input')?.focus();
      return;
    }
    const answer = await this.sent(this.reason.trim());
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) this.tell('tl-done', { says: this.says() });
  }

  private async sent(reason: string): Promise<Answered<unknown>> {
    const { row, to } = this;
    switch (this.act) {
      case 'give':
        return oneGiven(await giveMany([row.task ?? ''], to, reason));
      case 'explain':
        return explainLateness(row.task ?? '', reason);
      case 'escalate':
        return escalate(row, to.startsWith('role:') ? { role: to.slice(5) } : { account: to }, reason);
      case 'answer':
        return answerEscalation(row.case, row.escalation ?? '', reason);
      case 'reopen':
        return reopenRecord(to, reason);
    }
  }

  private says(): string {
    const { done } = words[this.act];
    return typeof done === 'string' ? done : done(this.row.what);
  }

  private tell(name: string, detail: object = {}): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  override render(): TemplateResult {
    const { act, row } = this;
    const named = words.actNamed(words.acts[act], row.what, row.caseName);
    return html`<form class="tl-panel tl-worklist__act" novalidate aria-label=${named} @submit=${this.send}>
      ${asksWhom(act) ? this.whom() : nothing}
      ${
        this.act === 'reopen' && this.to !== '' && (this.changes || !this.problem)
          ? html`<tl-would-change .changes=${this.changes}></tl-would-change>`
          : nothing
      }
      ${textField({
        ...{ id: `why-${row.id}`, label: words[act].why, value: this.reason },
        error: this.problem || (this.tried ? this.missing.why : undefined),
        input: (text) => (this.reason = text),
      })}
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words[act].button}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.tell('tl-cancel')}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  private whom(): TemplateResult {
    if (this.act === 'reopen' && this.decisions?.length === 0) {
      return html`<p class="govuk-body">${words.reopen.none}</p>`;
    }
    return selectField({
      ...{ id: `whom-${this.row.id}`, value: this.to, change: (to: string) => void this.choose(to) },
      error: this.tried ? this.missing.who : undefined,
      ...this.choices(),
    });
  }

  private choices(): { label: string; empty: string; choices: Named[] } {
    if (this.act === 'reopen') {
      const choices = (this.decisions ?? []).map(({ record, what, by, at }) => ({
        ...{ id: record, name: words.reopen.decision(what, by, sayShortDay(at)) },
      }));
      return { label: words.reopen.who, empty: words.reopen.choose, choices };
    }
    if (this.act === 'give') {
      return { label: words.give.who, empty: words.chooseWho, choices: named(this.staff, this.row) };
    }
    const roles = this.roles.map(({ id, name }) => ({ id: `role:${id}`, name: words.escalate.role(name) }));
    return {
      ...{ label: words.escalate.who, empty: words.escalate.choose, choices: [...roles, ...this.staff] },
    };
  }
}

/** Acts that go to somebody, or open some step: which is asked before why. */
function asksWhom(act: Written): act is 'give' | 'escalate' | 'reopen' {
  return act === 'give' || act === 'escalate' || act === 'reopen';
}

/** Colleagues with what they hold, or what they are, beside their names: who does such work first, not who has it. */
function named(staff: readonly Colleague[], { role = '', worker }: WorklistRow): Named[] {
  const does = ({ roles }: Colleague): number => Number(!roles.map(nameOf).includes(role));
  return staff
    .filter(({ id }) => id !== worker?.id)
    .toSorted((a, b) => does(a) - does(b))
    .map(({ id, name, beside, roles }) => ({
      id,
      name: `${name} – ${beside ?? sayList(roles.map(nameOf))}`,
    }));
}

/** One task of a command about many: its own no is the answer. */
function oneGiven(answer: Answered<{ results: { ok: boolean; message?: string }[] }>): Answered<unknown> {
  if (!answer.ok) return answer;
  const [result] = answer.value.results;
  if (result?.ok !== false) return answer;
  const refusal = { reason: 'not-given', message: result.message ?? '', findings: [] };
  return { ok: false, status: 422, refusal, body: answer.value };
}

define('tl-row-act', RowAct);
