import type { Genogram } from '#engine/browser';
import { html, type TemplateResult } from 'lit';
import { practice as words } from '../../words-office/practice.ts';
import { define, LightElement } from '../light-element.ts';
import { genogramDrawn } from './drawn.ts';
import { genogramInWords, genogramSays } from './in-words.ts';

/**
 * A family drawn from the list of people around the children, and the same in words: on a narrow screen the words alone.
 *
 * @property family  who stands where, with the lines between them
 * @property label   heading of the drawing
 */
export class GenogramElement extends LightElement {
  static override properties = { family: { attribute: false }, label: { type: String } };
  declare family: Genogram;
  declare label: string;

  override render(): TemplateResult {
    const { family } = this;
    if (family.people.length === 0) return html`<p class="govuk-body">${words.nobody}</p>`;
    return html`
      <div class="tl-genogram">
        <div class="tl-genogram__scroll" role="region" tabindex="0" aria-label=${words.scroll}>
          ${genogramDrawn(family, genogramSays(family))}
        </div>
        <p class="govuk-body-s tl-quiet tl-genogram__key">${words.key}</p>
        <h3 class="govuk-heading-s">${words.inWords}</h3>
        <ul class="govuk-list govuk-list--bullet tl-genogram__words">
          ${genogramInWords(family).map(({ name, says }) => html`<li><strong>${name}</strong>: ${says}</li>`)}
        </ul>
        <p class="govuk-body-s tl-quiet">${words.mended}</p>
      </div>
    `;
  }
}

define('tl-genogram', GenogramElement);
