import { html, nothing, type TemplateResult } from 'lit';
import type { Worklists, WorklistRow } from '../../api-office/oversight.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { worklists as words } from '../../words-office/oversight.ts';
import type { Colleague, Written } from './row-act.ts';
import './row-act.ts';

const written: Written[] = ['answer', 'give', 'explain', 'escalate', 'reopen'];

/**
 * One row of a worklist, with what can be done where it stands.
 *
 * @property row        the row
 * @property about      what all rows share: roles, the form of oversight
 * @property staff      colleagues
 * @property ticks      whether several are given at once
 * @property selected   ticked
 * @fires tl-select     { row, selected }
 * @fires tl-done       { says }
 */
export class WorklistRowElement extends LightElement {
  static override properties = {
    row: { attribute: false },
    about: { attribute: false },
    staff: { attribute: false },
    ticks: { type: Boolean },
    selected: { type: Boolean },
    act: { state: true },
  };
  declare row: WorklistRow;
  declare about: Pick<Worklists, 'roles' | 'oversight'>;
  declare staff: readonly Colleague[];
  declare ticks: boolean;
  declare selected: boolean;
  declare act: Written | undefined;

  constructor() {
    super();
    this.staff = [];
    this.ticks = false;
    this.selected = false;
  }

  private async closeAct(): Promise<void> {
    const { act } = this;
    this.act = undefined;
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-act="${act ?? ''}"]`)?.focus();
  }

  override render(): TemplateResult {
    const { row } = this;
    return html`<article class="tl-task tl-worklist" aria-labelledby="row-${row.id}">
      ${this.ticks && row.does.includes('give') ? this.tick() : nothing}
      <div class="tl-task__what">
        ${row.task || row.escalation ? this.work() : this.child()}
        <p class="tl-task__where">
          <span>${row.worker ? words.with(row.worker.name) : words.nobody(row.role)}</span>
          ${row.team ? html`<span class="tl-quiet">${row.team.name}</span>` : nothing}
        </p>
        ${
          row.reason
            ? html`<p class="govuk-inset-text tl-worklist__reason">
                <strong class="govuk-visually-hidden">${words.reason}:</strong>
                ${words.because(row.reason.says, row.reason.by)}
              </p>`
            : nothing
        }
      </div>
      <div class="tl-task__due">
        ${row.says ? html`<span class="tl-due tl-due--${row.late ? 'late' : 'calm'}">${row.says}</span>` : nothing}
        ${row.due ? html`<span class="tl-due-day">${row.clock ? `${row.clock}, ` : ''}${sayDay(row.due)}</span>` : nothing}
        ${row.why ? html`<span class="tl-because">${row.why}</span>` : nothing}
      </div>
      <div class="tl-task__acts">${this.acts()}</div>
      ${
        this.act
          ? html`<tl-row-act
              class="tl-task__give"
              .act=${this.act}
              .row=${row}
              .staff=${this.staff}
              .roles=${this.about.roles}
              @tl-cancel=${this.closeAct}
            ></tl-row-act>`
          : nothing
      }
    </article>`;
  }

  /** A task, or something taken further: the work first, then whose it is. */
  private work(): TemplateResult {
    const { row } = this;
    return html`<h2 class="tl-task__title" id="row-${row.id}">
        ${
          row.task && row.does.includes('open')
            ? html`<a class="govuk-link" href="/tasks/${row.task}">${row.what}</a>`
            : row.what
        }
      </h2>
      <p class="tl-task__family">
        <a class="govuk-link govuk-link--no-visited-state" href="/families/${row.case}">${row.caseName}</a>
        <span class="tl-task__children">${sayList(row.children.map(({ name }) => name))}</span>
      </p>`;
  }

  /** A child of whom something is missing: the child first. */
  private child(): TemplateResult {
    const { row } = this;
    return html`<h2 class="tl-task__title" id="row-${row.id}">
        <a class="govuk-link govuk-link--no-visited-state" href="/families/${row.case}"
          >${sayList(row.children.map(({ name }) => name))}</a
        >
      </h2>
      <p class="tl-task__family">
        ${sayFamily(row.caseName)} <span class="tl-task__children">${row.what}</span>
      </p>`;
  }

  private tick(): TemplateResult {
    const { row } = this;
    return html`<div class="govuk-checkboxes govuk-checkboxes--small tl-task__tick">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id="tick-${row.id}"
          .checked=${this.selected}
          @change=${(event: Event) => {
            const selected = (event.target as HTMLInputElement).checked;
            this.dispatchEvent(new CustomEvent('tl-select', { bubbles: true, detail: { row, selected } }));
          }}
        />
        <label class="govuk-label govuk-checkboxes__label" for="tick-${row.id}">
          <span class="govuk-visually-hidden">${words.many.tick(row.what, row.caseName)}</span>
        </label>
      </div>
    </div>`;
  }

  private acts(): TemplateResult {
    const { row } = this;
    const offered = written.filter((act) => row.does.includes(act));
    return html`${offered.map(
      (act) =>
        html`<button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          data-act=${act}
          aria-label=${words.actNamed(words.acts[act], row.what, row.caseName)}
          aria-expanded=${this.act === act ? 'true' : 'false'}
          @click=${() => (this.act = this.act === act ? undefined : act)}
        >
          ${words.acts[act]}
        </button>`,
    )}
    ${
      row.does.includes('oversee') && this.about.oversight
        ? html`<a
            class="govuk-button govuk-button--secondary tl-small-button"
            role="button"
            href="/families/${row.case}/add/${this.about.oversight}"
            aria-label=${words.actNamed(words.acts.oversee, row.what, row.caseName)}
            >${words.acts.oversee}</a
          >`
        : nothing
    }`;
  }
}

define('tl-worklist-row', WorklistRowElement);
