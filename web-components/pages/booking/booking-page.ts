import type { FormQuestion } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { askDay, type BookingKnown, type DaySays } from '../../api-office/bookings.ts';
import { currentSession } from '../../contexts/session.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { rowsOf } from '../../elements/answers/table/rows.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { booking as words } from '../../words-office/bookings.ts';
import { onceSaved } from '../meeting/once-saved.ts';
import { whenLoaded } from '../page-state.ts';
import { answersOf, askedIn } from '../task/asked.ts';
import { toolsOf } from '../meeting/tools-of.ts';
import { savedLine } from '../task/saved-line.ts';
import { sectionView } from '../task/section-view.ts';
import { BookingForm, type BookingPage as Page } from './booking-form.ts';
import { factsView } from './facts-view.ts';
import { dayView, inviteView, needsView } from './known-view.ts';

/** Booking a meeting: by when, which days are taken, who comes, and what they need, all in view while it is written. */
export class BookingPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    day: { state: true },
    changing: { state: true },
  };
  declare route: Route | undefined;
  declare day: DaySays | undefined;
  /** which meeting it is was known, and is asked all the same */
  declare changing: boolean;
  private readonly form = new BookingForm(this);
  private askedFor = '';

  constructor() {
    super();
    this.changing = false;
    new PageController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.form.drafts.settle();
  }

  protected override updated(): void {
    const page = this.form.booking;
    if (!page) return;
    const on = this.said(page, 'on');
    const chair = this.said(page, 'chair');
    const wanted = `${on ?? ''} ${chair ?? ''}`;
    if (wanted === this.askedFor) return;
    this.askedFor = wanted;
    this.day = undefined;
    if (on) void this.ask({ on, ...(chair ? { chair } : {}) }, wanted);
  }

  private async ask(day: { on: string; chair?: string }, wanted: string): Promise<void> {
    const answer = await askDay(this.form.place.task, day);
    if (answer.ok && wanted === this.askedFor) this.day = answer.value;
  }

  /** What was written, or is known from before, of a question that the booking names. */
  private said(page: Page, which: 'on' | 'chair'): string | undefined {
    const id = page.booking.questions[which];
    const value = this.form.drafts.entry(id)?.value ?? page.earlier[id]?.[0]?.value;
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  /** Which meeting it is stands as it is known, and nobody changed it or wants to. */
  private isKind({ booking: { known } }: Page): boolean {
    return (
      !this.changing && known !== undefined && this.form.drafts.entry(known.question)?.value === known.is
    );
  }

  private async change({ booking: { known } }: Page): Promise<void> {
    this.changing = true;
    await this.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    this.querySelector<HTMLElement>(`[data-key="${known?.question}"] input:checked`)?.focus();
  }

  private invite(page: Page, people: BookingKnown['expected']): void {
    const { invited } = page.booking.questions;
    const rows = rowsOf(this.form.drafts.entry(invited)?.value);
    const added = people.map(({ name, agency, role }) => ({
      ...{ id: `n-${crypto.randomUUID().slice(0, 8)}`, name },
      ...(agency ? { agency } : {}),
      ...(role ? { role } : {}),
    }));
    this.form.drafts.set(invited, [...rows, ...added]);
  }

  override render(): TemplateResult {
    return whenLoaded(this.form.loading, () => this.loaded(this.form.booking as Page));
  }

  private loaded(page: Page): TemplateResult {
    const { booking, task } = page;
    const { drafts } = this.form;
    const { questions } = booking;
    const on = this.said(page, 'on');
    const invited = new Set(
      rowsOf(drafts.entry(questions.invited)?.value).map((row) => String(row['name']).toLowerCase()),
    );
    return html`
      ${identityBar({ family: page.case, children: page.children })}
      <h1 class="govuk-heading-l">${task.what || page.form.title}</h1>
      <p class="govuk-body tl-purpose">${page.purpose ?? page.form.purpose}</p>
      ${this.isKind(page) ? factsView(page, () => void this.change(page)) : nothing} ${savedLine(drafts)}
      <div class="tl-booking">
        <div class="tl-booking__form">${this.sections(page)}</div>
        <div class="tl-booking__known">
          ${dayView(booking, {
            ...(on ? { on } : {}),
            ...(this.day ? { says: this.day } : {}),
            take: (day) => drafts.set(questions.on, day),
          })}
          ${this.chairs(page)}
          ${needsView(booking, (says) => drafts.set(questions.needs, says.slice(0, 300)))}
          ${inviteView(
            booking.expected.filter(({ name }) => !invited.has(name.toLowerCase())),
            (people) => this.invite(page, people),
          )}
        </div>
      </div>
      <p class="govuk-body">${words.afterwards}</p>
      <div class="tl-section__move">
        <a
          class="govuk-button"
          role="button"
          draggable="false"
          href="/tasks/${task.id}/check"
          @click=${onceSaved(drafts)}
          >${words.check}</a
        >
        <a class="govuk-link" href="/tasks/${task.id}" @click=${onceSaved(drafts)}>${words.back}</a>
      </div>
    `;
  }

  private chairs({ booking }: Page): TemplateResult | typeof nothing {
    if (booking.chairs.length === 0) return nothing;
    return html`<section class="tl-panel" aria-labelledby="chairs">
      <h2 class="govuk-heading-m" id="chairs">${words.chairs}</h2>
      <p class="tl-plan-names">
        ${booking.chairs.map(
          ({ name }) =>
            html`<button
              type="button"
              class="tl-text-button"
              @click=${() => this.form.drafts.set(booking.questions.chair, name)}
            >
              ${name}
            </button>`,
        )}
      </p>
    </section>`;
  }

  /** What stands among the facts above, or beside as the day it is due, is not said again among the questions. */
  private isFact(page: Page, { id, compute }: FormQuestion): boolean {
    if (page.booking.due.length > 0 && compute?.startsWith('due:')) return true;
    return id === page.booking.known?.question && this.isKind(page);
  }

  private sections(page: Page): TemplateResult {
    const answers = answersOf(page, this.form.drafts.entries());
    return html`${page.form.layout.map((section) => {
      const asked = askedIn(page, section, answers).filter(({ question }) => !this.isFact(page, question));
      return html`<h2 class="govuk-heading-m">${withNames(section.title, undefined, page.children)}</h2>
        ${sectionView(
          {
            ...{ page, drafts: this.form.drafts, tools: toolsOf(page), choices: {} },
            ...{ errors: new Map(), me: currentSession()?.person?.id ?? '', better: false },
            ...{ openDifferences: new Set<string>(), openDifference: () => undefined },
          },
          asked,
        )}`;
    })}`;
  }
}

define('tl-booking-page', BookingPage);
