import { html, nothing, type TemplateResult } from 'lit';
import { findFamilies, type FamilyRow } from '../../api/families.ts';
import type { Named } from '../../api/session.ts';
import { findStaff, loadAnchored, type Anchored } from '../../api-office/audit.ts';
import { mayBegin } from '../../contexts/session.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { audit as words } from '../../words-office/audit.ts';
import { officeTabs } from './office-tabs.ts';

/** Where whoever answers for records begins: a family or a colleague is found, and what is kept outside is said. */
export class AuditPage extends LightElement {
  static override properties = {
    family: { state: true },
    families: { state: true },
    name: { state: true },
    staff: { state: true },
    anchored: { state: true },
    problem: { state: true },
  };
  declare family: string;
  declare families: FamilyRow[] | undefined;
  declare name: string;
  declare staff: (Named & { roles: string })[] | undefined;
  declare anchored: Anchored | undefined;
  declare problem: string;

  constructor() {
    super();
    this.family = this.name = this.problem = '';
    new PageController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void loadAnchored().then((answer) => {
      if (answer.ok) this.anchored = answer.value;
    });
  }

  private async findFamily(event: Event): Promise<void> {
    event.preventDefault();
    if (this.family.trim().length < 2) return;
    const answer = await findFamilies(this.family.trim());
    // who may not search by name still opens a family by its reference
    this.families = answer.ok ? answer.value : [];
    this.problem = answer.ok || answer.status === 403 ? '' : answer.refusal.message;
  }

  private async findColleague(event: Event): Promise<void> {
    event.preventDefault();
    if (this.name.trim() === '') return;
    const answer = await findStaff(this.name.trim());
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (answer.ok) this.staff = answer.value;
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl tl-heading">${words.title}</h1>
      ${officeTabs('audit')}
      <p class="govuk-body">${words.lead}</p>
      <div class="tl-two-columns">
        <section aria-labelledby="of-family">
          <h2 class="govuk-heading-m" id="of-family">${words.family}</h2>
          ${this.search('family', words.familyLabel, this.family, (text) => (this.family = text), this.findFamily)}
          <div role="status">${this.families ? this.foundFamilies(this.families) : nothing}</div>
        </section>
        <section aria-labelledby="of-staff">
          <h2 class="govuk-heading-m" id="of-staff">${words.staff}</h2>
          ${this.search('staff', words.staffLabel, this.name, (text) => (this.name = text), this.findColleague)}
          <div role="status">${this.staff ? this.foundStaff(this.staff) : nothing}</div>
        </section>
      </div>
      ${this.chains()}
    `;
  }

  private search(
    id: string,
    label: string,
    value: string,
    input: (text: string) => void,
    find: (event: Event) => unknown,
  ): TemplateResult {
    return html`<form role="search" aria-label=${label} @submit=${find}>
      ${textField({ id, label, type: 'search', value, input })}
      <button class="govuk-button">${words.find}<span class="govuk-visually-hidden">: ${label}</span></button>
    </form>`;
  }

  private foundFamilies(found: FamilyRow[]): TemplateResult {
    const reference = this.family.trim();
    return html`<ul class="tl-found">
      ${found.map(({ id, name, children }) => familyItem(id, name, children.map((child) => child.name).join(', ')))}
      ${
        /^\S+$/.test(reference)
          ? html`<li class="tl-found__item">
              <a class="govuk-link" href="/audit/families/${encodeURIComponent(reference)}"
                >${words.byReference(reference)}</a
              >
            </li>`
          : nothing
      }
    </ul>`;
  }

  private foundStaff(found: (Named & { roles: string })[]): TemplateResult {
    if (found.length === 0) return html`<p class="govuk-body">${words.none}</p>`;
    return html`<ul class="tl-found">
      ${found.map(
        ({ id, name, roles }) =>
          html`<li class="tl-found__item">
            <a class="govuk-link" href="/audit/people/${encodeURIComponent(id)}">${name}</a>
            <span class="tl-quiet">${roles}</span>
          </li>`,
      )}
    </ul>`;
  }

  private chains(): TemplateResult | typeof nothing {
    if (!this.anchored) return nothing;
    const { ok, at, message } = this.anchored;
    return html`<section aria-labelledby="chains">
      <h2 class="govuk-heading-m" id="chains">${words.chains}</h2>
      ${ok ? nothing : html`<p class="tl-due tl-due--late">${message ?? words.anchorFailed}</p>`}
      <p class="govuk-body">${at ? words.anchored(sayMoment(at)) : words.notAnchored}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/api/audit/heads" download="heads.json">${words.heads}</a>
      </p>
    </section>`;
  }
}

function familyItem(id: string, name: string, children: string): TemplateResult {
  const path = encodeURIComponent(id);
  return html`<li class="tl-found__item">
    <span>${name} <span class="tl-quiet">${children}</span></span>
    <span class="tl-line">
      <a class="govuk-link" href="/audit/families/${path}">${words.looked}${hidden(name)}</a>
      ${
        mayBegin('see-retention')
          ? html`<a class="govuk-link" href="/families/${path}/retention"
              >${words.retention}${hidden(name)}</a
            >`
          : nothing
      }
      ${
        mayBegin('export-record')
          ? html`<a class="govuk-link" href="/families/${path}/disclosure"
              >${words.disclosure}${hidden(name)}</a
            >`
          : nothing
      }
    </span>
  </li>`;
}

const hidden = (name: string): TemplateResult => html`<span class="govuk-visually-hidden">: ${name}</span>`;

define('tl-audit-page', AuditPage);
