import { html, nothing, type TemplateResult } from 'lit';
import { loadPerson, savePerson, type Person } from '../../api/people.ts';
import { announce } from '../../contexts/announce.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { person as words } from '../../words/family.ts';
import { whenLoaded } from '../page-state.ts';
import { currentAddress, withAddress, withAlert } from './person-parts.ts';

type TextField =
  | 'firstNames'
  | 'familyName'
  | 'knownAs'
  | 'gender'
  | 'ethnicity'
  | 'religion'
  | 'firstLanguage'
  | 'communicationNeeds'
  | 'phone'
  | 'school'
  | 'gp'
  | 'healthVisitor'
  | 'laChildId'
  | 'upn'
  | 'nhsNumber';

/** What is known of a person, changed here and nowhere else. */
export class PersonPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    draft: { state: true },
    theirs: { state: true },
    errors: { state: true },
    saved: { state: true },
  };
  declare route: Route | undefined;
  declare draft: Person | undefined;
  /** what somebody else saved meanwhile */
  declare theirs: Person | undefined;
  declare errors: ErrorLink[];
  declare saved: boolean;
  private readonly loading: Loading<Person>;

  constructor() {
    super();
    this.errors = [];
    this.saved = false;
    this.loading = new Loading(this, () => loadPerson(this.route?.params['id'] ?? ''));
    new PageController(this);
  }

  private change(change: Partial<Person>): void {
    const before = this.draft ?? this.loading.value;
    if (!before) return;
    const next: Person = { ...before, ...change };
    for (const [field, value] of Object.entries(next))
      if (value === '' || value === undefined) delete next[field];
    this.draft = next;
    this.saved = false;
  }

  private async save(event: Event): Promise<void> {
    event.preventDefault();
    const person = this.draft ?? this.loading.value;
    if (!person) return;
    const answer = await savePerson(person);
    if (answer.ok) return this.wasSaved();
    if (answer.status === 409) return this.beaten(person);
    const { findings, message } = answer.refusal;
    this.errors =
      findings.length > 0
        ? findings.map((finding) => ({ message: finding.message, href: `#${finding.question ?? ''}` }))
        : [{ message }];
  }

  private async wasSaved(): Promise<void> {
    this.errors = [];
    this.theirs = undefined;
    await this.loading.load();
    this.draft = undefined;
    this.saved = true;
    announce(words.saved);
  }

  /** Somebody saved first: mine stays on the page, theirs is said where it differs; saving again keeps mine. */
  private async beaten(mine: Person): Promise<void> {
    const now = await this.loading.load();
    if (now.state !== 'ready') return;
    this.theirs = now.value;
    this.draft = { ...mine, revision: now.value.revision };
    this.errors = [{ message: words.changedTitle }];
  }

  override render(): TemplateResult {
    return whenLoaded(this.loading, (person) => this.loaded(this.draft ?? person));
  }

  private loaded(person: Person): TemplateResult {
    void import('../same/same-person.ts');
    const name =
      [person.firstNames, person.familyName].filter(Boolean).join(' ') || String(person['name'] ?? '');
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      <h1 class="govuk-heading-xl">${words.title(name)}</h1>
      <p class="govuk-body tl-measure">${words.lead}</p>
      <tl-same-person .person=${person.id}></tl-same-person>
      <form novalidate @submit=${this.save}>
        <h2 class="govuk-heading-m">${words.names}</h2>
        <div class="tl-fields">
          ${this.text(person, 'firstNames')} ${this.text(person, 'familyName')}
          ${this.text(person, 'knownAs')}
        </div>
        <h2 class="govuk-heading-m">${words.dates}</h2>
        <div class="tl-fields">
          ${this.date(person, 'dateOfBirth')} ${this.date(person, 'expectedDateOfBirth')}
        </div>
        <h2 class="govuk-heading-m">${words.about}</h2>
        <div class="tl-fields">
          ${selectField({
            id: 'sex',
            label: words.sex,
            choices: Object.entries(words.sexes).map(([id, sex]) => ({ id, name: sex })),
            value: String(person['sex'] ?? ''),
            empty: '',
            change: (sex) => this.change({ sex }),
          })}
          ${(['gender', 'ethnicity', 'religion', 'firstLanguage', 'communicationNeeds'] as const).map((field) => this.text(person, field))}
          ${this.tick(
            'interpreterNeeded',
            words.interpreterNeeded,
            person['interpreterNeeded'] === true,
            (ticked) => this.change({ interpreterNeeded: ticked }),
          )}
        </div>
        <h2 class="govuk-heading-m">${words.reach}</h2>
        ${this.address(person)}
        <div class="tl-fields">
          ${(['phone', 'school', 'gp', 'healthVisitor'] as const).map((field) => this.text(person, field))}
        </div>
        <h2 class="govuk-heading-m">${words.alerts}</h2>
        ${textField({
          id: 'alert',
          label: words.alert,
          value: firstAlert(person),
          input: (text) => this.change({ alerts: withAlert(person, text) }),
        })}
        <h2 class="govuk-heading-m">${words.numbers}</h2>
        <div class="tl-fields">
          ${(['laChildId', 'upn', 'nhsNumber'] as const).map((field) => this.text(person, field))}
        </div>
        <button class="govuk-button">${words.save}</button>
        ${this.saved ? html`<p class="tl-saved">${words.saved}</p>` : nothing}
      </form>
    `;
  }

  private errorOf(field: string): string | undefined {
    return this.errors.find(({ href }) => href === `#${field}`)?.message;
  }

  private text(person: Person, field: TextField): TemplateResult {
    const value = String(person[field] ?? '');
    const theirs = String(this.theirs?.[field] ?? '');
    return textField({
      id: field,
      label: words[field],
      value,
      error: this.errorOf(field),
      ...(this.theirs && theirs !== value ? { hint: words.theirs(theirs) } : {}),
      input: (text) => this.change({ [field]: text }),
    });
  }

  private date(person: Person, field: 'dateOfBirth' | 'expectedDateOfBirth'): TemplateResult {
    return dateField({
      id: field,
      label: words[field],
      value: person[field],
      error: this.errorOf(field),
      give: (value) => this.change({ [field]: value }),
    });
  }

  private address(person: Person): TemplateResult {
    const address = currentAddress(person);
    const line = (part: 'line1' | 'town' | 'postcode'): TemplateResult =>
      textField({
        id: part,
        label: words[part],
        value: address?.[part] ?? '',
        input: (text) => this.change({ addresses: withAddress(person, { [part]: text }) }),
      });
    return html`
      ${person['addressesHidden'] ? html`<p class="govuk-body">${words.hidden}</p>` : nothing}
      <div class="tl-fields">${line('line1')} ${line('town')} ${line('postcode')}</div>
      ${this.tick('sensitive', words.sensitive, address?.sensitive === true, (sensitive) =>
        this.change({ addresses: withAddress(person, { sensitive }) }),
      )}
    `;
  }

  private tick(
    id: string,
    label: string,
    checked: boolean,
    change: (ticked: boolean) => void,
  ): TemplateResult {
    return html`
      <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id=${id}
            .checked=${checked}
            @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for=${id}>${label}</label>
        </div>
      </div>
    `;
  }
}

function firstAlert(person: Person): string {
  const alerts = person['alerts'] as { says: string }[] | undefined;
  return alerts?.[0]?.says ?? '';
}

define('tl-person-page', PersonPage);
