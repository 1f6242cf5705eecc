import { html, nothing, type TemplateResult } from 'lit';
import { sayShortDay } from '../../words/dates.ts';
import { nameOf, sayChild, sayList } from '../../words/lists.ts';
import { work } from '../../words/work.ts';
import { dueWithReason } from '../due/due-tag.ts';
import { define, LightElement } from '../light-element.ts';
import { selectField } from '../select/select-field.ts';

interface Named {
  id: string;
  name: string;
}

export interface TaskShown {
  id: string;
  case: string;
  caseName: string;
  what: string;
  stage: Named;
  strand?: string;
  children: { id: string; name: string; age?: string | number; unborn?: boolean }[];
  role: Named;
  assignee?: Named;
  covering?: boolean;
  due?: { on: string; says: string; late: boolean; because?: string };
  completed?: { by: Named | string; at: string };
  record?: string;
}

/**
 * One task: what, whose family, which children, where on the pathway, by when and why then.
 *
 * @property task      the task
 * @property can       which acts to offer: 'select', 'take', 'give'
 * @property staff     people it can be given to
 * @property selected  ticked, to be given with others
 * @fires tl-take      { task }
 * @fires tl-give      { task, to }
 * @fires tl-select    { task, selected }
 */
export class TaskRowElement extends LightElement {
  static override properties = {
    task: { attribute: false },
    can: { attribute: false },
    staff: { attribute: false },
    selected: { type: Boolean },
    giving: { state: true },
    to: { state: true },
  };
  declare task: TaskShown;
  declare can: readonly string[];
  declare staff: readonly Named[];
  declare selected: boolean;
  declare giving: boolean;
  declare to: string;

  constructor() {
    super();
    this.can = [];
    this.staff = [];
    this.selected = false;
    this.giving = false;
    this.to = '';
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { task: this.task, ...detail } }));
  }

  private async openGiving(): Promise<void> {
    this.giving = !this.giving;
    await this.updateComplete;
    this.querySelector<HTMLElement>('select')?.focus();
  }

  private give(): void {
    if (this.to === '') return;
    this.tell('tl-give', { to: this.to });
    this.giving = false;
    this.to = '';
  }

  override render(): TemplateResult {
    const { task } = this;
    return html`
      <article class="tl-task" aria-labelledby="task-${task.id}">
        ${this.can.includes('select') ? this.tick() : nothing}
        <div class="tl-task__what">
          <h2 class="tl-task__title">
            <a
              class="govuk-link"
              id="task-${task.id}"
              href=${task.completed ? `/tasks/${task.id}/done` : `/tasks/${task.id}`}
              >${task.what}</a
            >
          </h2>
          <p class="tl-task__family">
            <a class="govuk-link govuk-link--no-visited-state" href="/families/${task.case}"
              >${task.caseName}</a
            >
            <span class="tl-task__children">${sayList(task.children.map(sayChild))}</span>
          </p>
          <p class="tl-task__where">
            <span class="tl-stage-tag">${task.strand ?? task.stage.name}</span>
            <span
              >${task.assignee ? (task.covering ? work.covering : work.with)(task.assignee.name) : work.forRole(task.role.name)}</span
            >
          </p>
        </div>
        <div class="tl-task__due">
          ${
            task.completed
              ? html`<span class="tl-due-day"
                  >${work.completed(nameOf(task.completed.by), sayShortDay(task.completed.at))}</span
                >`
              : dueWithReason(task.due)
          }
        </div>
        <div class="tl-task__acts">${this.acts()}</div>
        ${this.giving ? this.giveForm() : nothing}
      </article>
    `;
  }

  private tick(): TemplateResult {
    const id = `select-${this.task.id}`;
    return html`
      <div class="govuk-checkboxes govuk-checkboxes--small tl-task__tick">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id=${id}
            .checked=${this.selected}
            @change=${(event: Event) =>
              this.tell('tl-select', { selected: (event.target as HTMLInputElement).checked })}
          />
          <label class="govuk-label govuk-checkboxes__label" for=${id}>
            <span class="govuk-visually-hidden">${work.select(this.task.what, this.task.caseName)}</span>
          </label>
        </div>
      </div>
    `;
  }

  private acts(): TemplateResult {
    const { task } = this;
    return html`
      ${
        this.can.includes('take')
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-label=${work.takes(`${task.what}, ${task.caseName}`)}
              @click=${() => this.tell('tl-take', {})}
            >
              ${work.take}
            </button>`
          : nothing
      }
      ${
        this.can.includes('give')
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-label=${work.giveLabel(task.what, task.caseName)}
              aria-expanded=${this.giving ? 'true' : 'false'}
              @click=${this.openGiving}
            >
              ${work.give}
            </button>`
          : nothing
      }
    `;
  }

  private giveForm(): TemplateResult {
    return html`
      <div class="tl-task__give">
        ${selectField({
          id: `give-${this.task.id}`,
          label: work.giveOne(this.task.what, this.task.caseName),
          choices: this.staff,
          value: this.to,
          empty: work.nobody,
          change: (value) => (this.to = value),
        })}
        <button
          type="button"
          class="govuk-button tl-small-button"
          ?disabled=${this.to === ''}
          @click=${this.give}
        >
          ${work.give}
        </button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => (this.giving = false)}
        >
          ${work.cancel}
        </button>
      </div>
    `;
  }
}

define('tl-task-row', TaskRowElement);
