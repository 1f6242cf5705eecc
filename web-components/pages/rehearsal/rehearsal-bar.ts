import { keyOf } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { fillIn } from '../../api-group/rehearsals.ts';
import type { TaskPage } from '../../api/tasks.ts';
import type { Drafts } from '../../controllers/drafts.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { rehearsal } from '../../words-group/rehearsal.ts';
import { answersOf } from '../task/asked.ts';

const words = rehearsal.bar;

/**
 * Stands over a form of a rehearsal: says that it is one, and fills in what is required and still empty.
 *
 * @property place  the step and its rehearsal
 * @property page  the form as it was loaded
 * @property drafts  what is being written
 */
export class RehearsalBar extends LightElement {
  static override properties = {
    place: { attribute: false },
    page: { attribute: false },
    drafts: { attribute: false },
    busy: { state: true },
    problem: { state: true },
    said: { state: true },
  };
  declare place: { task: string; rehearsal: string };
  declare page: TaskPage;
  declare drafts: Drafts;
  declare busy: boolean;
  declare problem: string;
  declare said: string;

  constructor() {
    super();
    this.busy = false;
    this.problem = '';
    this.said = '';
  }

  override render(): TemplateResult {
    return html`
      <section class="tl-rehearsal-bar" aria-label=${words.says}>
        <p class="govuk-body">
          <strong class="govuk-tag govuk-tag--purple">${rehearsal.begin.title}</strong> ${words.says}
        </p>
        <p class="govuk-body tl-line">
          <a class="govuk-link" href="/pathway/rehearsals/${this.place.rehearsal}">${words.back}</a>
          <button
            type="button"
            class="govuk-button govuk-button--secondary tl-small-button"
            ?disabled=${this.busy}
            @click=${() => void this.fill()}
          >
            ${this.busy ? words.filling : words.fill}
          </button>
        </p>
        <p class="govuk-body" role="status">${this.said}</p>
        ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      </section>
    `;
  }

  private async fill(): Promise<void> {
    this.busy = true;
    const given = answersOf(this.page, this.drafts.entries());
    const answer = await fillIn(this.place, given);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    let filled = 0;
    const put = (key: string, value: unknown, before: unknown): void => {
      if (before !== undefined) return;
      this.drafts.set(key, value);
      filled += 1;
    };
    const { answers, perChild } = answer.value;
    for (const [question, value] of Object.entries(answers)) put(question, value, given.answers[question]);
    for (const [child, own] of Object.entries(perChild)) {
      for (const [question, value] of Object.entries(own)) {
        put(keyOf(question, child), value, given.perChild[child]?.[question]);
      }
    }
    this.said = filled > 0 ? words.filled : words.nothing;
  }
}

define('tl-rehearsal-bar', RehearsalBar);
