import { html, nothing, type TemplateResult } from 'lit';
import { findFamilies, type FamilyRow } from '../../api/families.ts';
import { PageController } from '../../controllers/page.ts';
import '../../elements/error-summary/tl-error-summary.ts';
import { textField } from '../../elements/field/text-field.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { families as words } from '../../words/family.ts';
import { nameOf, sayList } from '../../words/lists.ts';

/** Finding a family by a name in it. What is typed stays off the address and off the machine. */
export class FamiliesPage extends LightElement {
  static override properties = { text: { state: true }, found: { state: true }, problem: { state: true } };
  declare text: string;
  declare found: FamilyRow[] | undefined;
  declare problem: string;
  /** what was found stands for this, whatever is typed since */
  private asked = '';

  constructor() {
    super();
    this.text = '';
    this.problem = '';
    new PageController(this);
  }

  private async find(event: Event): Promise<void> {
    event.preventDefault();
    if (this.text.trim().length < 2) return;
    const text = this.text.trim();
    const answer = await findFamilies(text);
    this.problem = answer.ok ? '' : answer.refusal.message;
    if (!answer.ok) return;
    this.asked = text;
    this.found = answer.value;
  }

  override render(): TemplateResult {
    return html`
      <tl-error-summary .errors=${this.problem ? [{ message: this.problem }] : []}></tl-error-summary>
      <h1 class="govuk-heading-xl">${words.title}</h1>
      <form class="tl-narrow" role="search" @submit=${this.find}>
        ${textField({
          id: 'find',
          label: words.label,
          hint: words.hint,
          type: 'search',
          value: this.text,
          input: (text) => (this.text = text),
        })}
        <button class="govuk-button">${words.find}</button>
      </form>
      <div role="status">${this.found ? this.results(this.found) : nothing}</div>
    `;
  }

  private results(found: FamilyRow[]): TemplateResult {
    if (found.length === 0) return html`<p class="govuk-body">${words.none(this.asked)}</p>`;
    return html`
      <h2 class="govuk-heading-m">${words.found(found.length)}</h2>
      <ul class="tl-found">
        ${found.map(
          (family) =>
            html`<li class="tl-found__item">
              <span>
                <a class="govuk-link" href="/families/${family.id}">${family.name}</a>
                <span class="tl-quiet">${sayList(family.children.map(({ name }) => name))}</span>
              </span>
              <span class="tl-quiet"
                >${[nameOf(family.stage), nameOf(family.worker)].filter(Boolean).join(' · ')}</span
              >
            </li>`,
        )}
      </ul>
    `;
  }
}

define('tl-families-page', FamiliesPage);
