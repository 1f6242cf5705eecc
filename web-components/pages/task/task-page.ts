import type { Answers, FormSection } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { loadChoices, type Choices, type TaskPage as Page } from '../../api/tasks.ts';
import { chooseChildren, chosenChildren } from '../../contexts/chosen-children.ts';
import { currentSession } from '../../contexts/session.ts';
import { addressOf, FormPage } from '../../controllers/form-page.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import type { FormTools } from '../../elements/answers/answer-element.ts';
import { dueWithReason } from '../../elements/due/due-tag.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { withNames } from '../../elements/question/question-words.ts';
import { sayMoment } from '../../words/dates.ts';
import { task as words } from '../../words/form.ts';
import { nameOf, sayChild } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';
import { answersOf, askedIn, progressOf } from './asked.ts';
import { beatenView } from './beaten-view.ts';
import { carriedView } from './carried-view.ts';
import { formTools } from './form-tools.ts';
import { familyOf, rehearsedView } from './rehearsed-view.ts';
import { savedLine } from './saved-line.ts';
import { sectionNav } from './section-nav.ts';
import { sectionView } from './section-view.ts';

/** The form of a step, or a form added to a family: one section at a time, saved as it is written. */
export class TaskPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    choices: { state: true },
    differences: { state: true },
    madePeople: { state: true },
    tick: { state: true },
  };
  declare route: Route | undefined;
  declare choices: Choices;
  declare differences: ReadonlySet<string>;
  declare madePeople: { id: string; name: string }[];
  declare tick: number;
  private readonly form = new FormPage(this);
  private tools: FormTools | undefined;
  private toolsOf: Page | undefined;
  private askedFor = '';
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private section = '';

  constructor() {
    super();
    this.choices = {};
    this.differences = new Set();
    this.madePeople = [];
    this.tick = 0;
    new PageController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.waiting);
  }

  protected override updated(): void {
    const { page } = this.form;
    if (!page || page.task.completed || page.closed) return;
    this.askChoices(page);
    const { id } = this.currentSection(page);
    if (this.section !== '' && this.section !== id) this.focusSection();
    if (this.section === '' && location.hash.length > 1) void this.focusQuestion();
    this.section = id;
  }

  private focusSection(): void {
    const heading = this.querySelector<HTMLElement>('.tl-section h2');
    heading?.focus({ preventScroll: true });
    this.querySelector('.tl-form')?.scrollIntoView();
  }

  /** Opened by a link to one question: from the check page, or from a finding. */
  private async focusQuestion(): Promise<void> {
    const key = decodeURIComponent(location.hash.slice(1)).replace(/^q-/, '');
    await new Promise((resolve) => setTimeout(resolve));
    const question = this.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    question?.scrollIntoView();
    question?.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
  }

  private currentSection(page: Page): FormSection {
    const { layout } = page.form;
    const wanted = this.route?.query.get('section') ?? this.sectionOfHash(page);
    return (layout.find(({ id }) => id === wanted) ?? layout[0]) as FormSection;
  }

  private sectionOfHash(page: Page): string | undefined {
    const question = decodeURIComponent(location.hash.slice(1)).replace(/^q-/, '').split('@')[0];
    return page.form.layout.find(({ questions }) => questions.some(({ id }) => id === question))?.id;
  }

  private answers(page: Page): Answers {
    return answersOf(page, this.form.drafts.entries());
  }

  /** What each choice leads to, asked anew when the pen has rested. Whoever only reads would be refused. */
  private askChoices(page: Page): void {
    if (page.canComplete?.ok === false) return;
    const answers = this.answers(page);
    const wanted = JSON.stringify(answers);
    if (wanted === this.askedFor) return;
    const first = this.askedFor === '';
    this.askedFor = wanted;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.loadChoices(answers), first ? 0 : 1200);
  }

  private async loadChoices(answers: Answers): Promise<void> {
    const answer = await loadChoices(this.form.place, answers);
    if (answer.ok) this.choices = answer.value;
  }

  private toolsFor(page: Page): FormTools {
    if (!this.tools || this.toolsOf !== this.form.loading.value) {
      this.toolsOf = this.form.loading.value;
      const made = this.madePeople.filter(({ id }) => !page.people.some((person) => person.id === id));
      this.tools = formTools({ ...page, people: [...page.people, ...made] }, (person) => {
        this.madePeople = [...this.madePeople, person];
        this.toolsOf = undefined;
      });
    }
    return this.tools;
  }

  override render(): TemplateResult {
    return whenLoaded(this.form.loading, () => this.loaded(this.form.page as Page));
  }

  private loaded(page: Page): TemplateResult {
    const { task } = page;
    if (task.completed || page.closed)
      return beatenView(
        page,
        this.form.drafts,
        page.form ? this.toolsFor(page) : undefined,
        currentSession()?.person?.id ?? '',
      );
    const answers = this.answers(page);
    const section = this.currentSection(page);
    return html`
      ${rehearsedView(this.form)}
      ${identityBar({ family: familyOf(this.form, page), children: page.children, more: [task.strand ?? task.stage?.name ?? ''] })}
      ${this.heading(page)} ${this.whoAbout(page)}
      <div class="tl-form">
        ${sectionNav({
          page,
          current: section.id,
          address: addressOf(this.form.place),
          progress: (one) => progressOf(page, one, answers),
        })}
        <div class="tl-section">${this.sectionBody(page, section, answers)}</div>
      </div>
    `;
  }

  private heading(page: Page): TemplateResult {
    const { task } = page;
    return html`
      <div class="tl-task-head">
        <div>
          <h1 class="govuk-heading-l">${task.what || page.form.title}</h1>
          <p class="govuk-body tl-purpose">${page.purpose ?? page.form.purpose}</p>
          ${page.practice ? html`<p class="govuk-body-s tl-practice">${page.practice}</p>` : nothing}
          ${page.statute ? html`<p class="govuk-body-s tl-statute">${words.law}: ${page.statute}</p>` : nothing}
        </div>
        ${task.due ? html`<div class="tl-task-head__due">${dueWithReason(task.due)}</div>` : nothing}
      </div>
      ${task.due?.late && asksWhyLate(page) ? html`<p class="govuk-body-s tl-late-note">${words.lateNote}</p>` : nothing}
      ${
        (page.notes ?? []).length > 0
          ? html`<div class="govuk-inset-text">
              <h2 class="govuk-heading-s">${words.notes}</h2>
              ${(page.notes ?? []).map((note) => html`<p>${note.text} <span class="tl-earlier__source">${nameOf(note.by)}, ${sayMoment(note.at)}</span></p>`)}
            </div>`
          : nothing
      }
      ${carriedView(page)} ${this.live(page)}
    `;
  }

  /** A form that is filled in while people meet, or that books it, has a page made for that. */
  private live({ form, task }: Page): TemplateResult | typeof nothing {
    const { place } = this.form;
    if (!(form.meeting ?? form.booking) || !('task' in place) || place.rehearsal) return nothing;
    const [page, says] = form.meeting ? ['meetings', words.live] : ['bookings', words.book];
    return html`<p><a class="govuk-link" href="/${page}/${task.id}">${says}</a></p>`;
  }

  /** A form added at any time may be about some of the children only. */
  private whoAbout(page: Page): TemplateResult | typeof nothing {
    const { place } = this.form;
    const all = this.form.loading.value?.children ?? [];
    if ('task' in place || all.length < 2) return nothing;
    const ids = page.children.map(({ id }) => id);
    return html`
      <fieldset class="govuk-fieldset tl-who">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.about}</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small tl-who__boxes">
          ${all.map((child) => {
            const id = `about-${child.id}`;
            const change = (event: Event): void => {
              const ticked = (event.target as HTMLInputElement).checked;
              const next = all
                .map((one) => one.id)
                .filter((one) => (one === child.id ? ticked : ids.includes(one)));
              if (next.length > 0) chooseChildren(place, next);
              this.tick += 1;
            };
            return html`<div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                type="checkbox"
                id=${id}
                .checked=${(chosenChildren(place) ?? ids).includes(child.id)}
                @change=${change}
              />
              <label class="govuk-label govuk-checkboxes__label" for=${id}>${sayChild(child)}</label>
            </div>`;
          })}
        </div>
      </fieldset>
    `;
  }

  private sectionBody(page: Page, section: FormSection, answers: Answers): TemplateResult {
    const { layout } = page.form;
    const at = layout.indexOf(section);
    const previous = layout[at - 1];
    const next = layout[at + 1];
    const address = addressOf(this.form.place);
    const asked = askedIn(page, section, answers);
    return html`
      ${savedLine(this.form.drafts)}
      <p class="tl-section__count">${words.section(at + 1, layout.length)}</p>
      <h2 class="govuk-heading-m" tabindex="-1">${withNames(section.title, undefined, page.children)}</h2>
      ${section.intro ? html`<p class="govuk-body">${withNames(section.intro, undefined, page.children)}</p>` : nothing}
      ${
        asked.length === 0
          ? html`<p class="govuk-body">${words.nothingAsked}</p>`
          : sectionView(
              {
                page,
                drafts: this.form.drafts,
                tools: this.toolsFor(page),
                choices: this.choices,
                errors: new Map(),
                me: currentSession()?.person?.id ?? '',
                openDifferences: this.differences,
                openDifference: (key) => void this.openDifference(key),
              },
              asked,
            )
      }
      <div class="tl-section__move">
        ${
          next
            ? html`<a
                class="govuk-button"
                role="button"
                draggable="false"
                href="${address}?section=${next.id}"
                >${words.next}</a
              >`
            : nothing
        }
        <a
          class="govuk-button ${next ? 'govuk-button--secondary' : ''}"
          role="button"
          draggable="false"
          href="${address}/check"
          >${words.check}</a
        >
        ${previous ? html`<a class="govuk-link" href="${address}?section=${previous.id}">${words.previous}</a>` : nothing}
      </div>
    `;
  }

  private async openDifference(key: string): Promise<void> {
    this.differences = new Set([...this.differences, key]);
    await this.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    this.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key)}"] textarea, [data-key="${CSS.escape(key)}"] input`,
    )?.focus();
  }
}

/** Whether the form, as it is now, asks why something took longer. */
function asksWhyLate({ form, late }: Page): boolean {
  return late.some((timescale) => JSON.stringify(form.layout).includes(`"late":"${timescale}"`));
}

define('tl-task-page', TaskPage);
