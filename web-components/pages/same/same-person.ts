import { html, nothing, type TemplateResult } from 'lit';
import type { PersonMatch } from '../../api/people.ts';
import type { Answered } from '../../api/request.ts';
import { loadSame, sayApart, sayJoined, type Same } from '../../api-office/same.ts';
import { announce } from '../../contexts/announce.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { sayList } from '../../words/lists.ts';
import { same as words } from '../../words-office/same.ts';

/**
 * Somebody who may be on file twice: who is like them and why, saying that two are one, and taking it back. Nothing
 * shows where nobody is.
 *
 * @property person  id of whom the page is about
 */
export class SamePerson extends LightElement {
  static override properties = { person: { type: String }, found: { state: true }, problem: { state: true } };
  declare person: string;
  declare found: Same | undefined;
  declare problem: string;

  constructor() {
    super();
    this.person = '';
    this.problem = '';
  }

  /** Whom the page is about is said after the element came with its code. */
  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('person') && this.person) void this.load();
  }

  private async load(): Promise<void> {
    const answer = await loadSame(this.person);
    if (answer.ok) this.found = answer.value;
  }

  private async say(done: Promise<Answered<unknown>>, says: string): Promise<void> {
    const answer = await done;
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    announce(says);
    await this.load();
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  override render(): TemplateResult {
    const { joined = [], alike = [] } = this.found ?? {};
    return html`
      ${this.problem ? html`<p class="govuk-error-message" role="alert">${this.problem}</p>` : nothing}
      ${
        joined.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-m" tabindex="-1">${words.joinedTitle}</h2>
              <p class="govuk-body tl-measure">${words.joinedLead}</p>
              <ul class="tl-found">
                ${joined.map((one) =>
                  item(one, words.by(one.by.name, sayDay(one.at)), {
                    ...{ text: words.part, label: words.partNamed(one.name) },
                    act: () => void this.say(sayApart(this.person, one.id), words.partedNow(one.name)),
                  }),
                )}
              </ul>`
      }
      ${
        alike.length === 0
          ? nothing
          : html`<h2 class="govuk-heading-m" tabindex="-1">${words.alikeTitle}</h2>
              <p class="govuk-body tl-measure">${words.alikeLead}</p>
              <ul class="tl-found">
                ${alike.map((one) =>
                  item(one, upper(sayList(one.likeness.map((kind) => words.likeness[kind]))), {
                    ...{ text: words.join, label: words.joinNamed(one.name) },
                    act: () => void this.say(sayJoined(this.person, one.id), words.joinedNow(one.name)),
                  }),
                )}
              </ul>`
      }
    `;
  }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function item(
  one: PersonMatch,
  says: string,
  button: { text: string; label: string; act: () => void },
): TemplateResult {
  const families = one.families ?? [];
  const dates = [one.born, one.expected].filter((day) => day !== undefined).map(sayDay);
  return html`<li class="tl-found__item">
    <span>
      <a class="govuk-link" href="/people/${one.id}">${one.name}</a>
      <span class="tl-quiet">${[...dates, one.address].filter(Boolean).join(' · ')}</span><br />
      ${
        families.length === 0
          ? words.noFamily
          : families.map(
              ({ id, name }, at) =>
                html`${at === 0 ? '' : ', '}<a class="govuk-link" href="/families/${id}">${name}</a>`,
            )
      }<br />
      <span class="tl-quiet">${says}</span>
    </span>
    <button
      type="button"
      class="govuk-button govuk-button--secondary tl-small-button"
      aria-label=${button.label}
      @click=${button.act}
    >
      ${button.text}
    </button>
  </li>`;
}

define('tl-same-person', SamePerson);
