import type { Output } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { choiceIn, textButton, textIn, tickIn, ticksIn } from '../forms/fields.ts';
import type { FilesChange } from '../forms/edits/change.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import { audiences } from '../forms/words.ts';
import { changeOutput, copyOutput, removeOutput } from './edits/outputs.ts';
import { words } from './words.ts';

const readers = Object.entries(audiences).map(([id, name]) => ({ id, name }));

/**
 * What a paper is called and who reads it; beginning another from it, and printing it no more.
 *
 * @property files, outputId, mayEdit
 * @fires tl-files-change  { changes, says }
 * @fires tl-choose-output { output }: '' goes back to all papers
 */
export class OutputHead extends LightElement {
  static override properties = {
    files: { attribute: false },
    outputId: { type: String },
    mayEdit: { type: Boolean },
    open: { state: true },
    made: { state: true },
    error: { state: true },
  };
  declare files: Files;
  declare outputId: string;
  declare mayEdit: boolean;
  declare open: '' | 'about' | 'copy' | 'remove';
  declare made: { title: string; audience: Output['audience'] };
  declare error: boolean;

  constructor() {
    super();
    this.mayEdit = false;
    this.open = '';
    this.made = { title: '', audience: 'family' };
    this.error = false;
  }

  private tell(change: FilesChange): void {
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  private choose(output: string): void {
    this.open = '';
    this.dispatchEvent(new CustomEvent('tl-choose-output', { bubbles: true, detail: { output } }));
  }

  override render(): TemplateResult | typeof nothing {
    const parts = partsOf(this.files);
    const output = parts.outputs.find(({ id }) => id === this.outputId);
    if (!output) return nothing;
    const toggle = (what: OutputHead['open']): void => {
      this.open = this.open === what ? '' : what;
      this.error = false;
    };
    const who = [output.audience, ...(output.audiences ?? [])].map((one) => audiences[one]);
    return html`
      ${textButton(words.back, '', () => this.choose(''), { id: 'all-papers' })}
      <h3 class="govuk-heading-m tl-outputs__title" tabindex="-1">${output.title}</h3>
      <p class="govuk-body-s">
        ${words.of(parts.forms[output.form]?.title ?? output.form)}. ${[...new Set(who)].join(', ')}.
      </p>
      ${
        this.mayEdit
          ? html`<div class="tl-q__acts">
              ${textButton(words.change, output.title, () => toggle('about'))}
              ${textButton(words.copy, output.title, () => toggle('copy'))}
              ${textButton(words.remove, output.title, () => toggle('remove'))}
            </div>`
          : nothing
      }
      ${this.open === 'about' ? this.about(output) : nothing}
      ${this.open === 'copy' ? this.copying(output) : nothing}
      ${this.open === 'remove' ? this.removing(output) : nothing}
    `;
  }

  private about(output: Output): TemplateResult {
    const change = (more: Partial<Output>): void => this.tell(changeOutput(this.files, output.id, more));
    return html`<div class="tl-panel" role="group" aria-label=${words.change}>
      ${textIn({
        ...{ id: 'paper-title', label: words.paperTitle, value: output.title },
        error: this.error ? words.empty : undefined,
        change: (title) => {
          this.error = title === '';
          if (title) change({ title });
        },
      })}
      ${choiceIn({
        ...{ id: 'paper-for', label: words.audience, value: output.audience, choices: readers },
        change: (audience) => change({ audience: audience as Output['audience'] }),
      })}
      ${ticksIn({
        ...{ id: 'paper-others', legend: words.audiences, hint: words.audiencesHint },
        values: output.audiences ?? [],
        choices: readers.filter(({ id }) => id !== output.audience),
        change: (others) => change({ audiences: others as Output['audience'][] }),
      })}
      ${tickIn({
        ...{ id: 'paper-large', label: words.large, value: output.large ?? false },
        change: (large) => change({ large }),
      })}
      ${textButton(words.done, output.title, () => (this.open = ''))}
    </div>`;
  }

  private copying(output: Output): TemplateResult {
    const begin = (event: Event): void => {
      event.preventDefault();
      this.error = this.made.title === '';
      if (this.error) return;
      const { output: id, ...change } = copyOutput(this.files, output.id, this.made);
      this.made = { ...this.made, title: '' };
      this.tell(change);
      this.choose(id);
    };
    return html`<form class="tl-panel" novalidate aria-label=${words.copy} @submit=${begin}>
      ${textIn({
        ...{ id: 'paper-copy-title', label: words.copyTitle, value: this.made.title },
        error: this.error ? words.empty : undefined,
        change: (title) => (this.made = { ...this.made, title }),
      })}
      ${choiceIn({
        ...{ id: 'paper-copy-for', label: words.audience, value: this.made.audience, choices: readers },
        change: (audience) => (this.made = { ...this.made, audience: audience as Output['audience'] }),
      })}
      <button class="govuk-button tl-small-button">${words.copyButton}</button>
    </form>`;
  }

  private removing(output: Output): TemplateResult {
    return html`<div class="tl-panel" role="group" aria-label=${words.remove}>
      <p class="govuk-body">${words.removeAsk(output.title)}</p>
      <button
        type="button"
        class="govuk-button govuk-button--warning tl-small-button"
        @click=${() => {
          this.tell(removeOutput(this.files, output.id));
          this.choose('');
        }}
      >
        ${words.removeYes}
      </button>
      ${textButton(words.cancel, words.remove, () => (this.open = ''))}
    </div>`;
  }
}

define('tl-output-head', OutputHead);
