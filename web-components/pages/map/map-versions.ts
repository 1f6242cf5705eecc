import { html, nothing, type TemplateResult } from 'lit';
import { loadVersions, type MapVersion } from '../../api-office/practice.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { sayMoment } from '../../words/dates.ts';
import { practice as words } from '../../words-office/practice.ts';

/**
 * The times a map was changed, asked for when somebody wants to see them.
 *
 * @property family  id of the family
 * @property on      the moment that is shown now; '' for how it is
 */
export class MapVersions extends LightElement {
  static override properties = {
    family: { type: String },
    on: { type: String },
    versions: { state: true },
    problem: { state: true },
  };
  declare family: string;
  declare on: string;
  declare versions: MapVersion[] | undefined;
  declare problem: string;

  constructor() {
    super();
    this.problem = '';
    this.on = '';
  }

  private async open(event: Event): Promise<void> {
    if (!(event.target as HTMLDetailsElement).open) return;
    const answer = await loadVersions(this.family);
    if (answer.ok) this.versions = answer.value.versions;
    else this.problem = answer.refusal.message;
  }

  override render(): TemplateResult {
    const { versions } = this;
    return html`<details class="govuk-details" @toggle=${(event: Event) => void this.open(event)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">${words.versions}</span>
      </summary>
      <div class="govuk-details__text">
        <p>${words.versionsLead}</p>
        ${this.problem ? html`<p class="govuk-error-message">${this.problem}</p>` : nothing}
        ${versions?.length === 0 ? html`<p>${words.noVersions}</p>` : nothing}
        <ul class="tl-plain">
          ${(versions ?? []).map((one) => this.version(one))}
        </ul>
      </div>
    </details>`;
  }

  private version({ at, by, records }: MapVersion): TemplateResult {
    const here = at === this.on;
    return html`<li class="tl-map__version">
      <a
        class="govuk-link"
        href="/families/${this.family}/map?on=${encodeURIComponent(at)}"
        aria-current=${here ? 'true' : nothing}
        >${sayMoment(at)}</a
      >
      <span class="tl-quiet">${words.versionBy(by)}</span>
      ${records.map((record) => html`<a class="govuk-link" href="/records/${record.id}">${record.title}</a>`)}
    </li>`;
  }
}

define('tl-map-versions', MapVersions);
