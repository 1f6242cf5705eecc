import {
  makeOutput,
  questionsIn,
  questionsLeftOut,
  questionsOf,
  type Form,
  type Output,
  type Passage,
  type Translation,
} from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import '../../web-components/elements/plain-words/tl-plain-words.ts';
import { choiceIn, textButton } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import { audiences } from '../forms/words.ts';
import { exampleSource, type Group } from './example-source.ts';
import './output-cost.ts';
import { opinionsSaid } from './opinions-said.ts';
import type { PapersBeside } from './papers-beside.ts';
import { renderDocument } from './render-document.ts';
import { words } from './words.ts';

/**
 * A paper as its readers get it, made of invented answers; what it leaves out; how plain its own words are.
 *
 * @property files, outputId, mayEdit
 * @property papers  words of the trade with reading ages to aim at, and what people said
 * @fires tl-put-in  { question }: a question that is left out shall stand on it
 */
export class OutputPreview extends LightElement {
  static override properties = {
    files: { attribute: false },
    outputId: { type: String },
    mayEdit: { type: Boolean },
    papers: { attribute: false },
    audience: { state: true },
    language: { state: true },
    group: { state: true },
  };
  declare files: Files;
  declare outputId: string;
  declare mayEdit: boolean;
  declare papers: PapersBeside | undefined;
  declare audience: Output['audience'] | '';
  declare language: string;
  declare group: Group;

  constructor() {
    super();
    this.mayEdit = false;
    this.audience = '';
    this.language = '';
    this.group = 'three';
  }

  /** How papers are worded elsewhere is asked for once somebody looks at one. */
  protected override firstUpdated(): void {
    void Promise.all([import('./begin-translation.ts'), import('./output-translation.ts')]);
  }

  override render(): TemplateResult | typeof nothing {
    const parts = partsOf(this.files);
    const output = parts.outputs.find(({ id }) => id === this.outputId);
    const form = output && parts.forms[output.form];
    if (!form) return nothing;
    const made = [output.audience, ...(output.audiences ?? [])];
    const audience = made.find((one) => one === this.audience) ?? output.audience;
    const translation = parts.translations?.find(({ language }) => language === this.language);
    const source = exampleSource(form, parts, this.group);
    const document = makeOutput(output, source, { audience, ...(translation ? { translation } : {}) });
    return html`
      <h3 class="govuk-heading-m">${words.preview}</h3>
      <p class="govuk-body-s">${words.previewLead}</p>
      <div class="tl-preview__tools" role="group" aria-label=${words.preview}>
        ${choiceIn({
          ...{ id: 'paper-audience', label: words.readAs, value: audience },
          choices: made.map((id) => ({ id, name: audiences[id] })),
          change: (id) => (this.audience = id as Output['audience']),
        })}
        ${choiceIn({
          ...{ id: 'paper-family', label: words.family, value: this.group },
          choices: Object.entries(words.groups).map(([id, name]) => ({ id, name })),
          change: (id) => (this.group = id as Group),
        })}
        ${this.languages(parts.translations ?? [])}
      </div>
      ${this.wording(translation)}
      <div class="tl-paper-sheet" tabindex="0" role="region" aria-label=${words.preview}>
        ${renderDocument(document)}
      </div>
      ${this.leftOut(output)} ${this.notFor(document.leftOut)}
      <tl-output-cost
        .output=${output}
        .audience=${audience}
        .language=${translation?.language ?? ''}
        .parts=${parts}
        .costOf=${this.papers?.costOf}
      ></tl-output-cost>
      <tl-plain-words
        .passages=${fixedPassages(output, form)}
        .audience=${audience}
        .plain=${this.papers?.plain}
      ></tl-plain-words>
      ${opinionsSaid((this.papers?.opinions ?? []).filter((one) => one.output === output.id))}
    `;
  }

  /** How it is worded in the language it is read in, or a further language to begin with. */
  private wording(translation: Translation | undefined): TemplateResult | typeof nothing {
    if (translation)
      return html`<tl-output-translation
        .files=${this.files}
        .outputId=${this.outputId}
        .mayEdit=${this.mayEdit}
        .language=${translation.language}
        .today=${this.papers?.today ?? ''}
      ></tl-output-translation>`;
    if (!this.mayEdit) return nothing;
    return html`<tl-begin-translation
      .files=${this.files}
      @tl-begun=${(event: CustomEvent<{ language: string }>) => (this.language = event.detail.language)}
    ></tl-begin-translation>`;
  }

  private languages(translations: readonly Translation[]): TemplateResult | typeof nothing {
    if (translations.length === 0) return nothing;
    return choiceIn({
      ...{ id: 'paper-language', label: words.inLanguage, value: this.language },
      choices: [
        { id: '', name: words.english },
        ...translations.map(({ language, name }) => ({ id: language, name })),
      ],
      change: (language) => (this.language = language),
    });
  }

  /** Questions that stand in no block: whoever reads it never learns what was answered. */
  private leftOut(output: Output): TemplateResult {
    const form = partsOf(this.files).forms[output.form];
    const left = form ? questionsLeftOut(output, form) : [];
    return html`<section aria-labelledby="left-out">
      <h3 class="govuk-heading-s" id="left-out" tabindex="-1">
        ${words.leftOut} <span class="tl-count">${left.length}</span>
      </h3>
      ${
        left.length === 0
          ? html`<p class="govuk-body-s">${words.leftOutNone}</p>`
          : html`<p class="govuk-body-s">${words.leftOutLead}</p>
              <ul class="tl-told tl-left-out">
                ${left.map(
                  ({ id, label }) =>
                    html`<li class="tl-told__one">
                      ${label}
                      ${
                        this.mayEdit
                          ? textButton(words.putInThis, label, () =>
                              this.dispatchEvent(
                                new CustomEvent('tl-put-in', { bubbles: true, detail: { question: id } }),
                              ),
                            )
                          : nothing
                      }
                    </li>`,
                )}
              </ul>`
      }
    </section>`;
  }

  /** Blocks that are for others than who is looked at now. */
  private notFor(leftOut: readonly { why: string; what?: string }[]): TemplateResult | typeof nothing {
    const theirs = leftOut.filter(({ why }) => why === 'audience');
    if (theirs.length === 0) return nothing;
    return html`<h3 class="govuk-heading-s">${words.notFor}</h3>
      <ul class="govuk-list govuk-list--bullet tl-small-list">
        ${theirs.map(({ what }) => html`<li>${what}</li>`)}
      </ul>`;
  }
}

/** What a paper says besides what people wrote: its own wording and the questions, each with the place of its block. */
function fixedPassages({ title, blocks }: Output, form: Form): Passage[] {
  const asked = questionsOf(form);
  const own = blocks.flatMap((block, at) => {
    if ('text' in block) return [{ at: String(at), text: block.text }];
    if ('label' in block && block.label !== undefined) return [{ at: String(at), text: block.label }];
    const labels = asked.filter(({ id }) => questionsIn(block).includes(id));
    return labels.map(({ label }) => ({ at: String(at), text: label }));
  });
  return [{ at: 'title', text: title }, ...own];
}

define('tl-output-preview', OutputPreview);
