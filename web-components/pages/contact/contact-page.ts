import { html, nothing, type TemplateResult } from 'lit';
import { addChild, loadFamily, recordContact, type ContactChild } from '../../api/families.ts';
import { findPeople, type PersonMatch } from '../../api/people.ts';
import type { Named } from '../../api/session.ts';
import { announce } from '../../contexts/announce.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayDay } from '../../words/dates.ts';
import { contact as words, family as familyWords } from '../../words/family.ts';
import { sayChild, sayList } from '../../words/lists.ts';
import './new-child.ts';

interface Chosen {
  name: string;
  child: ContactChild;
  families: Named[];
}

/** Who a contact is about: people on file are looked for first. With `?family=`, a child joins that family. */
export class ContactPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    text: { state: true },
    born: { state: true },
    likely: { state: true },
    chosen: { state: true },
    adding: { state: true },
    existing: { state: true },
    errors: { state: true },
    sending: { state: true },
    joins: { state: true },
  };
  declare route: Route | undefined;
  declare text: string;
  declare born: string | undefined;
  declare likely: PersonMatch[] | undefined;
  declare chosen: Chosen[];
  declare adding: boolean;
  /** id of the family it belongs to; 'new' for one we do not know yet */
  declare existing: string | undefined;
  declare errors: ErrorLink[];
  declare sending: boolean;
  /** the family that a child is to join */
  declare joins: Named | undefined;

  constructor() {
    super();
    this.text = '';
    this.chosen = [];
    this.adding = false;
    this.errors = [];
    this.sending = false;
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const family = this.route?.query.get('family');
    if (!family) return;
    void loadFamily(family).then((answer) => {
      if (answer.ok) this.joins = { id: family, name: answer.value.name };
    });
  }

  private async look(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.text.trim();
    this.errors = text.length < 2 ? [{ message: words.tooShort, href: '#name' }] : [];
    if (this.errors.length > 0) return;
    const answer = await findPeople(text, this.born);
    if (answer.ok) this.likely = answer.value;
    else this.errors = [{ message: answer.refusal.message }];
  }

  private choose(chosen: Chosen): void {
    this.chosen = [...this.chosen, chosen];
    this.likely = undefined;
    this.adding = false;
    this.text = '';
    this.born = undefined;
    this.errors = [];
    announce(words.added(chosen.name));
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('#chosen-title')?.focus());
  }

  private takeOut(at: number): void {
    this.chosen = this.chosen.filter((_, one) => one !== at);
  }

  private get knownFamilies(): Named[] {
    return [...new Map(this.chosen.flatMap(({ families }) => families).map((one) => [one.id, one])).values()];
  }

  /** The one family that is known already, unless the person says otherwise. */
  private get belongsTo(): string | undefined {
    const chosen = this.existing ?? this.knownFamilies[0]?.id;
    return chosen === 'new' ? undefined : chosen;
  }

  private async start(): Promise<void> {
    if (this.sending) return;
    if (this.chosen.length === 0) {
      this.errors = [{ message: words.needChild, href: '#name' }];
      return;
    }
    this.sending = true;
    if (this.joins) await this.join(this.joins);
    else await this.record();
    this.sending = false;
  }

  private async record(): Promise<void> {
    const { belongsTo } = this;
    const answer = await recordContact({
      ...(belongsTo ? { existing: belongsTo } : {}),
      children: this.chosen.map(({ child }) => child),
    });
    if (answer.ok) navigate(`/tasks/${answer.value.task}`);
    else this.errors = [{ message: answer.refusal.message }];
  }

  private async join(family: Named): Promise<void> {
    for (const { child } of this.chosen) {
      const answer = await addChild(family.id, child);
      if (!answer.ok) {
        this.errors = [{ message: answer.refusal.message }];
        return;
      }
    }
    navigate(`/families/${family.id}`);
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-xl">${this.joins ? words.joinTitle(this.joins.name) : words.title}</h1>
      <p class="govuk-body-l">${words.lead}</p>
      ${this.searchForm()}
      <div role="status">${this.likely ? this.results(this.likely) : nothing}</div>
      ${
        this.adding
          ? html`<tl-new-child
              .text=${this.text}
              .born=${this.born}
              @tl-new-child=${(event: CustomEvent<{ name: string; child: ContactChild }>) =>
                this.choose({ ...event.detail, families: [] })}
            ></tl-new-child>`
          : nothing
      }
      ${this.list()} ${this.whose()}
      <button type="button" class="govuk-button" ?disabled=${this.sending} @click=${() => void this.start()}>
        ${this.joins ? words.join : words.start}
      </button>
    `;
  }

  private searchForm(): TemplateResult {
    const error = this.errors.find(({ href }) => href === '#name')?.message;
    return html`
      <form class="tl-panel" role="search" novalidate @submit=${this.look}>
        <h2 class="govuk-heading-m">${words.search}</h2>
        ${textField({ id: 'name', label: words.name, value: this.text, error, input: (text) => (this.text = text) })}
        ${dateField({ id: 'born', label: words.born, value: this.born, give: (value) => (this.born = value) })}
        <button class="govuk-button govuk-button--secondary">${words.find}</button>
      </form>
    `;
  }

  private results(matches: PersonMatch[]): TemplateResult {
    const left = matches.filter(
      ({ id }) => !this.chosen.some(({ child }) => 'person' in child && child.person === id),
    );
    return html`
      <h2 class="govuk-heading-m">${left.length > 0 ? words.matches : words.none}</h2>
      ${
        left.length > 0
          ? html`<ul class="tl-found">
              ${left.map((match) => this.match(match))}
            </ul>`
          : nothing
      }
      ${
        this.adding
          ? nothing
          : html`<button
              type="button"
              class="govuk-button govuk-button--secondary"
              @click=${() => (this.adding = true)}
            >
              ${left.length > 0 ? words.notThem : words.newTitle}
            </button>`
      }
    `;
  }

  private match(match: PersonMatch): TemplateResult {
    const dates = match.born
      ? familyWords.born(sayDay(match.born))
      : match.expected
        ? familyWords.dueOn(sayDay(match.expected))
        : '';
    const families = match.families ?? [];
    return html`<li class="tl-found__item">
      <span>
        <strong>${sayChild(match)}</strong>
        <span class="tl-quiet">${[dates, match.address].filter(Boolean).join(' · ')}</span>
        ${families.length > 0 ? html`<br />${words.known(sayList(families.map(({ name }) => name)))}` : nothing}
      </span>
      <button
        type="button"
        class="govuk-button govuk-button--secondary tl-small-button"
        aria-label=${words.chooseNamed(match.name)}
        @click=${() => this.choose({ name: match.name, child: { person: match.id }, families })}
      >
        ${words.choose}
      </button>
    </li>`;
  }

  private list(): TemplateResult {
    return html`
      <h2 class="govuk-heading-m" id="chosen-title" tabindex="-1">${words.chosen}</h2>
      ${
        this.chosen.length === 0
          ? html`<p class="govuk-body">${words.nobody}</p>`
          : html`<ul class="tl-found">
              ${this.chosen.map(
                ({ name }, at) =>
                  html`<li class="tl-found__item">
                    <strong>${name}</strong>
                    <button
                      type="button"
                      class="tl-text-button"
                      aria-label=${words.removeNamed(name)}
                      @click=${() => this.takeOut(at)}
                    >
                      ${words.remove}
                    </button>
                  </li>`,
              )}
            </ul>`
      }
    `;
  }

  private whose(): TemplateResult | typeof nothing {
    const families = this.knownFamilies;
    if (families.length === 0 || this.joins) return nothing;
    const options = [...families, { id: 'new', name: words.newFamily }];
    const current = this.existing ?? families[0]?.id;
    return html`
      <div class="govuk-form-group">
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${words.which}</legend>
          <div class="govuk-radios govuk-radios--small">
            ${options.map(
              ({ id, name }) =>
                html`<div class="govuk-radios__item">
                  <input
                    class="govuk-radios__input"
                    type="radio"
                    name="whose"
                    id="whose-${id}"
                    .checked=${current === id}
                    @change=${() => (this.existing = id)}
                  />
                  <label class="govuk-label govuk-radios__label" for="whose-${id}">${name}</label>
                </div>`,
            )}
          </div>
        </fieldset>
      </div>
    `;
  }
}

define('tl-contact-page', ContactPage);
