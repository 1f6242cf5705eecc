import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { loadStaff, type StaffMember } from '../../api/session.ts';
import {
  giveTask,
  giveTasks,
  loadWork,
  type TaskRow,
  type WorkList,
  type WorkView,
} from '../../api/tasks.ts';
import { announce } from '../../contexts/announce.ts';
import { keepChoices, keptChoices } from '../../contexts/kept-choices.ts';
import { currentSession, mayBegin } from '../../contexts/session.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { showAddress } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { subNavigation } from '../../elements/tabs/sub-navigation.ts';
import '../../elements/task-row/tl-task-row.ts';
import { work } from '../../words/work.ts';
import { whenLoaded } from '../page-state.ts';
import { selectedBar } from './selected-bar.ts';
import { workFilters } from './work-filters.ts';

const views: WorkView[] = ['mine', 'team', 'unallocated', 'done'];

/** The queue: whose work, by when, sorted by due; new work appears by itself. */
export class WorkPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    view: { state: true },
    filters: { state: true },
    text: { state: true },
    selected: { state: true },
    problem: { state: true },
    staff: { state: true },
    more: { state: true },
    giveTo: { state: true },
  };
  declare route: Route | undefined;
  declare view: WorkView;
  declare filters: { stage: string; worker: string };
  /** may be a name: neither in the address nor kept */
  declare text: string;
  declare selected: ReadonlySet<string>;
  declare problem: string;
  declare staff: StaffMember[];
  declare more: TaskRow[];
  declare giveTo: string;
  private readonly list: Loading<WorkList>;
  private readonly page = new PageController(this);
  private next: string | undefined;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.view = 'mine';
    this.filters = { stage: '', worker: '' };
    this.text = '';
    this.selected = new Set();
    this.problem = '';
    this.staff = [];
    this.more = [];
    this.giveTo = '';
    this.list = new Loading(this, () => loadWork(this.view, this.asked()));
    new Live(this, () => void this.refresh());
  }

  override connectedCallback(): void {
    this.readRoute();
    super.connectedCallback();
    void loadStaff().then((answer) => {
      if (answer.ok) this.staff = answer.value;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('route') || !this.hasUpdated) return;
    const before = this.view;
    this.readRoute();
    if (this.view === before) return;
    this.selected = new Set();
    this.page.again();
    void this.reload();
  }

  private readRoute(): void {
    const query = this.route?.query ?? new URLSearchParams();
    const kept = keptChoices('work');
    const read = (name: string): string => query.get(name) ?? kept[name] ?? '';
    this.view = views.find((view) => view === read('view')) ?? 'mine';
    this.filters = { stage: read('stage'), worker: read('worker') };
    this.keep();
  }

  private asked(): { stage?: string; worker?: string; text?: string } {
    const { stage, worker } = this.filters;
    return {
      ...(stage ? { stage } : {}),
      ...(worker ? { worker } : {}),
      ...(this.text ? { text: this.text } : {}),
    };
  }

  private keep(): void {
    keepChoices('work', { view: this.view, ...this.filters });
  }

  private narrow(change: Partial<{ stage: string; worker: string }>): void {
    this.filters = { ...this.filters, ...change };
    this.keep();
    showAddress(this.addressOf(this.view));
    void this.reload();
  }

  private addressOf(view: WorkView): string {
    const search = new URLSearchParams({ view });
    for (const [name, value] of Object.entries(this.filters)) if (value) search.set(name, value);
    return `/work?${search.toString()}`;
  }

  private async reload(): Promise<void> {
    this.more = [];
    this.next = undefined;
    await this.list.load();
  }

  /** Something changed elsewhere: show it in its place, say what is new, leave focus where it is. */
  private async refresh(): Promise<void> {
    const before = this.list.value?.tasks.map(({ id }) => id);
    await this.list.load();
    const fresh = (this.list.value?.tasks ?? []).filter(({ id }) => before && !before.includes(id));
    const first = fresh[0];
    if (first && this.view !== 'done')
      announce(work.arrived(fresh.length, `${first.what}, ${first.caseName}`));
  }

  private async take(task: TaskRow): Promise<void> {
    const me = currentSession()?.person;
    if (me) await this.giveOne(task, me.id, work.taken(task.what));
  }

  /** The focus stays with the row, or goes to the one that came into its place. */
  private async giveOne(task: TaskRow, to: string, said: string): Promise<void> {
    const titles = () => [...this.querySelectorAll<HTMLElement>('.tl-task__title')];
    const at = titles().findIndex((title) => title.querySelector(`[id="task-${task.id}"]`));
    const answer = await giveTask(task.id, to);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) announce(said);
    await this.list.load();
    await this.updateComplete;
    const next = titles()[at] ?? titles().at(-1) ?? this.querySelector('h1');
    if (!answer.ok || !next) return;
    next.tabIndex = -1;
    next.focus();
  }

  private async giveSelected(): Promise<void> {
    const ids = [...this.selected];
    const answer = await giveTasks(ids, this.giveTo);
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    const failed = answer.value.results.filter(({ ok }) => !ok);
    const given = ids.length - failed.length;
    this.problem = failed.map(({ message }) => message ?? work.notGiven).join(' ');
    if (given > 0) announce(work.givenMany(given, this.nameOfStaff(this.giveTo)));
    this.selected = new Set(failed.map(({ task }) => task));
    this.giveTo = '';
    await this.list.load();
  }

  private nameOfStaff(id: string): string {
    return this.staff.find((person) => person.id === id)?.name ?? '';
  }

  private async loadMore(): Promise<void> {
    const after = this.next ?? this.list.value?.next;
    if (!after) return;
    const answer = await loadWork(this.view, { ...this.asked(), after });
    if (!answer.ok) return;
    this.more = [...this.more, ...answer.value.tasks];
    this.next = answer.value.next ?? '';
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${work.title}</h1>
      ${whenLoaded(this.list, (list) => this.loaded(list))}
    `;
  }

  private loaded(list: WorkList): TemplateResult {
    if (list.news) void import('../changes/staff-news.ts');
    if (list.notices) void import('../glass/notices-list.ts');
    const tasks = [
      ...list.tasks,
      ...this.more.filter(({ id }) => !list.tasks.some((task) => task.id === id)),
    ];
    const more = this.next ?? list.next;
    return html`
      ${mayBegin('cover') ? html`<p class="govuk-body"><a class="govuk-link" href="/cover">${work.cover}</a></p>` : nothing}
      ${list.notices ? html`<tl-notices></tl-notices>` : nothing}
      ${list.news ? html`<tl-staff-news></tl-staff-news>` : nothing}
      ${subNavigation(
        work.tabs.label,
        views.map((view) => ({
          href: this.addressOf(view),
          text: work.tabs[view],
          count: view === 'done' ? undefined : list.counts[view],
          current: view === this.view,
        })),
      )}
      ${workFilters({
        list,
        withWorkers: this.view === 'team' || this.view === 'done',
        ...this.filters,
        text: this.text,
        narrow: (change) => this.narrow(change),
        search: (text) => this.search(text),
        clear: () => {
          this.text = '';
          this.narrow({ stage: '', worker: '' });
        },
      })}
      ${selectedBar({
        count: this.selected.size,
        staff: this.staff,
        to: this.giveTo,
        choose: (to) => (this.giveTo = to),
        give: () => void this.giveSelected(),
      })}
      ${
        tasks.length === 0
          ? html`<p class="tl-empty">${work.empty[this.view]}</p>`
          : html`<ol class="tl-tasks" aria-label=${work.list}>
              ${repeat(
                tasks,
                (task) => task.id,
                (task) => html`<li class="tl-tasks__item">${this.row(task)}</li>`,
              )}
            </ol>`
      }
      ${
        more
          ? html`<button type="button" class="govuk-button govuk-button--secondary" @click=${this.loadMore}>
              ${work.more}
            </button>`
          : nothing
      }
    `;
  }

  private row(task: TaskRow): TemplateResult {
    return html`<tl-task-row
      .task=${task}
      .can=${this.actsFor(task)}
      .staff=${this.staff}
      .selected=${this.selected.has(task.id)}
      @tl-take=${() => void this.take(task)}
      @tl-give=${(event: CustomEvent<{ to: string }>) => {
        const { to } = event.detail;
        void this.giveOne(task, to, work.given(task.what, this.nameOfStaff(to)));
      }}
      @tl-select=${(event: CustomEvent<{ selected: boolean }>) => this.select(task.id, event.detail.selected)}
    ></tl-task-row>`;
  }

  private actsFor(task: TaskRow): string[] {
    if (task.completed) return [];
    const give = mayBegin('allocate') ? ['give'] : [];
    const select = mayBegin('allocate') && this.view !== 'mine' ? ['select'] : [];
    const mine = task.assignee?.id === currentSession()?.person?.id;
    return [...select, ...(mine ? [] : ['take']), ...give];
  }

  private select(id: string, selected: boolean): void {
    const next = new Set(this.selected);
    if (selected) next.add(id);
    else next.delete(id);
    this.selected = next;
  }

  private search(text: string): void {
    this.text = text;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.reload(), 300);
  }
}

define('tl-work-page', WorkPage);
