import { html, nothing, type TemplateResult } from 'lit';
import {
  begin,
  loadDisclosures,
  type DisclosureFacts,
  type Disclosures,
} from '../../api-office/disclosure.ts';
import { Loading } from '../../controllers/loading.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { sayMoment } from '../../words/dates.ts';
import { disclosure as words } from '../../words-office/disclosure.ts';
import { whenLoaded } from '../page-state.ts';

/** Whose own record of a family is made ready for them: what was begun and made, and where to begin. */
export class DisclosuresPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    person: { state: true },
    problem: { state: true },
  };
  declare route: Route | undefined;
  declare person: string;
  declare problem: string;
  private from = '';
  private to = '';
  private readonly list: Loading<Disclosures>;

  constructor() {
    super();
    this.person = this.problem = '';
    this.list = new Loading(this, () => loadDisclosures(this.id_));
    new PageController(this);
  }

  private get id_(): string {
    return this.route?.params['id'] ?? '';
  }

  private async begin(event: Event): Promise<void> {
    event.preventDefault();
    const period = { ...(this.from ? { from: this.from } : {}), ...(this.to ? { to: this.to } : {}) };
    const answer = await begin(this.id_, { person: this.person, ...period });
    if (answer.ok) navigate(`/families/${this.id_}/disclosure/${answer.value.id}`);
    else this.problem = answer.refusal.message;
  }

  override render(): TemplateResult {
    return whenLoaded(this.list, (page) => this.loaded(page));
  }

  private loaded({ family, people, disclosures }: Disclosures): TemplateResult {
    return html`
      <a class="govuk-back-link" href="/audit">${words.back}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title(family.name)}</h1>
      <p class="govuk-body">${words.lead}</p>
      <form class="tl-panel" aria-label=${words.begin} @submit=${this.begin}>
        ${selectField({
          ...{ id: 'person', label: words.person, value: this.person, empty: words.choose, choices: people },
          change: (person) => (this.person = person),
        })}
        <div class="tl-filters">
          <div class="tl-day">
            ${textField({ id: 'from', label: words.from, type: 'date', value: this.from, input: (day) => (this.from = day) })}
          </div>
          <div class="tl-day">
            ${textField({ id: 'to', label: words.to, type: 'date', value: this.to, input: (day) => (this.to = day) })}
          </div>
        </div>
        <button class="govuk-button" ?disabled=${!this.person}>${words.begin}</button>
      </form>
      <h2 class="govuk-heading-m">${words.list}</h2>
      ${
        disclosures.length === 0
          ? html`<p class="govuk-body">${words.none}</p>`
          : html`<ul class="tl-entries">
              ${disclosures.map((one) => this.one(one))}
            </ul>`
      }
    `;
  }

  private one({ id, person, by, at, made }: DisclosureFacts): TemplateResult {
    return html`<li class="tl-entry">
      <h3 class="govuk-heading-s tl-line">
        <a class="govuk-link" href="/families/${this.id_}/disclosure/${id}">${person.name}</a>
        <strong class="govuk-tag ${made ? 'govuk-tag--green' : 'govuk-tag--grey'}"
          >${made ? words.made : words.notMade}</strong
        >
      </h3>
      <p class="govuk-body tl-quiet tl-line">
        <span>${words.begun(by.name, sayMoment(at))}</span>
        ${made ? html`<span>${words.page.madeOn(made.by.name, sayMoment(made.at))}</span>` : nothing}
      </p>
    </li>`;
  }
}

define('tl-disclosures-page', DisclosuresPage);
