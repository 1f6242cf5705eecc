import { fixedTexts, namesLost, numbersOf, type Output, type Translation } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { FilesChange } from '../forms/edits/change.ts';
import { textIn, tickIn } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import { reviewTranslation, translateText } from './edits/translations.ts';
import { translationWords as words } from './translation-words.ts';

/**
 * The fixed wording of a paper side by side with how it is said in another language, and who has read all of it. What
 * is changed is unreviewed until somebody says by name that they read it.
 *
 * @property files, outputId, mayEdit
 * @property language  of the wording
 * @property today     day of a review
 * @fires tl-files-change { changes, says }
 */
export class OutputTranslation extends LightElement {
  static override properties = {
    files: { attribute: false },
    outputId: { type: String },
    mayEdit: { type: Boolean },
    language: { type: String },
    today: { type: String },
    missingOnly: { state: true },
    by: { state: true },
    error: { state: true },
  };
  declare files: Files;
  declare outputId: string;
  declare mayEdit: boolean;
  declare language: string;
  declare today: string;
  declare missingOnly: boolean;
  declare by: string;
  declare error: boolean;
  /** what had no wording when the list was asked for: a text that is being written does not go away */
  private listed: string[] = [];

  constructor() {
    super();
    this.mayEdit = false;
    this.missingOnly = false;
    this.by = '';
    this.error = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const moved = ['outputId', 'language', 'missingOnly'].some((one) => changed.has(one));
    const found = moved ? this.found() : undefined;
    if (found) this.listed = found.all.filter((text) => found.translation.texts[text] === undefined);
  }

  private found(): { output: Output; translation: Translation; all: string[] } | undefined {
    const { outputs, translations = [], forms, blocks, dictionary, roles } = partsOf(this.files);
    const output = outputs.find(({ id }) => id === this.outputId);
    const translation = translations.find(({ language }) => language === this.language);
    const form = output && forms[output.form];
    if (!form || !translation) return undefined;
    const names = Object.fromEntries(roles.map(({ id, name }) => [id, name]));
    const around = {
      form,
      forms,
      blocks,
      codeLists: dictionary.codeLists,
      roles: names,
      language: this.language,
    };
    return { output, translation, all: fixedTexts(output, around) };
  }

  private tell(change: FilesChange): void {
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  override render(): TemplateResult | typeof nothing {
    const found = this.found();
    if (!found) return nothing;
    const { translation, all } = found;
    const missing = all.filter((text) => translation.texts[text] === undefined);
    const shown = this.missingOnly ? all.filter((text) => this.listed.includes(text)) : all;
    return html`<details class="tl-fold" id="translation">
      <summary>
        <span class="tl-fold__title">${words.title(translation.name, missing.length, all.length)}</span>
      </summary>
      ${this.review(translation, missing.length)}
      ${tickIn({
        ...{ id: 'translation-missing', label: words.missingOnly, value: this.missingOnly },
        change: (on) => (this.missingOnly = on),
      })}
      ${shown.length === 0 ? html`<p class="govuk-body-s">${words.nothingMissing}</p>` : nothing}
      <ol class="tl-plain tl-translation">
        ${shown.map((text) => this.row(translation, text, all.indexOf(text)))}
      </ol>
    </details>`;
  }

  private row({ language, direction, texts, name }: Translation, text: string, at: number): TemplateResult {
    const said = texts[text] ?? '';
    const lost = said === '' ? [] : namesLost(text, said);
    const id = `translation-${String(at)}`;
    const numbers = numbersOf(text, language);
    const says = [...(numbers.length > 0 ? [`${id}-hint`] : []), ...(lost.length > 0 ? [`${id}-error`] : [])];
    return html`<li class="tl-translation__row">
      <p class="tl-translation__text" id="${id}-text">${text}</p>
      <div class="govuk-form-group ${lost.length > 0 ? 'govuk-form-group--error' : ''}">
        <label class="govuk-visually-hidden" for=${id}>${words.said(name, text)}</label>
        ${numbers.length > 0 ? html`<p class="govuk-body-s tl-quiet govuk-!-margin-bottom-1" id="${id}-hint">${words.numbers(numbers)}</p>` : nothing}
        ${lost.length > 0 ? html`<p class="govuk-error-message" id="${id}-error">${words.lost(lost)}</p>` : nothing}
        <textarea
          class="govuk-textarea"
          id=${id}
          rows=${Math.min(8, Math.ceil(Math.max(1, text.length, said.length) / 32))}
          lang=${language}
          dir=${direction ?? 'ltr'}
          ?disabled=${!this.mayEdit}
          .value=${live(said)}
          aria-describedby=${says.length > 0 ? says.join(' ') : nothing}
          aria-invalid=${lost.length > 0 ? 'true' : nothing}
          @change=${(event: Event) => {
            const now = (event.target as HTMLTextAreaElement).value.trim();
            if (now !== said) this.tell(translateText(this.files, language, text, now));
          }}
        ></textarea>
      </div>
    </li>`;
  }

  private review({ language, name, reviewed }: Translation, missing: number): TemplateResult {
    if (reviewed) {
      return html`<p class="govuk-body-s">
        ${words.reviewed(reviewed.by, reviewed.on)} ${words.reviewedUntil}
      </p>`;
    }
    // kept letter by letter: a draft that is saved meanwhile draws all of this anew
    const type = (event: Event): void => {
      this.by = (event.target as HTMLInputElement).value;
    };
    const say = (event: Event): void => {
      event.preventDefault();
      const by = this.by.trim();
      this.error = by === '';
      if (this.error) return;
      this.tell(reviewTranslation(this.files, language, { by, on: this.today }));
      this.by = '';
    };
    return html`<p class="govuk-body-s"><strong>${words.unreviewed(name)}</strong> ${words.unreviewedSays}</p>
      ${
        this.mayEdit
          ? html`<form
              class="tl-panel"
              novalidate
              aria-label=${words.reviewButton}
              @submit=${say}
              @input=${type}
            >
              ${textIn({
                ...{ id: 'translation-by', label: words.by, hint: words.byHint, value: this.by },
                error: this.error ? words.byMissing : undefined,
                change: (by) => (this.by = by),
              })}
              ${missing > 0 ? html`<p class="govuk-body-s">${words.stillMissing(missing)}</p>` : nothing}
              <button class="govuk-button govuk-button--secondary tl-small-button">
                ${words.reviewButton}
              </button>
            </form>`
          : nothing
      }`;
  }
}

define('tl-output-translation', OutputTranslation);
