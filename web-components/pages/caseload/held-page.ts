import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  loadCaseload,
  loadHeld,
  type Caseload,
  type ChildPage,
  type ChildRow,
} from '../../api-office/caseload.ts';
import { handOver } from '../../api-office/oversight.ts';
import { announce } from '../../contexts/announce.ts';
import { mayBegin } from '../../contexts/session.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { caseload, held as words } from '../../words-office/caseload.ts';
import { whenLoaded } from '../page-state.ts';
import '../worklists/give-many.ts';

interface HeldFamily {
  id: string;
  name: string;
  children: ChildRow[];
}

/** The address of families that nobody holds. */
const nobody = '-';

/** Families of one worker, or with nobody, and handing many of them over at once. */
export class HeldPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    selected: { state: true },
    problem: { state: true },
  };
  declare route: Route | undefined;
  declare selected: ReadonlySet<string>;
  declare problem: string;
  private readonly page = new PageController(this);
  private readonly held = new Loading<ChildPage>(this, () => loadHeld(this.worker));
  private readonly loads = new Loading<Caseload>(this, () => loadCaseload());

  constructor() {
    super();
    this.selected = new Set();
    this.problem = '';
  }

  private get worker(): string | undefined {
    const id = this.route?.params['id'];
    return id === nobody ? undefined : id;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('route') as Route | undefined;
    if (!before || before.params['id'] === this.route?.params['id']) return;
    this.selected = new Set();
    this.page.again();
    void this.held.load();
  }

  private async give({ to, name, reason }: { to: string; name: string; reason: string }): Promise<void> {
    const answer = await handOver([...this.selected], to, reason);
    if (!answer.ok) {
      this.problem = answer.refusal.message;
      return;
    }
    const failed = answer.value.results.filter(({ ok }) => !ok);
    const given = answer.value.results.length - failed.length;
    const says = [...new Set(failed.map(({ message = '' }) => message))].join(' ');
    this.problem = failed.length > 0 ? `${words.not(failed.length)} ${says}` : '';
    if (given > 0) announce(words.given(given, name));
    this.selected = new Set(failed.map(({ case: id }) => id));
    await Promise.all([this.held.load(), this.loads.load()]);
    await this.updateComplete;
    const heading = this.querySelector<HTMLElement>('h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  override render(): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/oversight/caseload">${words.back}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      ${whenLoaded(
        this.loads,
        (loads) => html`
          <h1 class="govuk-heading-xl tl-heading">${this.heading(loads)}</h1>
          ${whenLoaded(this.held, ({ rows }) => this.families(familiesOf(rows), loads))}
        `,
      )}
    `;
  }

  private heading({ workers }: Caseload): string {
    if (this.worker === undefined) return words.free;
    return words.title(workers.find(({ worker }) => worker.id === this.worker)?.worker.name ?? '');
  }

  private families(families: HeldFamily[], { workers }: Caseload): TemplateResult {
    if (families.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
    const gives = mayBegin('allocate');
    const staff = workers
      .filter(({ worker }) => worker.id !== this.worker)
      .map(({ worker, families: count, weight }) => ({ ...worker, beside: caseload.beside(count, weight) }));
    return html`
      ${
        gives
          ? html`<p class="govuk-body tl-measure">${words.lead}</p>
              <button
                type="button"
                class="govuk-button govuk-button--secondary tl-small-button"
                @click=${() => (this.selected = new Set(families.slice(0, 200).map(({ id }) => id)))}
              >
                ${words.all}
              </button>
              <tl-give-many
                .count=${this.selected.size}
                .staff=${staff}
                .says=${words}
                @tl-give=${(event: CustomEvent) => void this.give(event.detail as { to: string; name: string; reason: string })}
                @tl-none=${() => (this.selected = new Set())}
              ></tl-give-many>`
          : nothing
      }
      <ul class="tl-tasks">
        ${families.map((family) => html`<li class="tl-tasks__item">${this.family(family, gives)}</li>`)}
      </ul>
    `;
  }

  private family({ id, name, children }: HeldFamily, gives: boolean): TemplateResult {
    const days = Math.max(0, ...children.map((one) => one.days ?? 0));
    return html`<article class="tl-task tl-worklist" aria-labelledby="held-${id}">
      ${gives ? this.tick(id, name) : nothing}
      <div class="tl-task__what">
        <h2 class="tl-task__title" id="held-${id}">
          <a class="govuk-link govuk-link--no-visited-state" href="/families/${id}">${sayFamily(name)}</a>
        </h2>
        <p class="tl-task__family">${sayList(children.map(({ child }) => child.name))}</p>
      </div>
      <div class="tl-task__due">
        ${children.some(({ late }) => late) ? html`<span class="tl-due tl-due--late">${words.late}</span>` : nothing}
        <span class="tl-due-day">${words.since(days)}</span>
      </div>
    </article>`;
  }

  private tick(id: string, name: string): TemplateResult {
    return html`<div class="govuk-checkboxes govuk-checkboxes--small tl-task__tick">
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          type="checkbox"
          id="tick-${id}"
          .checked=${this.selected.has(id)}
          @change=${(event: Event) => this.select(id, (event.target as HTMLInputElement).checked)}
        />
        <label class="govuk-label govuk-checkboxes__label" for="tick-${id}">
          <span class="govuk-visually-hidden">${words.tick(name)}</span>
        </label>
      </div>
    </div>`;
  }

  private select(id: string, ticked: boolean): void {
    const next = new Set(this.selected);
    if (ticked) next.add(id);
    else next.delete(id);
    this.selected = next;
  }
}

/** Children of one family stand together, in the order they came. */
function familiesOf(rows: ChildRow[]): HeldFamily[] {
  const families = Map.groupBy(rows, (row) => row.case);
  return [...families].map(([id, children]) => ({ id, name: children[0]?.name ?? '', children }));
}

define('tl-held-page', HeldPage);
