import type { Translation } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { textButton, textIn, tickIn } from '../forms/fields.ts';
import type { Files } from '../forms/parts.ts';
import { beginTranslation } from './edits/translations.ts';
import { translationWords as words } from './translation-words.ts';

const code = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/**
 * Begins wording in a further language: its code, its name in its own words, which way it is written.
 *
 * @property files
 * @fires tl-files-change { changes, says }
 * @fires tl-begun        { language }
 */
export class BeginTranslation extends LightElement {
  static override properties = {
    files: { attribute: false },
    open: { state: true },
    made: { state: true },
    error: { state: true },
  };
  declare files: Files;
  declare open: boolean;
  declare made: { language: string; name: string; rtl: boolean };
  declare error: string;

  constructor() {
    super();
    this.open = false;
    this.made = { language: '', name: '', rtl: false };
    this.error = '';
  }

  private begin(event: Event): void {
    event.preventDefault();
    const { language, name, rtl } = this.made;
    const wanted: Pick<Translation, 'language' | 'name' | 'direction'> = {
      ...{ language, name },
      ...(rtl ? { direction: 'rtl' as const } : {}),
    };
    const change = code.test(language) && name ? beginTranslation(this.files, wanted) : undefined;
    this.error = change ? '' : code.test(language) && name ? words.known : words.codeWrong;
    if (!change) return;
    this.open = false;
    this.made = { language: '', name: '', rtl: false };
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
    this.dispatchEvent(new CustomEvent('tl-begun', { bubbles: true, detail: { language } }));
  }

  override render(): TemplateResult {
    if (!this.open)
      return textButton(words.another, '', () => (this.open = true), { id: 'begin-translation' });
    const { made } = this;
    return html`<form
      class="tl-panel"
      novalidate
      aria-label=${words.another}
      @submit=${(event: Event) => this.begin(event)}
    >
      ${textIn({
        ...{ id: 'begin-language', label: words.code, hint: words.codeHint, value: made.language },
        error: this.error || undefined,
        change: (language) => (this.made = { ...this.made, language }),
      })}
      ${textIn({
        ...{ id: 'begin-name', label: words.ownName, hint: words.ownNameHint, value: made.name },
        change: (name) => (this.made = { ...this.made, name }),
      })}
      ${tickIn({
        ...{ id: 'begin-rtl', label: words.rtl, value: made.rtl },
        change: (rtl) => (this.made = { ...this.made, rtl }),
      })}
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.begin}</button>
        ${textButton(words.cancel, words.another, () => (this.open = false))}
      </div>
    </form>`;
  }
}

define('tl-begin-translation', BeginTranslation);
