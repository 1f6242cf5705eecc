import type { Finding, Output, OutputBlock } from '#engine/browser';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { define, LightElement } from '../../web-components/elements/light-element.ts';
import type { FilesChange } from '../forms/edits/change.ts';
import { textButton } from '../forms/fields.ts';
import { partsOf, type Files } from '../forms/parts.ts';
import './add-block.ts';
import { blockFields } from './block-fields.ts';
import { blockRow, type BlockAct } from './block-row.ts';
import { addBlock, changeBlock, moveBlock, removeBlock } from './edits/blocks.ts';
import { blockOf } from './new-block.ts';
import './output-head.ts';
import { outputList } from './output-list.ts';
import './output-preview.ts';
import type { PapersBeside } from './papers-beside.ts';
import { words } from './words.ts';

/**
 * The papers of a draft: what is printed from each form, for whom, block by block; as its readers get it beside it.
 *
 * @property files     the draft's texts
 * @property outputId  the paper that is open; '': all of them
 * @property findings  of the draft
 * @property papers    what is known beside papers: words of the trade, what people said
 * @property mayEdit   whether the pen is held here
 * @fires tl-files-change { changes, says }
 * @fires tl-focus        { output }: another paper was opened
 */
export class OutputDesigner extends LightElement {
  static override properties = {
    files: { attribute: false },
    outputId: { type: String },
    findings: { attribute: false },
    papers: { attribute: false },
    mayEdit: { type: Boolean },
    find: { state: true },
    open: { state: true },
    adding: { state: true },
    announced: { state: true },
  };
  declare files: Files;
  declare outputId: string;
  declare findings: readonly Finding[];
  declare papers: PapersBeside | undefined;
  declare mayEdit: boolean;
  declare find: string;
  /** place of the block that is being changed, and of the one after which another is put in */
  declare open: number | undefined;
  declare adding: number | undefined;
  declare announced: string;
  /** where the focus goes next: the first of these that is there and can take it */
  private focusNext: string[] = [];

  constructor() {
    super();
    this.files = {};
    this.outputId = '';
    this.findings = [];
    this.mayEdit = false;
    this.find = '';
    this.announced = '';
    this.addEventListener('tl-files-change', (event) => {
      this.announced = `${(event as CustomEvent<FilesChange>).detail.says}.`;
    });
    this.addEventListener('tl-choose-output', (event) =>
      this.choose((event as CustomEvent<{ output: string }>).detail.output),
    );
    this.addEventListener('tl-put-in', (event) =>
      this.putIn((event as CustomEvent<{ question: string }>).detail.question),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('outputId')) return;
    this.open = undefined;
    this.adding = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('outputId') && this.outputId && changed.get('outputId') !== undefined)
      this.focusNext = ['.tl-outputs__title'];
    const target = this.focusNext
      .flatMap((place) => this.querySelector<HTMLButtonElement>(place) ?? [])
      .find((one) => !one.disabled);
    if (!target) return;
    this.focusNext = [];
    target.focus();
  }

  private choose(output: string): void {
    this.focusNext = output ? ['.tl-outputs__title'] : [`#open-${CSS.escape(this.outputId)}`, '#find-paper'];
    this.outputId = output;
    this.dispatchEvent(new CustomEvent('tl-focus', { bubbles: true, detail: { output } }));
  }

  private tell(change: FilesChange | undefined, focus: string[] = []): void {
    if (!change) return;
    this.focusNext = focus;
    this.dispatchEvent(new CustomEvent('tl-files-change', { bubbles: true, detail: change }));
  }

  /** A question that was left out stands before the signatures. */
  private putIn(question: string): void {
    const parts = partsOf(this.files);
    const output = parts.outputs.find(({ id }) => id === this.outputId);
    const asked = output && parts.forms[output.form]?.layout.flatMap(({ questions }) => questions);
    const found = asked?.find(({ id }) => id === question);
    if (!output || !found) return;
    const sign = output.blocks.findIndex(({ kind }) => kind === 'signature');
    const at = sign < 0 ? output.blocks.length : sign;
    this.tell(addBlock(this.files, output.id, at, blockOf(found)), ['#left-out']);
  }

  override render(): TemplateResult {
    const output = partsOf(this.files).outputs.find(({ id }) => id === this.outputId);
    return html`<p class="govuk-visually-hidden" role="status">${this.announced}</p>
      ${output ? this.one(output) : this.all()}`;
  }

  private all(): TemplateResult {
    return html`<p class="govuk-body">${words.lead}</p>
      <div class="govuk-form-group">
        <label class="govuk-label" for="find-paper">${words.find}</label>
        <div class="govuk-hint" id="find-paper-hint">${words.findHint}</div>
        <input
          class="govuk-input govuk-input--width-20"
          id="find-paper"
          type="search"
          autocomplete="off"
          aria-describedby="find-paper-hint"
          .value=${this.find}
          @input=${(event: Event) => (this.find = (event.target as HTMLInputElement).value)}
        />
      </div>
      ${outputList(this.files, this.find, (id) => this.choose(id))}`;
  }

  private one(output: Output): TemplateResult {
    const said = this.findings.filter(({ element }) => element === output.id);
    return html`<div class="tl-outputs">
      <div class="tl-outputs__list">
        <tl-output-head .files=${this.files} .outputId=${output.id} .mayEdit=${this.mayEdit}></tl-output-head>
        ${said.map(({ message }) => html`<p class="govuk-error-message">${message}</p>`)}
        <h3 class="govuk-heading-s">${words.blocks}</h3>
        ${output.blocks.length === 0 ? html`<p class="govuk-body">${words.blocksNone}</p>` : nothing}
        ${this.mayEdit ? textButton(words.putFirst, output.title, () => this.act('putIn', -1), { id: 'block-putIn-first' }) : nothing}
        ${this.adding === -1 ? this.adder(output, 0) : nothing}
        <ol class="tl-blocks">
          ${output.blocks.map((block, at) => html`<li class="tl-block">${this.row(output, block, at)}</li>`)}
        </ol>
      </div>
      <div class="tl-outputs__beside">
        <tl-output-preview
          .files=${this.files}
          .outputId=${output.id}
          .mayEdit=${this.mayEdit}
          .papers=${this.papers}
        ></tl-output-preview>
      </div>
    </div>`;
  }

  private row(output: Output, block: OutputBlock, at: number): TemplateResult {
    const parts = partsOf(this.files);
    const open = this.open === at;
    return html`${blockRow(block, {
      ...{ at, open, parts, form: output.form, mayEdit: this.mayEdit },
      ...{ last: at === output.blocks.length - 1, act: (what) => this.act(what, at) },
    })}
    ${
      open && this.mayEdit
        ? html`<div class="tl-panel" role="group" aria-label=${words.edit}>
            ${blockFields(block, {
              ...{ id: `block-${String(at)}`, output, parts },
              give: (now) => this.tell(changeBlock(this.files, output.id, at, now)),
            })}
            ${textButton(words.done, '', () => this.shut([`#block-edit-${String(at)}`]))}
          </div>`
        : nothing
    }
    ${this.adding === at ? this.adder(output, at + 1) : nothing}`;
  }

  private adder(output: Output, at: number): TemplateResult {
    return html`<tl-add-block
      .files=${this.files}
      .output=${output}
      @tl-add-block=${(event: CustomEvent<{ block: OutputBlock }>) => {
        this.adding = undefined;
        this.tell(addBlock(this.files, output.id, at, event.detail.block), [`#block-edit-${String(at)}`]);
      }}
      @tl-cancel=${() => this.shut([at === 0 ? '#block-putIn-first' : `#block-putIn-${String(at - 1)}`])}
    ></tl-add-block>`;
  }

  private shut(focus: string[]): void {
    this.open = undefined;
    this.adding = undefined;
    this.focusNext = focus;
  }

  private act(what: BlockAct, at: number): void {
    const { files, outputId } = this;
    const move = (way: 'up' | 'down', to: number): void => {
      this.open = undefined;
      const focus = [`#block-${way}-${String(to)}`, `#block-edit-${String(to)}`];
      this.tell(moveBlock(files, outputId, at, way), focus);
    };
    if (what === 'up') move('up', at - 1);
    else if (what === 'down') move('down', at + 1);
    else if (what === 'edit') {
      this.adding = undefined;
      this.open = this.open === at ? undefined : at;
      if (this.open !== undefined) this.focusNext = ['.tl-block .tl-panel :is(input, textarea, select)'];
    } else if (what === 'putIn') {
      this.open = undefined;
      this.adding = this.adding === at ? undefined : at;
    } else {
      this.shut([]);
      const above = Math.max(0, at - 1);
      const focus = [`#block-takeOut-${String(at)}`, `#block-takeOut-${String(above)}`, '#block-putIn-first'];
      this.tell(removeBlock(files, outputId, at), focus);
    }
  }
}

define('output-designer', OutputDesigner);
