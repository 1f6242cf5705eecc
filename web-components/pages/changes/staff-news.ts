import { dayOf } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { loadMine } from '../../api-group/improvements.ts';
import { loadNews, readNews, type StaffNews } from '../../api-group/news.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { improvements } from '../../words-group/improvements.ts';
import { staffNews as words } from '../../words-group/staff-news.ts';

/** What changed in the pathway, over a person's work until they put it away. */
export class StaffNewsElement extends LightElement {
  static override properties = { news: { state: true }, answers: { state: true } };
  declare news: StaffNews[];
  /** how many answers of the working group the person has not read */
  declare answers: number;

  constructor() {
    super();
    this.news = [];
    this.answers = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadNews().then((answer) => {
      if (answer.ok) this.news = answer.value.news;
    });
    void loadMine().then((mine) => {
      if (mine.ok) this.answers = mine.value.filter(({ answer }) => answer && !answer.seen).length;
    });
  }

  private async putAway(id: string): Promise<void> {
    const answer = await readNews(id);
    if (!answer.ok) return;
    this.news = this.news.filter((one) => one.id !== id);
    await this.updateComplete;
    (this.querySelector<HTMLElement>('button') ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }

  override render(): TemplateResult {
    return html`${this.answers > 0 ? this.answered() : nothing} ${this.news.map((one) => this.one(one))}`;
  }

  private answered(): TemplateResult {
    return html`<p class="govuk-inset-text">
      ${improvements.waiting(this.answers)}
      <a class="govuk-link" href="/pathway/asked">${improvements.mine}</a>
    </p>`;
  }

  private one({ id, title, note, asked, effective, changes }: StaffNews): TemplateResult {
    const day = sayDay(effective);
    const isToCome = effective > dayOf(new Date().toISOString());
    return html`
      <section class="govuk-notification-banner" aria-labelledby="news-${id}">
        <div class="govuk-notification-banner__header">
          <h2 class="govuk-notification-banner__title" id="news-${id}">
            ${isToCome ? words.changes(day) : words.changed(day)}
          </h2>
        </div>
        <div class="govuk-notification-banner__content">
          <h3 class="govuk-notification-banner__heading">${title}</h3>
          <p class="govuk-body">${note}</p>
          <p class="govuk-body">${words.asked(asked.join(', '))}</p>
          ${
            changes.length > 0
              ? html`<details class="govuk-details">
                  <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">${words.all(changes.length)}</span>
                  </summary>
                  <div class="govuk-details__text">
                    <ul class="govuk-list govuk-list--bullet">
                      ${changes.map((sentence) => html`<li>${sentence}</li>`)}
                    </ul>
                  </div>
                </details>`
              : nothing
          }
          <p class="govuk-body tl-line">
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => void this.putAway(id)}
            >
              ${words.away}<span class="govuk-visually-hidden">: ${title}</span>
            </button>
            <a class="govuk-link" href="/pathway/changes">${words.log}</a>
          </p>
        </div>
      </section>
    `;
  }
}

define('tl-staff-news', StaffNewsElement);
