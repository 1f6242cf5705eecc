import { html, nothing, type TemplateResult } from 'lit';
import { loadDay, putChangesAway, type Day, type DayLine } from '../../api-office/day.ts';
import type { LiveEntry } from '../../api/live.ts';
import { announce } from '../../contexts/announce.ts';
import { Live } from '../../controllers/live.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { day as words } from '../../words-office/day.ts';
import { whenLoaded } from '../page-state.ts';
import { askedLines, askedMore } from './asked-view.ts';
import { changesView } from './changes-view.ts';
import { lineView } from './line-view.ts';

type Group = 'late' | 'today' | 'soon' | 'later' | 'changes';

/** Lines of a group that stand on the page before more are asked for, and of what changed. */
const first = 8;
const firstChanges = 6;
/** What happens to families that are not on the page may concern the reader too; it is looked for this often. */
const wideEvery = 60_000;

/** The first look of the day: what is late, for today and for the days ahead, who waits, what changed. */
export class TodayPage extends LightElement {
  static override properties = { open: { state: true }, problem: { state: true } };
  declare open: ReadonlySet<Group>;
  declare problem: string;
  private readonly loading = new Loading<Day>(this, loadDay);
  private lookedWide = performance.now();

  constructor() {
    super();
    this.open = new Set();
    this.problem = '';
    new PageController(this);
    new Live(this, (entries) => {
      if (entries.some((entry) => this.concerns(entry))) void this.loading.load();
    });
  }

  private concerns({ kind, case: family, missed }: LiveEntry): boolean {
    if (kind === 'draft') return false;
    const isWide = missed || performance.now() - this.lookedWide > wideEvery;
    if (isWide) this.lookedWide = performance.now();
    return isWide || (this.loading.value?.lines.some((line) => line.case === family) ?? false);
  }

  private async away(until: string): Promise<void> {
    const answer = await putChangesAway(until);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    announce(words.isAway);
    await this.loading.load();
    await this.updateComplete;
    this.querySelector<HTMLElement>('#changes')?.focus();
  }

  private showAll(group: Group): void {
    this.open = new Set([...this.open, group]);
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${whenLoaded(this.loading, (day) => this.loaded(day))}
    `;
  }

  private loaded(day: Day): TemplateResult {
    if (day.news) void import('../changes/staff-news.ts');
    if (day.notices) void import('../glass/notices-list.ts');
    const { lines, asked } = day;
    const of = (when: DayLine['when']): DayLine[] => lines.filter((line) => line.when === when);
    const waiting = of('later').filter(({ waits }) => waits);
    const [late, today, soon] = [of('late'), of('today'), of('soon')];
    return html`<div class="tl-day">
      <p class="govuk-body-l">${words.sayWeekday(day.today)}</p>
      ${day.notices ? html`<tl-notices></tl-notices>` : nothing}
      ${day.news ? html`<tl-staff-news></tl-staff-news>` : nothing}
      ${late.length > 0 ? section('late', html`${this.list('late', late)}`, late.length) : nothing}
      ${section(
        'today',
        html`${today.length > 0 ? this.list('today', today) : said(late.length > 0 ? words.noneToday : words.none)}${toTake(day)}`,
        today.length,
      )}
      ${
        waiting.length + asked.rows.length > 0
          ? section(
              'waits',
              html`<ul class="tl-day__list">
                  ${waiting.map(lineView)}${askedLines(asked)}
                </ul>
                ${askedMore(asked)}`,
            )
          : nothing
      }
      ${section('soon', soon.length > 0 ? this.list('soon', soon) : said(words.noneSoon(day.last)), soon.length)}
      <section aria-labelledby="changes">
        <h2 class="govuk-heading-l" id="changes" tabindex="-1">${words.changed}</h2>
        ${changesView(day.changed, {
          shown: this.open.has('changes') ? day.changed.rows.length : firstChanges,
          more: () => this.showAll('changes'),
          away: () => void this.away(day.now),
        })}
      </section>
      ${this.later(of('later').filter(({ waits }) => !waits))}
      ${
        day.lists
          ? html`<p class="govuk-body">
              <a class="govuk-link" href="/work?view=mine">${words.toWork}</a>: ${words.work(day.tasks.count)}
            </p>`
          : nothing
      }
    </div>`;
  }

  private list(group: Group, lines: DayLine[]): TemplateResult {
    const shown = this.open.has(group) ? lines : lines.slice(0, first);
    return html`<ul class="tl-day__list">
        ${shown.map(lineView)}
      </ul>
      ${this.more(group, lines.length - shown.length)}`;
  }

  private more(group: Group, rest: number): TemplateResult | typeof nothing {
    if (rest <= 0) return nothing;
    return html`<button
      type="button"
      class="govuk-button govuk-button--secondary"
      @click=${() => this.showAll(group)}
    >
      ${words.more(rest)}<span class="govuk-visually-hidden">: ${heading(group)}</span>
    </button>`;
  }

  private later(lines: DayLine[]): TemplateResult | typeof nothing {
    if (lines.length === 0) return nothing;
    return html`<details class="govuk-details tl-day__later">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.later(lines.length)}</span>
      </summary>
      ${this.list('later', lines)}
    </details>`;
  }
}

const said = (text: string): TemplateResult => html`<p class="govuk-body">${text}</p>`;

/** How many tasks nobody has that the reader could take, and the way to them. */
function toTake({ tasks }: Day): TemplateResult | typeof nothing {
  if (tasks.toTake === 0) return nothing;
  return html`<p class="govuk-body">
    <a class="govuk-link" href="/work?view=unallocated">${words.toTake}</a>: ${tasks.toTake}
  </p>`;
}

const heading = (group: Group): string => (group === 'changes' ? words.changed : words.groups[group]);

function section(
  group: Exclude<Group, 'changes'> | 'waits',
  body: TemplateResult,
  count = 0,
): TemplateResult {
  return html`<section aria-labelledby="day-${group}">
    <h2 class="govuk-heading-l" id="day-${group}">
      ${words.groups[group]}${count > 0 ? html` <span class="tl-day__count">${count}</span>` : nothing}
    </h2>
    ${body}
  </section>`;
}

define('tl-today-page', TodayPage);
