import type { Output, OutputBlock } from '#engine/browser';
import { html, nothing, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import { choiceIn, textIn } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import { blockFields } from './block-fields.ts';
import { needsText, newBlock } from './new-block.ts';
import { words } from './words.ts';

/**
 * Puts a block into a paper: what it is, then what stands in it.
 *
 * @property files, output
 * @fires tl-add-block  { block }
 * @fires tl-cancel
 */
export class AddBlock extends LightElement {
  static override properties = {
    files: { attribute: false },
    output: { attribute: false },
    kind: { state: true },
    text: { state: true },
    block: { state: true },
    error: { state: true },
  };
  declare files: Files;
  declare output: Output;
  declare kind: OutputBlock['kind'];
  declare text: string;
  declare block: OutputBlock | undefined;
  declare error: boolean;

  constructor() {
    super();
    this.kind = 'text';
    this.text = '';
    this.error = false;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('select')?.focus();
  }

  private choose(kind: OutputBlock['kind'], text = this.text): void {
    this.kind = kind;
    this.text = text;
    this.error = false;
    this.block = newBlock(kind, text, partsOf(this.files), this.output.form);
  }

  private put(event: Event): void {
    event.preventDefault();
    const own = needsText.includes(this.kind);
    const block = this.block ?? newBlock(this.kind, this.text, partsOf(this.files), this.output.form);
    this.error = !block || (own && this.text === '');
    if (block && !this.error) {
      this.dispatchEvent(new CustomEvent('tl-add-block', { bubbles: true, detail: { block } }));
    }
  }

  override render(): TemplateResult {
    const parts = partsOf(this.files);
    const kinds = (Object.entries(words.kinds) as [OutputBlock['kind'], string][]).filter(
      ([kind]) => newBlock(kind, '…', parts, this.output.form) !== undefined,
    );
    return html`<form class="tl-panel" novalidate aria-label=${words.put} @submit=${this.put}>
      ${choiceIn({
        ...{ id: 'block-kind', label: words.kind, value: this.kind },
        choices: kinds.map(([id, name]) => ({ id, name })),
        change: (kind) => this.choose(kind as OutputBlock['kind'], ''),
      })}
      ${
        needsText.includes(this.kind)
          ? textIn({
              ...{ id: 'block-new-text', label: words.own[this.kind] ?? words.text, value: this.text },
              ...{ hint: words.textHint, rows: this.kind === 'text' ? 4 : 1 },
              error: this.error ? words.empty : undefined,
              change: (text) => this.choose(this.kind, text),
            })
          : this.fields()
      }
      <div class="govuk-button-group">
        <button class="govuk-button tl-small-button">${words.put}</button>
        <button
          type="button"
          class="govuk-button govuk-button--secondary tl-small-button"
          @click=${() => this.dispatchEvent(new CustomEvent('tl-cancel', { bubbles: true }))}
        >
          ${words.cancel}
        </button>
      </div>
    </form>`;
  }

  private fields(): TemplateResult | typeof nothing {
    const parts = partsOf(this.files);
    const block = this.block ?? newBlock(this.kind, '', parts, this.output.form);
    if (!block) return nothing;
    const { output } = this;
    return blockFields(block, { id: 'block-new', output, parts, give: (now) => (this.block = now) });
  }
}

define('tl-add-block', AddBlock);
