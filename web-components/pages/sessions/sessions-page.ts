import { html, nothing, type TemplateResult } from 'lit';
import { endOtherPlaces, endPlace, loadPlaces, type SignedInPlace } from '../../api-office/sessions.ts';
import type { Answered } from '../../api/request.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sessions as words } from '../../words-office/sessions.ts';
import { sayMoment } from '../../words/dates.ts';
import { whenLoaded } from '../page-state.ts';

/** Where somebody is signed in, and signing out where it is not needed or not known. */
export class SessionsPage extends LightElement {
  static override properties = { problem: { state: true } };
  declare problem: string;
  private readonly places = new Loading<SignedInPlace[]>(this, loadPlaces);

  constructor() {
    super();
    this.problem = '';
    new PageController(this);
  }

  private async ends<T>(sent: Promise<Answered<T>>, say: (value: T) => string): Promise<void> {
    const answer = await sent;
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) announce(say(answer.value));
    await this.places.load();
    if (answer.ok) this.querySelector<HTMLElement>('h1')?.focus();
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading" tabindex="-1">${words.title}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      ${whenLoaded(this.places, (places) => this.loaded(places))}
    `;
  }

  private loaded(places: SignedInPlace[]): TemplateResult {
    return html`
      <ul class="tl-found">
        ${places.map((place) => this.place(place))}
      </ul>
      ${
        places.length > 1
          ? html`<button
              type="button"
              class="govuk-button govuk-button--warning"
              @click=${() => void this.ends(endOtherPlaces(), ({ ended }) => words.endedMany(ended))}
            >
              ${words.others}
            </button>`
          : html`<p class="govuk-body">${words.only}</p>`
      }
      <p class="govuk-body tl-quiet">${words.ends}</p>
    `;
  }

  private place({ id, browser, since, used, here }: SignedInPlace): TemplateResult {
    const began = sayMoment(since);
    return html`<li class="tl-found__item">
      <span>
        <strong>${browser}</strong>
        ${here ? html`<strong class="govuk-tag">${words.here}</strong>` : nothing}
        <span class="tl-quiet">${words.since(began)}, ${words.used(sayMoment(used))}</span>
      </span>
      ${
        here
          ? nothing
          : html`<button
              type="button"
              class="govuk-button govuk-button--secondary tl-small-button"
              aria-label=${words.endNamed(browser, began)}
              @click=${() => void this.ends(endPlace(id), () => words.ended)}
            >
              ${words.end}
            </button>`
      }
    </li>`;
  }
}

define('tl-sessions-page', SessionsPage);
