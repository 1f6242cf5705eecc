import { html, nothing, type TemplateResult } from 'lit';
import { loadTask, type Happened, type TaskRow } from '../../api/tasks.ts';
import { outcomeOf, type Outcome } from '../../contexts/outcomes.ts';
import { currentSession } from '../../contexts/session.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { dueTag } from '../../elements/due/due-tag.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { done as words, task as taskWords } from '../../words/form.ts';
import { nameOf, sayChild, sayList } from '../../words/lists.ts';
import { work } from '../../words/work.ts';
import { whenLoaded } from '../page-state.ts';

/** After completing: what did happen, and the next thing to do. */
export class DonePage extends LightElement {
  static override properties = { route: { attribute: false } };
  declare route: Route | undefined;
  private readonly task: Loading<Outcome>;

  constructor() {
    super();
    this.task = new Loading(this, () => {
      const id = this.route?.params['id'] ?? '';
      const kept = outcomeOf(id);
      return kept ? Promise.resolve({ ok: true, value: kept }) : loadTask(id);
    });
    new PageController(this);
  }

  override render(): TemplateResult {
    return whenLoaded(this.task, (page) => this.loaded(page));
  }

  private loaded(page: Outcome): TemplateResult {
    const { happened } = page;
    const record = happened?.record ?? page.record ?? page.task.record;
    const { completed } = page.task;
    return html`
      ${identityBar({ family: page.case, children: page.task.children })}
      <h1 class="govuk-heading-l">${words.title}: ${page.task.what}</h1>
      ${
        completed
          ? html`<p class="govuk-body tl-done-by">
              ${taskWords.completed(nameOf(completed.by), sayMoment(completed.at))}
            </p>`
          : nothing
      }
      ${happened ? this.happened(happened) : nothing}
      <p class="govuk-body tl-done-links">
        ${record ? html`<a class="govuk-link" href="/records/${record}">${words.record}</a>` : nothing}
        <a class="govuk-link" href="/families/${page.case.id}">${words.family}</a>
        <a class="govuk-link" href="/work">${words.work}</a>
      </p>
    `;
  }

  private happened(happened: Happened): TemplateResult {
    return html`
      <section class="tl-happened" aria-labelledby="what-happened">
        <h2 class="govuk-heading-m" id="what-happened">${words.what}</h2>
        <ul class="tl-happened__list">
          ${happened.says.map((say) => html`<li>${say}</li>`)}
        </ul>
      </section>
      ${
        happened.children.some(({ stage }) => stage)
          ? html`<h2 class="govuk-heading-m">${words.where}</h2>
              <dl class="tl-cells tl-cells--wide">
                ${happened.children.map(
                  ({ name, stage }) =>
                    html`<div>
                      <dt>${name}</dt>
                      <dd><span class="tl-stage-tag">${nameOf(stage)}</span></dd>
                    </div>`,
                )}
              </dl>`
          : nothing
      }
      <h2 class="govuk-heading-m">${words.next}</h2>
      ${
        happened.opened.length === 0
          ? html`<p class="govuk-body">${words.nothingOpen}</p>`
          : html`<ul class="tl-tasks">
              ${happened.opened.map((task) => this.opened(task))}
            </ul>`
      }
    `;
  }

  private opened(task: TaskRow): TemplateResult {
    const mine = task.assignee?.id === currentSession()?.person?.id;
    return html`<li class="tl-tasks__item tl-opened">
      <div>
        <a class="govuk-link tl-opened__what" href="/tasks/${task.id}">${task.what}</a>
        <span>${sayList(task.children.map(sayChild))}</span>
      </div>
      <div>
        ${mine ? html`<strong>${words.yours}</strong>` : task.assignee ? work.with(task.assignee.name) : work.forRole(task.role.name)}
      </div>
      <div>${dueTag(task.due)}</div>
    </li>`;
  }
}

define('tl-done-page', DonePage);
