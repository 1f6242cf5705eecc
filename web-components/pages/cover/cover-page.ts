import { html, nothing, type TemplateResult } from 'lit';
import { cover, endCover, loadCovers, type CoverRow } from '../../api-office/access.ts';
import { loadStaff, type StaffMember } from '../../api/session.ts';
import { announce } from '../../contexts/announce.ts';
import { currentSession } from '../../contexts/session.ts';
import { Loading } from '../../controllers/loading.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { dateField } from '../../elements/field/date-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { selectField } from '../../elements/select/select-field.ts';
import { cover as words } from '../../words-office/access.ts';
import { whenLoaded } from '../page-state.ts';

/** Who does the work of whom while they are away. */
export class CoverPage extends LightElement {
  static override properties = { draft: { state: true }, problem: { state: true }, staff: { state: true } };
  declare draft: { absent: string; covering: string; from?: string; to?: string };
  declare problem: string;
  declare staff: StaffMember[];
  private readonly covers = new Loading<CoverRow[]>(this, loadCovers);

  constructor() {
    super();
    this.draft = { absent: currentSession()?.person?.id ?? '', covering: '' };
    this.problem = '';
    this.staff = [];
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadStaff().then((answer) => {
      if (answer.ok) this.staff = answer.value;
    });
  }

  private async send(event: Event): Promise<void> {
    event.preventDefault();
    const { absent, covering, from, to } = this.draft;
    if (!absent || !covering || !from || !to) {
      this.problem = words.missing;
      return;
    }
    const answer = await cover({ absent, covering, from, to });
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    announce(words.saved);
    await this.covers.load();
  }

  private async end(id: string): Promise<void> {
    const answer = await endCover(id);
    this.problem = answer.ok ? '' : answer.refusal.message;
    await this.covers.load();
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary
        .errors=${this.problem ? [{ message: this.problem, href: '#cover-absent' }] : []}
      ></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      <p class="govuk-body">${words.lead}</p>
      ${whenLoaded(this.covers, (covers) => html`${this.list(covers)} ${this.form()}`)}
    `;
  }

  private list(covers: CoverRow[]): TemplateResult {
    if (covers.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
    return html`<h2 class="govuk-heading-m">${words.now}</h2>
      <ul class="tl-found">
        ${covers.map(
          ({ id, absent, covering, says, canEnd }) =>
            html`<li class="tl-found__item">
              <span>
                <strong>${words.says(covering.name, absent.name)}</strong>
                <span class="tl-quiet">${says}</span>
              </span>
              ${
                canEnd
                  ? html`<button
                      type="button"
                      class="govuk-button govuk-button--secondary tl-small-button"
                      aria-label=${words.endNamed(covering.name, absent.name)}
                      @click=${() => void this.end(id)}
                    >
                      ${words.end}
                    </button>`
                  : nothing
              }
            </li>`,
        )}
      </ul>`;
  }

  private form(): TemplateResult {
    const choose = (id: string, label: string, key: 'absent' | 'covering'): TemplateResult =>
      selectField({
        ...{ id, label, choices: this.staff, value: this.draft[key], empty: words.choose },
        change: (value) => (this.draft = { ...this.draft, [key]: value }),
      });
    const day = (id: string, label: string, key: 'from' | 'to'): TemplateResult =>
      dateField({
        ...{ id, label, value: this.draft[key] },
        give: (value) => {
          const { [key]: _, ...rest } = this.draft;
          this.draft = value === undefined ? rest : { ...rest, [key]: value };
        },
      });
    return html`<form class="tl-panel tl-measure" novalidate aria-label=${words.title} @submit=${this.send}>
      ${choose('cover-absent', words.absent, 'absent')}
      ${choose('cover-covering', words.covering, 'covering')} ${day('cover-from', words.from, 'from')}
      ${day('cover-to', words.to, 'to')}
      <button class="govuk-button">${words.button}</button>
    </form>`;
  }
}

define('tl-cover-page', CoverPage);
