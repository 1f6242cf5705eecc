import { html, nothing, type TemplateResult } from 'lit';
import { loadFamily, startStrand, type FamilyPage } from '../../api/families.ts';
import type { TaskRow } from '../../api/tasks.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import type { ErrorLink } from '../../elements/error-summary/tl-error-summary.ts';
import { identityBar } from '../../elements/identity/identity-bar.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { news as words } from '../../words/family.ts';
import { sayChild, sayList } from '../../words/lists.ts';
import { whenLoaded } from '../page-state.ts';

/** Something has happened: it starts work of its own, beside whatever is going on already. */
export class NewsPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    about: { state: true },
    note: { state: true },
    errors: { state: true },
    opened: { state: true },
  };
  declare route: Route | undefined;
  declare about: readonly string[];
  declare note: string;
  declare errors: ErrorLink[];
  declare opened: TaskRow[] | undefined;
  private readonly family: Loading<FamilyPage>;

  constructor() {
    super();
    this.about = [];
    this.note = '';
    this.errors = [];
    this.family = new Loading(this, () => loadFamily(this.route?.params['id'] ?? ''));
    new PageController(this);
  }

  private get message(): string {
    return this.route?.query.get('message') ?? '';
  }

  private async send(event: Event, family: FamilyPage): Promise<void> {
    event.preventDefault();
    const only = family.children.length === 1 ? family.children.map(({ person }) => person.id) : this.about;
    this.errors = [
      ...(only.length === 0 ? [{ message: words.childMissing, href: '#children' }] : []),
      ...(this.note.trim() === '' ? [{ message: words.noteMissing, href: '#note' }] : []),
    ];
    if (this.errors.length > 0) return;
    const answer = await startStrand(family.id, {
      message: this.message,
      children: [...only],
      note: this.note.trim(),
    });
    if (answer.ok) this.opened = answer.value.opened ?? answer.value.tasks ?? [];
    else this.errors = [{ message: answer.refusal.message }];
  }

  override render(): TemplateResult {
    return whenLoaded(this.family, (family) => this.loaded(family));
  }

  private loaded(family: FamilyPage): TemplateResult {
    const what =
      family.strandMessages?.find(({ message }) => message === this.message)?.title ?? this.message;
    return html`
      <tl-error-summary .errors=${this.errors}></tl-error-summary>
      ${identityBar({ family, children: family.children.map(({ person }) => person) })}
      <h1 class="govuk-heading-l">${what}</h1>
      ${this.opened ? this.done(this.opened) : this.form(family)}
    `;
  }

  private done(opened: TaskRow[]): TemplateResult {
    return html`
      <p class="govuk-body" role="status">${words.started}</p>
      <ul class="tl-plain tl-measure">
        ${opened.map(
          (task) =>
            html`<li>
              <a class="govuk-link" href="/tasks/${task.id}">${task.what}</a>
              <span class="tl-quiet">${sayList(task.children.map(sayChild))}</span>
            </li>`,
        )}
      </ul>
    `;
  }

  private form(family: FamilyPage): TemplateResult {
    const error = (href: string): string | undefined => this.errors.find((one) => one.href === href)?.message;
    const childError = error('#children');
    const noteError = error('#note');
    return html`
      <form class="tl-measure" novalidate @submit=${(event: Event) => void this.send(event, family)}>
        <p class="govuk-body">${words.lead}</p>
        ${
          family.children.length > 1
            ? html`<div class="govuk-form-group ${childError ? 'govuk-form-group--error' : ''}">
                <fieldset class="govuk-fieldset" aria-describedby=${childError ? 'children-error' : nothing}>
                  <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${words.children}</legend>
                  ${childError ? html`<p class="govuk-error-message" id="children-error">${childError}</p>` : nothing}
                  <div class="govuk-checkboxes govuk-checkboxes--small">
                    ${family.children.map(({ person }, at) => this.box(person, at === 0 ? 'children' : `children-${person.id}`))}
                  </div>
                </fieldset>
              </div>`
            : nothing
        }
        <div class="govuk-form-group ${noteError ? 'govuk-form-group--error' : ''}">
          <label class="govuk-label govuk-label--s" for="note">${words.note}</label>
          <div class="govuk-hint" id="note-hint">${words.noteHint}</div>
          ${noteError ? html`<p class="govuk-error-message" id="note-error">${noteError}</p>` : nothing}
          <textarea
            class="govuk-textarea"
            id="note"
            rows="4"
            aria-describedby="note-hint${noteError ? ' note-error' : ''}"
            .value=${this.note}
            @input=${(event: Event) => (this.note = (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </div>
        <button class="govuk-button">${words.send}</button>
      </form>
    `;
  }

  private box(person: FamilyPage['children'][number]['person'], id: string): TemplateResult {
    const change = (event: Event): void => {
      const ticked = (event.target as HTMLInputElement).checked;
      this.about = ticked ? [...this.about, person.id] : this.about.filter((one) => one !== person.id);
    };
    return html`<div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id=${id}
        .checked=${this.about.includes(person.id)}
        @change=${change}
      />
      <label class="govuk-label govuk-checkboxes__label" for=${id}>${sayChild(person)}</label>
    </div>`;
  }
}

define('tl-news-page', NewsPage);
