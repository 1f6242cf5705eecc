import { html, nothing, type TemplateResult } from 'lit';
import { carryOutImport, planImport, type ImportCounts, type ImportPlan } from '../../api-office/accounts.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { table as words } from '../../words-office/accounts.ts';
import { accountTabs } from './account-tabs.ts';

const mostBytes = 1_000_000;

/** A table of accounts: chosen, looked at, and only then carried out. */
export class AccountImportPage extends LightElement {
  static override properties = {
    errors: { state: true },
    plan: { state: true },
    done: { state: true },
  };
  declare errors: ErrorLink[];
  declare plan: ImportPlan | undefined;
  declare done: ImportCounts | undefined;
  private text = '';
  private disableMissing = false;

  constructor() {
    super();
    this.errors = [];
    new PageController(this);
  }

  private async look(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.querySelector<HTMLInputElement>('#table-file')?.files?.[0];
    const fault = !file ? words.fileMissing : file.size > mostBytes ? words.tooLarge : undefined;
    if (!file || fault !== undefined) return this.say(fault ?? '');
    this.text = await file.text();
    const answer = await planImport(this.text, this.disableMissing);
    if (!answer.ok) return this.say(answer.refusal.message);
    this.plan = answer.value;
    this.done = undefined;
    this.errors = answer.value.faults.map(({ line, message }) => ({ message: words.line(line, message) }));
    if (this.errors.length === 0) await this.focusOn('#plan');
  }

  private async carryOut(): Promise<void> {
    const answer = await carryOutImport(this.text, this.disableMissing, this.plan?.fingerprint ?? '');
    if (!answer.ok) return this.say(answer.refusal.message);
    this.errors = [];
    this.done = answer.value;
    this.plan = undefined;
    await this.focusOn('#done');
  }

  private say(message: string): void {
    this.errors = [{ message, href: '#table-file' }];
  }

  private async focusOn(heading: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(heading)?.focus();
  }

  override render(): TemplateResult {
    const { plan, done } = this;
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${accountTabs('table')}
      <p class="govuk-body tl-measure">${words.lead}</p>
      ${done ? this.told(done) : nothing}
      ${plan ? (plan.faults.length > 0 ? html`<p class="govuk-body" role="status">${words.faults(plan.faults.length)}</p>` : this.planned(plan)) : nothing}
      ${this.form()}
    `;
  }

  private told(counts: ImportCounts): TemplateResult {
    return html`<section class="tl-panel tl-measure" aria-labelledby="done">
      <h2 class="govuk-heading-m" id="done" tabindex="-1">${words.done}</h2>
      <p class="govuk-body">${words.counts({ ...counts })}</p>
      <p class="govuk-body">${words.links}</p>
    </section>`;
  }

  private planned(plan: ImportPlan): TemplateResult {
    return html`<section class="tl-panel" aria-labelledby="plan">
      <h2 class="govuk-heading-m" id="plan" tabindex="-1">${words.plan}</h2>
      <p class="govuk-body">${plan.steps.length === 0 ? words.nothing : words.counts({ ...plan.counts })}</p>
      <ul class="tl-found">
        ${plan.steps.map(
          ({ does, name, displayName, because }) =>
            html`<li class="tl-found__item">
              <span
                ><strong>${words.does[does]}</strong> ${displayName}
                <span class="tl-quiet">${name}</span></span
              >
              <span class="tl-quiet">${because.map((one) => words.because[one] ?? one).join(', ')}</span>
            </li>`,
        )}
      </ul>
      ${
        plan.steps.length === 0
          ? nothing
          : html`<button type="button" class="govuk-button" @click=${() => void this.carryOut()}>
              ${words.carryOut}
            </button>`
      }
    </section>`;
  }

  private form(): TemplateResult {
    return html`<form class="tl-measure" novalidate @submit=${this.look}>
      <h2 class="govuk-heading-s">${words.columns}</h2>
      <p class="govuk-body">${words.columnsSay}</p>
      <pre class="tl-example" tabindex="0" aria-label=${words.columns}>${words.example}</pre>
      <div class="govuk-form-group">
        <label class="govuk-label" for="table-file">${words.file}</label>
        <input class="govuk-file-upload" id="table-file" type="file" accept=".csv,text/csv" />
      </div>
      <div class="govuk-form-group govuk-checkboxes govuk-checkboxes--small">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="table-missing"
            @change=${(event: Event) => (this.disableMissing = (event.target as HTMLInputElement).checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for="table-missing">${words.missing}</label>
        </div>
      </div>
      <button class="govuk-button ${this.plan ? 'govuk-button--secondary' : ''}">${words.look}</button>
    </form>`;
  }
}

define('tl-account-import-page', AccountImportPage);
