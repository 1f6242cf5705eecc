import { optionsOf } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { changePlan, loadPlan, type FamilyPlan, type PlanRow } from '../../api-office/plans.ts';
import { announce } from '../../contexts/announce.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { plan as words } from '../../words-office/plans.ts';
import { whenLoaded } from '../page-state.ts';
import type { Acts } from './acts.ts';
import { actionsView } from './actions-view.ts';
import { fieldId, rowForm, type Writing } from './row-form.ts';
import { rulesView } from './rules-view.ts';
import { noneSettled, settledHere, type SettledHere } from './settled-here.ts';
import { networkView, standingView, stepsView } from './steps-view.ts';

/** The plan of a family: one living list, changed here and shown so in every form. */
export class PlanPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    writing: { state: true },
    problem: { state: true },
    settled: { state: true },
  };
  declare route: Route | undefined;
  declare writing: Writing | undefined;
  declare problem: string;
  declare settled: SettledHere;
  private readonly loading = new Loading<FamilyPlan>(this, () => loadPlan(this.family));
  /** where the cursor was when a form was opened: it goes back there */
  private from: HTMLElement | undefined;

  constructor() {
    super();
    this.problem = '';
    this.settled = noneSettled;
    new PageController(this);
    new Live(this, (entries) => {
      const about = entries.some((one) => one.missed === true || one.case === this.family);
      if (about && !this.writing) void this.loading.load();
    });
  }

  private get family(): string {
    return this.route?.params['id'] ?? '';
  }

  private async send(block: string, row: PlanRow): Promise<void> {
    const plan = this.loading.value;
    if (!plan) return;
    const answer = await changePlan(this.family, {
      ...{ block, rows: [row], revision: plan.revisions[block] ?? 0 },
    });
    if (!answer.ok) {
      const by = (answer.body as { changed?: { by?: string } } | undefined)?.changed?.by;
      const findings = answer.refusal.findings.map(({ message }) => message);
      this.problem =
        answer.status === 409
          ? words.changedMeanwhile(by ?? words.somebody)
          : findings.join(' ') || answer.refusal.message;
      if (answer.status === 409) await this.loading.load();
      return;
    }
    this.problem = '';
    this.writing = undefined;
    const id = typeof row['id'] === 'string' ? row['id'] : '';
    await this.loading.load();
    this.settled = settledHere(this.settled, plan.actions, this.loading.value?.actions ?? [], id);
    announce(this.saysOf(id));
    await this.updateComplete;
    this.from = undefined;
    const there = id && `[data-row="${CSS.escape(id)}"]`;
    const place = there && `${there} .tl-plan-item__acts--settled, ${there} button`;
    this.querySelector<HTMLElement>(place || `#add-${block}`)?.focus();
  }

  /** What was settled is named, with how far it is: it can be taken back beside it. */
  private saysOf(id: string): string {
    const action = this.loading.value?.actions.find((one) => one.id === id);
    return action && this.settled.before.has(id)
      ? words.settledSays(action.what, action.statusSays)
      : words.saved;
  }

  private save(): void {
    const { writing } = this;
    if (!writing) return;
    const given = Object.entries(writing.values).filter(([, value]) => value !== undefined && value !== '');
    const row = Object.fromEntries(given);
    const isThere = writing.row !== undefined && !writing.row.startsWith('test-');
    void this.send(writing.block, isThere ? { ...row, id: writing.row } : row);
  }

  private async open(writing: Writing): Promise<void> {
    this.from = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    this.writing = writing;
    await this.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    this.querySelector<HTMLElement>(
      '.tl-plan-form input, .tl-plan-form textarea, .tl-plan-form select',
    )?.focus();
  }

  private async cancel(): Promise<void> {
    this.writing = undefined;
    this.problem = '';
    await this.updateComplete;
    this.from?.focus();
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (plan) => this.loaded(plan));
  }

  private loaded(plan: FamilyPlan): TemplateResult {
    const acts = this.acts(plan);
    const first = this.writing && fieldId(this.writing, this.writing.columns[0] ?? '');
    return html`
      <tl-error-summary
        .errors=${this.problem ? [{ message: this.problem, ...(first ? { href: `#${first}` } : {}) }] : []}
      ></tl-error-summary>
      ${identityBar({ family: plan, children: plan.children })}
      <h1 class="govuk-heading-xl tl-heading">${words.title(plan.name)}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      <p class="tl-no-print">
        <button type="button" class="govuk-button govuk-button--secondary" @click=${() => window.print()}>
          ${words.print}
        </button>
      </p>
      <div class="tl-plan">
        ${actionsView(plan, acts)} ${rulesView(plan, acts)} ${stepsView(plan, acts)}
        ${networkView(plan, acts)} ${standingView(plan)}
      </div>
    `;
  }

  private acts(plan: FamilyPlan): Acts {
    const button: Acts['button'] = (text, label, act) =>
      html`<button type="button" class="tl-text-button" aria-label=${label} @click=${act}>${text}</button>`;
    return {
      open: (writing) => void this.open(writing),
      isOpen: (block, row) => this.writing?.block === block && this.writing.row === row,
      form: (block) => this.form(plan, block),
      send: (block, row) => void this.send(block, row),
      ...{ button, settledHere: this.settled },
      adding: (block, columns, label, values = {}) => this.adding(plan, block, columns, label, values),
    };
  }

  private adding(
    plan: FamilyPlan,
    block: string,
    columns: string[],
    label: string,
    values: PlanRow,
  ): TemplateResult {
    if (!plan.may || !plan.blockShapes.some(({ id }) => id === block)) return html``;
    if (this.writing?.block === block && this.writing.row === undefined) return this.form(plan, block);
    return html`<button
      type="button"
      id="add-${block}"
      class="govuk-button govuk-button--secondary tl-no-print"
      @click=${() => void this.open({ block, columns, values })}
    >
      ${label}
    </button>`;
  }

  private form(plan: FamilyPlan, block: string): TemplateResult {
    const { writing } = this;
    if (!writing) return html``;
    return rowForm({
      writing,
      columns: plan.blockShapes.find(({ id }) => id === block)?.columns ?? [],
      tools: toolsOf(plan),
      beside: (column) => (column === 'who' ? this.names(plan) : nothing),
      change: (values) => (this.writing = { ...writing, values }),
      save: () => this.save(),
      cancel: () => void this.cancel(),
    });
  }

  /** Names of colleagues and family: one press writes it, so that it is written alike everywhere. */
  private names(plan: FamilyPlan): TemplateResult {
    const children = new Set(plan.children.map(({ id }) => id));
    const names = [...plan.owners, ...plan.people.filter(({ id }) => !children.has(id))];
    const choose = (name: string): void => {
      if (this.writing) this.writing = { ...this.writing, values: { ...this.writing.values, who: name } };
    };
    return html`<p class="tl-plan-names">
      ${names.map(
        ({ name }) =>
          html`<button type="button" class="tl-text-button" @click=${() => choose(name)}>${name}</button>`,
      )}
    </p>`;
  }
}

function toolsOf(plan: FamilyPlan): FormTools {
  return {
    people: plan.people,
    children: plan.children,
    files: {},
    optionsOf: (asked) => optionsOf(asked, plan),
    sendFile: () => Promise.resolve({ problem: '' }),
  };
}

define('tl-plan-page', PlanPage);
