import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  giveMany,
  loadWorklist,
  loadWorklists,
  type Worklist,
  type Worklists,
  type WorklistRow,
} from '../../api-office/oversight.ts';
import { loadCaseload } from '../../api-office/caseload.ts';
import { loadStaff } from '../../api/session.ts';
import { announce } from '../../contexts/announce.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { caseload } from '../../words-office/caseload.ts';
import { worklists as words } from '../../words-office/oversight.ts';
import { narrowBar, Narrowing } from '../oversight/narrowing.ts';
import { whenLoaded } from '../page-state.ts';
import './give-many.ts';
import type { Colleague } from './row-act.ts';
import './worklist-row.ts';

/** One list to work through: each row is dealt with where it stands, or several are given at once. */
export class WorklistPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    selected: { state: true },
    problem: { state: true },
    staff: { state: true },
  };
  declare route: Route | undefined;
  declare selected: ReadonlySet<string>;
  declare problem: string;
  /** colleagues, those who hold families with what they hold */
  declare staff: Colleague[];
  private readonly page = new PageController(this);
  private readonly narrowing = new Narrowing(this, () => void this.reload());
  private readonly about = new Loading<Worklists>(this, () => loadWorklists(this.narrowing.asked));
  private readonly list = new Loading<Worklist>(this, () =>
    loadWorklist(this.route?.params['id'] ?? '', this.narrowing.asked),
  );

  constructor() {
    super();
    this.selected = new Set();
    this.problem = '';
    this.staff = [];
    new Live(this, (entries) => {
      // a row somebody is writing in stays where it is
      if (!this.querySelector('tl-row-act') && entries.some(({ kind }) => kind !== 'draft'))
        void this.reload();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.findStaff();
  }

  private async findStaff(): Promise<void> {
    const [staff, loads] = await Promise.all([loadStaff(), loadCaseload()]);
    if (!staff.ok) return;
    const workers = loads.ok ? loads.value.workers : [];
    this.staff = staff.value.map((one) => {
      const load = workers.find(({ worker }) => worker.id === one.id);
      return load ? { ...one, beside: caseload.beside(load.families, load.weight) } : one;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('route') as Route | undefined;
    if (!before || before.params['id'] === this.route?.params['id']) return;
    this.selected = new Set();
    this.page.again();
    void this.reload();
  }

  private async reload(): Promise<void> {
    await Promise.all([this.list.load(), this.about.load()]);
    const ids = new Set(this.list.value?.rows.map(({ id }) => id));
    this.selected = new Set([...this.selected].filter((id) => ids.has(id)));
  }

  /** The row has left: whoever works by keyboard goes on with the one in its place. */
  private async done(event: CustomEvent<{ says: string }>, at: number): Promise<void> {
    announce(event.detail.says);
    await this.reload();
    await this.updateComplete;
    const rows = [...this.querySelectorAll<LightElement>('tl-worklist-row')];
    const next = rows[Math.min(at, rows.length - 1)];
    await next?.updateComplete;
    const heading = next?.querySelector<HTMLElement>('h2') ?? this.querySelector<HTMLElement>('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  private select({ row, selected }: { row: WorklistRow; selected: boolean }): void {
    const next = new Set(this.selected);
    if (selected) next.add(row.id);
    else next.delete(row.id);
    this.selected = next;
  }

  private async give({ to, name, reason }: { to: string; name: string; reason: string }): Promise<void> {
    const answer = await giveMany([...this.selected], to, reason);
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    const failed = answer.value.results.filter(({ ok }) => !ok);
    const given = answer.value.results.length - failed.length;
    const says = [...new Set(failed.map(({ message = '' }) => message))].join(' ');
    this.problem = failed.length > 0 ? `${words.many.not(failed.length)} ${says}` : '';
    if (given > 0) announce(words.many.given(given, name));
    this.selected = new Set(failed.map(({ task }) => task));
    await this.reload();
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/oversight">${words.back}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      ${whenLoaded(this.list, (list) => this.loaded(list))}
    `;
  }

  private loaded(list: Worklist): TemplateResult {
    const about = this.about.value;
    const givable = list.rows.filter(({ does, task }) => task && does.includes('give'));
    return html`
      <h1 class="govuk-heading-xl tl-heading">${list.name} <span class="tl-count">${list.count}</span></h1>
      <p class="govuk-body tl-measure">${list.says}</p>
      ${about ? narrowBar(this.narrowing, about) : nothing}
      ${
        givable.length > 1
          ? html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              @click=${() => (this.selected = new Set(givable.map(({ id }) => id)))}
            >
              ${words.many.all}
            </button>`
          : nothing
      }
      <tl-give-many
        .count=${this.selected.size}
        .staff=${this.staff}
        @tl-give=${(event: CustomEvent) => void this.give(event.detail as { to: string; name: string; reason: string })}
        @tl-none=${() => (this.selected = new Set())}
      ></tl-give-many>
      ${list.rows.length === 0 ? html`<p class="govuk-body">${words.none}</p>` : this.rows(list, givable.length > 1)}
      ${
        list.count > list.rows.length
          ? html`<p class="govuk-body">${words.shown(list.rows.length, list.count)}</p>`
          : nothing
      }
    `;
  }

  private rows({ rows }: Worklist, ticks: boolean): TemplateResult {
    const about = this.about.value ?? { roles: [] };
    return html`<ul class="tl-tasks" aria-label=${words.list}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row, at) =>
          html`<li class="tl-tasks__item">
            <tl-worklist-row
              .row=${row}
              .about=${about}
              .staff=${this.staff}
              .ticks=${ticks}
              .selected=${this.selected.has(row.id)}
              @tl-select=${(event: CustomEvent) => this.select(event.detail as { row: WorklistRow; selected: boolean })}
              @tl-done=${(event: CustomEvent<{ says: string }>) => void this.done(event, at)}
            ></tl-worklist-row>
          </li>`,
      )}
    </ul>`;
  }
}

define('tl-worklist-page', WorklistPage);
