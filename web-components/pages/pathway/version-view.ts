import { html, nothing, type TemplateResult } from 'lit';
import { loadVersion, versionFile, type VersionSays } from '../../api-group/versions.ts';
import { Loading } from '../../controllers/loading.ts';
import { define, LightElement } from '../../elements/light-element.ts';
import { pathway as words } from '../../words-group/pathway.ts';
import { whenLoaded } from '../page-state.ts';
import { countsLine } from './counts.ts';

/**
 * A published version to look at: its drawing, whose code is loaded when it is first shown, and the same in words.
 *
 * @property version  id of the version
 */
export class VersionView extends LightElement {
  static override properties = { version: { type: String }, drawn: { state: true } };
  declare version: string;
  declare drawn: boolean;
  private readonly said: Loading<VersionSays>;
  private asked = '';

  constructor() {
    super();
    this.version = '';
    this.drawn = false;
    this.said = new Loading(this, () => loadVersion(this.version));
  }

  override connectedCallback(): void {
    this.asked = this.version;
    super.connectedCallback();
    void import('../../../modeller/viewer/pathway-drawing.ts').then(() => (this.drawn = true));
  }

  protected override willUpdate(): void {
    if (this.asked === this.version) return;
    this.asked = this.version;
    void this.said.load();
  }

  override render(): TemplateResult {
    return whenLoaded(this.said, (version) => this.loaded(version));
  }

  private loaded(version: VersionSays): TemplateResult {
    const { current, name, says } = version;
    return html`
      <h2 class="govuk-heading-m">${current ? words.now(name) : name}</h2>
      ${says ? html`<p class="govuk-body">${says}</p>` : nothing} ${countsLine(version.counts)}
      <section class="tl-drawing" aria-labelledby="version-drawing">
        <h3 class="govuk-heading-s" id="version-drawing">${words.drawing}</h3>
        ${
          this.drawn
            ? html`<pathway-drawing .xml=${version.files['pathway.bpmn'] ?? ''}></pathway-drawing>`
            : nothing
        }
      </section>
      <section aria-labelledby="version-words">
        <h3 class="govuk-heading-s" id="version-words">${words.words}</h3>
        <p class="govuk-body">${words.wordsLead}</p>
        ${version.described
          .filter(({ sentences }) => sentences.length > 0)
          .map(
            (part, at) =>
              html`<details class="govuk-details tl-described" ?open=${at === 0}>
                <summary class="govuk-details__summary">
                  <span class="govuk-details__summary-text">${part.name}</span>
                </summary>
                <div class="govuk-details__text">
                  <ol class="govuk-list govuk-list--number">
                    ${part.sentences.map((sentence) => html`<li>${sentence}</li>`)}
                  </ol>
                </div>
              </details>`,
          )}
      </section>
      ${takeAway(version)}
    `;
  }
}

/** Links by which a version is taken away as a file. */
export function takeAway({ id, name }: { id: string; name: string }): TemplateResult {
  const of = html`<span class="govuk-visually-hidden">${words.versions.ofVersion(name)}</span>`;
  return html`<ul class="tl-links">
    <li>
      <a class="govuk-link" href=${versionFile(id, 'drawing')} download>${words.versions.takeDrawing}${of}</a>
    </li>
    <li>
      <a class="govuk-link" href=${versionFile(id, 'version')} download>${words.versions.takeVersion}${of}</a>
    </li>
  </ul>`;
}

define('tl-version-view', VersionView);
