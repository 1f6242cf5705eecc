import { html, nothing, type TemplateResult } from 'lit';
import { beginRehearsal } from '../../api-group/rehearsals.ts';
import { findFamilies, type FamilyRow } from '../../api/families.ts';
import { navigate } from '../../controllers/navigate.ts';
import { PageController } from '../../controllers/page.ts';
import type { Route } from '../../controllers/route.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayList } from '../../words/lists.ts';
import { rehearsal } from '../../words-group/rehearsal.ts';

const words = rehearsal.begin;

/** Chooses with whom a draft is tried: an invented family, or a copy of a real one that the person may read. */
export class RehearsalNewPage extends LightElement {
  static override properties = {
    route: { attribute: false },
    found: { state: true },
    problem: { state: true },
    busy: { state: true },
  };
  declare route: Route | undefined;
  declare found: FamilyRow[] | undefined;
  declare problem: string;
  declare busy: boolean;

  constructor() {
    super();
    this.problem = '';
    this.busy = false;
    new PageController(this);
  }

  private get draft(): string {
    return this.route?.query.get('draft') ?? '';
  }

  override render(): TemplateResult {
    if (this.draft === '') {
      return html`<h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
        <p class="govuk-body">
          ${words.noDraft} <a class="govuk-link" href="/pathway?view=drafts">${words.toDrafts}</a>
        </p>`;
    }
    return html`
      <a class="govuk-back-link" href="/pathway/drafts/${encodeURIComponent(this.draft)}">${words.back}</a>
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body-l tl-measure">${words.lead}</p>
      ${this.busy ? html`<p class="govuk-body" role="status">${words.beginning}</p>` : nothing}
      <div class="tl-panels">
        <section class="tl-panel" aria-labelledby="invented">
          <h2 class="govuk-heading-m" id="invented">${words.invented}</h2>
          <p class="govuk-body">${words.inventedSays}</p>
          <button
            type="button"
            class="govuk-button"
            ?disabled=${this.busy}
            @click=${() => void this.begin('invented')}
          >
            ${words.inventedButton}
          </button>
        </section>
        <section class="tl-panel" aria-labelledby="copy">
          <h2 class="govuk-heading-m" id="copy">${words.copy}</h2>
          <p class="govuk-body">${words.copySays}</p>
          ${this.finding()} ${this.families()}
        </section>
      </div>
    `;
  }

  private finding(): TemplateResult {
    return html`<form
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.find();
      }}
    >
      <div class="govuk-form-group">
        <label class="govuk-label" for="family-name">${words.find}</label>
        <input class="govuk-input" id="family-name" type="search" autocomplete="off" />
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary">${words.findButton}</button>
    </form>`;
  }

  private families(): TemplateResult | typeof nothing {
    if (!this.found) return nothing;
    if (this.found.length === 0) return html`<p class="govuk-body" role="status">${words.none}</p>`;
    return html`
      <h3 class="govuk-heading-s" role="status">${words.found}</h3>
      <ul class="govuk-list">
        ${this.found.map(
          ({ id, name, children }) =>
            html`<li>
              <button
                type="button"
                class="govuk-button govuk-button--secondary tl-small-button"
                ?disabled=${this.busy}
                @click=${() => void this.begin({ case: id })}
              >
                ${words.copyButton(name)}
              </button>
              ${sayList(children.map((child) => child.name))}
            </li>`,
        )}
      </ul>
    `;
  }

  /** A name is somebody's: it is never part of the address. */
  private async find(): Promise<void> {
    const text = this.querySelector<HTMLInputElement>('#family-name')?.value.trim() ?? '';
    if (text === '') return;
    const answer = await findFamilies(text);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) this.found = answer.value.slice(0, 10);
  }

  private async begin(family: 'invented' | { case: string }): Promise<void> {
    this.busy = true;
    const answer = await beginRehearsal(this.draft, family);
    this.busy = false;
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) navigate(`/pathway/rehearsals/${answer.value.rehearsal}`);
  }
}

define('tl-rehearsal-new-page', RehearsalNewPage);
