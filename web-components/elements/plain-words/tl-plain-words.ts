import { jargonIn, readingAge, type JargonFound, type Passage, type PlainWords } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { plain as words } from '../../words-office/plain.ts';
import { define, LightElement } from '../light-element.ts';

/**
 * How plain a text is: its reading age beside the age to aim at, the hardest sentences, and words of the trade with what
 * to say instead. A hint that stops nobody.
 *
 * @property passages  the texts; `at` is what `tl-passage` names
 * @property audience  who reads it
 * @property plain     words of the trade, and the ages to aim at
 * @property level     level of the heading; 0: without one
 */
export class PlainWordsElement extends LightElement {
  static override properties = {
    passages: { attribute: false },
    audience: { type: String },
    plain: { attribute: false },
    level: { type: Number },
  };
  declare passages: readonly Passage[];
  declare audience: string;
  declare plain: PlainWords | undefined;
  declare level: number;

  constructor() {
    super();
    this.passages = [];
    this.audience = 'family';
    this.level = 3;
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.plain) return nothing;
    const target = this.plain.targets[this.audience];
    return html`<section class="tl-plain-words" aria-label=${words.title}>
      ${this.level === 3 ? html`<h3 class="govuk-heading-s">${words.title}</h3>` : nothing}
      ${target ? this.reading(target) : nothing} ${this.jargon(this.plain)}
      <p class="govuk-hint tl-plain__hint">${words.hint}</p>
    </section>`;
  }

  private reading({ from, to }: { from: number; to: number }): TemplateResult {
    const { age, hardest } = readingAge(this.passages, to);
    if (age === undefined) return html`<p class="govuk-body-s">${words.few}</p>`;
    return html`<p class="govuk-body">
        <strong>${age >= 20 ? words.older : words.age(age)}.</strong>
        ${age > to ? words.hard(from, to) : words.fine(to)}
      </p>
      ${
        hardest.length === 0
          ? nothing
          : html`<details class="tl-fold">
              <summary><span class="tl-fold__title">${words.hardest} (${hardest.length})</span></summary>
              <ol class="govuk-list govuk-list--number tl-plain__list">
                ${hardest.map(
                  (one) =>
                    html`<li>
                      <q>${one.sentence}</q>
                      <span class="tl-quiet"
                        >${words.sentence(one.words, one.age)}${one.longWords.length > 0 ? `. ${words.long(one.longWords.join(', '))}` : ''}</span
                      >
                    </li>`,
                )}
              </ol>
            </details>`
      }`;
  }

  private jargon({ jargon }: PlainWords): TemplateResult {
    const found = Map.groupBy(jargonIn(this.passages, jargon), ({ found }) => found.toLowerCase());
    if (found.size === 0) return html`<p class="govuk-body-s">${words.none}</p>`;
    return html`<details class="tl-fold">
      <summary><span class="tl-fold__title">${words.jargon} (${found.size})</span></summary>
      <dl class="tl-plain__jargon">${[...found.values()].map((same) => oneWord(same))}</dl>
    </details>`;
  }
}

function oneWord(same: JargonFound[]): TemplateResult | typeof nothing {
  const [first] = same;
  if (!first) return nothing;
  return html`<div>
    <dt>${words.instead(first.found, same.length)}</dt>
    <dd>
      ${words.say(first.say)}
      <span class="tl-quiet">${first.source === 'local' ? words.ours : first.source}</span>
    </dd>
  </div>`;
}

define('tl-plain-words', PlainWordsElement);
