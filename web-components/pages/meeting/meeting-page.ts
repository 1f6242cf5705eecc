import type { Answers, FormQuestion, FormSection } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { nameMinuteTaker, type RoomPage } from '../../api-office/meetings.ts';
import { announce } from '../../contexts/announce.ts';
import { currentSession } from '../../contexts/session.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import { rowsOf, type Row } from '../../elements/answers/table/rows.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { sayFamily, sayList } from '../../words/lists.ts';
import { meeting as words } from '../../words-office/meetings.ts';
import { whenLoaded } from '../page-state.ts';
import { answersOf, askedIn, type Asked } from '../task/asked.ts';
import { toolsOf } from './tools-of.ts';
import { savedLine } from '../task/saved-line.ts';
import { sectionView } from '../task/section-view.ts';
import { attendanceOf, peopleHere, quorum, type Attendance } from './attendance.ts';
import { attendanceView, type NewPerson } from './attendance-view.ts';
import { fillsOf } from './fills.ts';
import { onceSaved } from './once-saved.ts';
import { RoomForm } from './room-form.ts';
import { viewsView } from './views-view.ts';

const nobody: NewPerson = { name: '', agency: '', role: '' };

/** A meeting held live: its form as a room for a screen that everybody can see, one part after the other. */
export class MeetingPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    at: { state: true },
    adding: { state: true },
    problem: { state: true },
    differences: { state: true },
  };
  declare route: Route | undefined;
  declare at: number;
  declare adding: NewPerson;
  declare problem: string;
  declare differences: ReadonlySet<string>;
  private readonly form = new RoomForm(this);

  constructor() {
    super();
    this.at = 0;
    this.adding = nobody;
    this.problem = '';
    this.differences = new Set();
    new PageController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.form.drafts.settle();
  }

  private go(at: number): void {
    this.at = at;
    void this.updateComplete.then(() => {
      const heading = this.querySelector<HTMLElement>('.tl-room__part h2');
      heading?.focus({ preventScroll: true });
      this.scrollIntoView();
    });
  }

  override render(): TemplateResult {
    return whenLoaded(this.form.loading, () => this.loaded(this.form.room as RoomPage));
  }

  private loaded(page: RoomPage): TemplateResult {
    const answers = answersOf(page, this.form.drafts.entries());
    const { layout } = page.form;
    const section = layout[this.at] ?? (layout[0] as FormSection);
    return html`<div class="tl-room">
      <p class="tl-room__top">
        <span class="tl-room__family">${sayFamily(page.case.name)}</span>
        <span>${sayList(page.children.map(({ name }) => name))}</span>
        <a
          class="govuk-link tl-room__leave"
          href="/tasks/${page.task.id}"
          @click=${onceSaved(this.form.drafts)}
          >${words.back}</a
        >
      </p>
      <h1 class="govuk-heading-xl">${page.form.title}</h1>
      <p class="tl-room__lead">${words.onScreen}</p>
      ${this.at === 0 ? this.minutes(page) : nothing} ${savedLine(this.form.drafts)} ${this.parts(layout)}
      <div class="tl-room__part">
        <p class="tl-section__count">${words.part(this.at + 1, layout.length)}</p>
        <h2 class="govuk-heading-l" tabindex="-1">${withNames(section.title, undefined, page.children)}</h2>
        ${section.intro ? html`<p class="govuk-body">${section.intro}</p>` : nothing}
        ${this.body(page, section, answers)}
      </div>
      ${this.moves(page, layout.length)}
    </div>`;
  }

  /** On a narrow screen the parts are a list that can be opened. */
  private parts(layout: readonly FormSection[]): TemplateResult {
    const list = this.partList(layout);
    return html`<nav aria-label=${words.parts}>
      <details class="govuk-details tl-room__small">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">${words.parts}</span>
        </summary>
        ${list}
      </details>
      <div class="tl-room__wide">${list}</div>
    </nav>`;
  }

  private partList(layout: readonly FormSection[]): TemplateResult {
    return html`<ol class="tl-room__parts">
      ${layout.map(
        ({ title }, at) =>
          html`<li>
            <button
              type="button"
              class="tl-room__to"
              aria-current=${at === this.at ? 'step' : nothing}
              @click=${() => this.go(at)}
            >
              ${withNames(title, undefined, this.form.room?.children ?? [])}
            </button>
          </li>`,
      )}
    </ol>`;
  }

  private body(page: RoomPage, section: FormSection, answers: Answers): TemplateResult {
    const { meeting } = page.form;
    const attendance = attendanceOf(page, answers.answers[meeting?.attendance ?? '']);
    const isHere = section.questions.some(({ id }) => id === meeting?.attendance);
    const ticked: unknown[] = isHere ? [meeting?.attendance, meeting?.enough?.answer] : [];
    const asked = askedIn(page, section, answers).filter(
      ({ question }) => !ticked.includes(question.id) && question.policy !== 'linked',
    );
    const isView = ({ question }: Asked): boolean => question.id === meeting?.views;
    const views = asked.filter(isView);
    return html`
      ${isHere && attendance ? this.who(attendance) : nothing}
      ${this.questions(
        page,
        asked.filter((one) => !isView(one)),
      )}
      ${attendance ? views.map(({ question }) => this.views(page, question, attendance, answers)) : nothing}
      ${views.length > 0 ? this.questions(page, views) : nothing}
      ${fillsOf(page, asked, answers).map(
        ({ table, label, rows }) =>
          html`<button
            type="button"
            class="govuk-button govuk-button--secondary"
            @click=${() => this.form.drafts.set(table, rows)}
          >
            ${words.fill(label)}
          </button>`,
      )}
    `;
  }

  private questions(page: RoomPage, asked: readonly Asked[]): TemplateResult {
    return sectionView(
      {
        ...{ page, drafts: this.form.drafts, tools: toolsOf(page), choices: {}, errors: new Map() },
        ...{ me: currentSession()?.person?.id ?? '', better: false, openDifferences: this.differences },
        openDifference: (key) => (this.differences = new Set([...this.differences, key])),
      },
      asked,
    );
  }

  private who(attendance: Attendance): TemplateResult {
    return attendanceView(attendance, {
      ...{ adding: this.adding, problem: this.problem },
      give: (rows) => this.give(attendance, rows),
      write: (person) => (this.adding = person),
      add: () => this.add(attendance),
    });
  }

  /** Who is here, and with it whether there are enough: one follows from the other. */
  private give(attendance: Attendance, rows: Row[]): void {
    const { drafts } = this.form;
    drafts.set(attendance.question.id, rows.length > 0 ? rows : null);
    const says = quorum({ ...attendance, rows });
    const kept = attendance.meeting.enough?.answer;
    if (says && kept && drafts.entry(kept)?.value !== says.answer) drafts.set(kept, says.answer);
  }

  private add(attendance: Attendance): void {
    const { name, agency, role } = this.adding;
    if (name.trim() === '' || agency === '') {
      this.problem = words.addMissing;
      this.querySelector<HTMLElement>(name.trim() === '' ? '#came-name' : '#came-agency')?.focus();
      return;
    }
    const [first] = attendance.meeting.present;
    const person = { id: `n-${crypto.randomUUID().slice(0, 8)}`, name: name.trim(), agency };
    const row = { ...person, attended: first, ...(role.trim() ? { role: role.trim() } : {}) };
    this.problem = '';
    this.adding = nobody;
    this.give(attendance, [...attendance.rows, row]);
    this.querySelector<HTMLElement>('#came-name')?.focus();
  }

  private views(
    page: RoomPage,
    question: FormQuestion,
    attendance: Attendance,
    answers: Answers,
  ): TemplateResult | typeof nothing {
    return viewsView(page, question, {
      ...{ here: peopleHere(attendance), rows: rowsOf(answers.answers[question.id]) },
      give: (rows) => this.form.drafts.set(question.id, rows),
    });
  }

  private minutes({ meeting, task }: RoomPage): TemplateResult {
    const { chair, minuteTaker, couldWrite } = meeting;
    const name = async (account: string): Promise<void> => {
      const answer = await nameMinuteTaker(task.id, account || null);
      announce(answer.ok ? words.named : answer.refusal.message);
      await this.form.loading.load();
    };
    return html`<details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.minutes}</span>
      </summary>
      <div class="govuk-details__text">
        <p>
          ${chair ? words.chair(chair.name) : nothing}
          ${minuteTaker ? words.taker(minuteTaker.name) : words.noTaker}
        </p>
        ${
          couldWrite
            ? selectField({
                ...{ id: 'minute-taker', label: words.nameTaker, choices: couldWrite, empty: words.none },
                value: minuteTaker?.id ?? '',
                change: (account) => void name(account),
              })
            : nothing
        }
      </div>
    </details>`;
  }

  private moves(page: RoomPage, parts: number): TemplateResult {
    const { at } = this;
    const last = at === parts - 1;
    return html`<div class="tl-section__move">
      ${
        last
          ? nothing
          : html`<button type="button" class="govuk-button" @click=${() => this.go(at + 1)}>
              ${words.next}
            </button>`
      }
      ${
        page.canComplete?.ok
          ? html`<a
              class="govuk-button ${last ? '' : 'govuk-button--secondary'}"
              role="button"
              draggable="false"
              href="/tasks/${page.task.id}/check"
              @click=${onceSaved(this.form.drafts)}
              >${words.check}</a
            >`
          : nothing
      }
      ${
        at > 0
          ? html`<button type="button" class="tl-text-button" @click=${() => this.go(at - 1)}>
              ${words.previous}
            </button>`
          : nothing
      }
    </div>`;
  }
}

define('tl-meeting-page', MeetingPage);
